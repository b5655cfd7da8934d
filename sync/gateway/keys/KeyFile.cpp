#include "sync/gateway/keys/KeyFile.h"

#include "sync/protocol/Pem.h"
#include "sync/vault/Belonging.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <unistd.h>

namespace motcua::gateway {

namespace {

vault::Place placeOfKey(const QByteArray& name) {
    return vault::Place("key").of(QByteArrayView(name));
}

base::Error notRead(const QString& path) {
    return {vault::isWithheld(path) ? QStringLiteral("platform.unreadable") : QStringLiteral("platform.missing"), {{QStringLiteral("file"), path}}};
}

template <class Write>
QByteArray written(Write&& write) {
    const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
    if (!write(bio.get()))
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

}

void wipeFile(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        file.write(QByteArray(file.size(), '\0'));
        ::fsync(file.handle());
    }
    file.remove();
}

base::Outcome writePrivate(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    // Owner and permissions are set before a byte is in the file.
    const bool good = file.open(QIODevice::WriteOnly) && vault::giveToOwnerOf(QFileInfo(path).absolutePath(), file.handle()) &&
                      file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(content) == content.size() &&
                      file.flush() && fsync(file.handle()) == 0 && file.commit();
    if (!good)
        return base::fail(QStringLiteral("platform.not-stored"));
    return base::done();
}

base::Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(notRead(path));
    return file.readAll();
}

base::Result<base::Secret> readSecret(const QString& path) {
    QFile file(path);
    // Unbuffered: a buffer would keep what went through it.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(notRead(path));
    QByteArray content = file.readAll();
    const base::Secret secret = content;
    base::wipe(content);
    return secret;
}

QString sealedFile(const QString& folder, const QByteArray& name) {
    return folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".sealed");
}

base::Outcome writeSealed(const QString& folder, const QByteArray& name, QByteArrayView pem, const vault::Vault& vault) {
    return vault.seal(pem, placeOfKey(name)).and_then([&](const QByteArray& sealed) { return writePrivate(sealedFile(folder, name), sealed); });
}

base::Result<base::Secret> readSealed(const QString& folder, const QByteArray& name, const vault::Vault& vault) {
    const QString path = sealedFile(folder, name);
    const QString clear = folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".key");
    // Once it is sealed nothing in clear takes its place, whoever has laid it there.
    if (QFile::exists(path) && QFile::exists(clear))
        wipeFile(clear);
    if (QFile::exists(clear)) {
        const auto pem = readSecret(clear);
        const auto written = pem ? writeSealed(folder, name, pem->bytes(), vault) : base::fail(pem.error());
        if (!written)
            return base::fail(written.error());
        wipeFile(clear);
        return pem;
    }
    const auto sealed = readFile(path);
    if (!sealed)
        return base::fail(sealed.error());
    auto plain = vault.open(*sealed, placeOfKey(name));
    if (!plain)
        return base::fail(QStringLiteral("platform.bad-key"));
    const base::Secret pem = base::Secret::ofBytes(*plain);
    base::wipe(*plain);
    if (vault::Vault::keyOf(*sealed) != vault.current())
        if (auto written = writeSealed(folder, name, pem.bytes(), vault); !written)
            return base::fail(written.error());
    return pem;
}

protocol::KeyPointer newEllipticKey() {
    return protocol::KeyPointer(EVP_EC_gen("P-256"));
}

protocol::KeyPointer newRecoveryKey() {
    constexpr size_t bits = 3072;
    return protocol::KeyPointer(EVP_RSA_gen(bits));
}

base::Secret privatePem(EVP_PKEY* key) {
    QByteArray pem = written([&](BIO* bio) { return PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    const base::Secret secret = base::Secret::ofBytes(pem);
    base::wipe(pem);
    return secret;
}

QByteArray publicPem(EVP_PKEY* key) {
    return written([&](BIO* bio) { return PEM_write_bio_PUBKEY(bio, key); });
}

QByteArray pemOf(X509* certificate) {
    return written([&](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}

QByteArray derOf(X509* certificate) {
    return written([&](BIO* bio) { return i2d_X509_bio(bio, certificate); });
}

base::Result<protocol::KeyPointer> keyFromPem(const base::Secret& pem) {
    auto key = protocol::privateKeyIn(pem.bytes());
    if (!key)
        return base::fail(QStringLiteral("platform.bad-key"));
    return key;
}

base::Result<protocol::CertificatePointer> certificateFromPem(const QByteArray& pem) {
    auto certificates = protocol::certificatesIn(pem);
    if (certificates.empty())
        return base::fail(QStringLiteral("platform.bad-certificate"));
    return std::move(certificates.front());
}

protocol::CertificatePointer certificateFromDer(const QByteArray& der) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    return protocol::CertificatePointer(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

QByteArray publicDer(EVP_PKEY* key) {
    return written([&](BIO* bio) { return i2d_PUBKEY_bio(bio, key); });
}

}
