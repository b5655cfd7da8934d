#include "sync/gateway/commands/RecoveryKey.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/vault/Belonging.h"
#include "sync/vault/OutsideKey.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace motcua::gateway {

namespace {

base::Error about(const char* code, const QString& path) {
    return {QString::fromLatin1(code), {{QStringLiteral("file"), path}}};
}

base::Outcome put(const QString& path, const QString& directory, const base::Secret& pem) {
    if (vault::isWithin(path, directory))
        return base::fail(about("key.inside-data", path));
    if (QFile::exists(path)) {
        const auto there = readSecret(path);
        return there && *there == pem ? base::done() : base::fail(about("key.exists", path));
    }
    const QString folder = QFileInfo(path).absolutePath();
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return base::fail(about("key.not-written", path));
    if (isNew)
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QByteArray text = pem.bytes().toByteArray();
    const auto written = writePrivate(path, text);
    base::wipe(text);
    return written ? base::done() : base::fail(about("key.not-written", path));
}

}

base::Result<QByteArray> makeRecoveryKey(const QString& path, const QString& directory) {
    const protocol::KeyPointer key = newRecoveryKey();
    return put(path, directory, privatePem(key.get())).map([&](base::Done) { return publicPem(key.get()); });
}

base::Result<QByteArray> readRecoveryPublic(const QString& path) {
    const auto pem = readFile(path);
    if (!pem)
        return base::fail(about(vault::isWithheld(path) ? "key.unreadable" : "key.missing", path));
    const protocol::BioPointer bio(BIO_new_mem_buf(pem->constData(), static_cast<int>(pem->size())));
    const protocol::KeyPointer key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    constexpr int leastBits = 3072;
    if (!key || EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_bits(key.get()) < leastBits)
        return base::fail(about("recovery.malformed", path));
    return publicPem(key.get());
}

base::Result<bool> moveRecoveryKeyOut(const QString& directory, const QString& path) {
    const QString inside = directory + QStringLiteral("/keys/recovery.key");
    if (!QFile::exists(inside))
        return false;
    if (path.isEmpty())
        return base::fail(about("key.recovery-here", inside));
    const auto pem = readSecret(inside);
    // Who was stopped while it was overwritten here had put it there before.
    if (pem && !pem->bytes().startsWith("-----BEGIN") && QFile::exists(path)) {
        wipeFile(inside);
        return false;
    }
    const auto moved = pem ? put(path, directory, *pem) : base::fail(pem.error());
    if (!moved)
        return base::fail(moved.error());
    wipeFile(inside);
    return true;
}

}
