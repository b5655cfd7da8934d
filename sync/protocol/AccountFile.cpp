#include "sync/protocol/AccountFile.h"

#include "sync/protocol/ActivationCode.h"
#include "sync/protocol/SameBytes.h"
#include "sync/protocol/Signing.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace motcua::protocol {

namespace {

constexpr int saltSize = 16;
constexpr qsizetype keySize = 32;

const unsigned char* startOf(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

base::Result<QByteArray> slowly(const QString& code, const QByteArray& salt) {
    constexpr uint64_t cost = 1 << 15;
    constexpr uint64_t blocks = 8;
    constexpr uint64_t mostMemory = 64ULL << 20;
    const QByteArray text = plainCode(code).toLatin1();
    QByteArray key(keySize, Qt::Uninitialized);
    if (EVP_PBE_scrypt(text.constData(), static_cast<size_t>(text.size()), startOf(salt), static_cast<size_t>(salt.size()), cost, blocks, 1,
            mostMemory, reinterpret_cast<unsigned char*>(key.data()), static_cast<size_t>(key.size())) != 1)
        return base::fail(QStringLiteral("activation.failed"));
    return key;
}

QByteArray mac(const QByteArray& key, const QByteArray& text) {
    QByteArray value(keySize, Qt::Uninitialized);
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()), startOf(text), static_cast<size_t>(text.size()),
        reinterpret_cast<unsigned char*>(value.data()), &size);
    return value;
}

QString told(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

/// Tells a right code from a wrong one, and nothing more.
QByteArray checkOf(const QByteArray& key) {
    return mac(key, "motcua-account-check-v1");
}

}

QByteArray accountText(const AccountFile& file) {
    return "motcua-account-v1\n" + file.unit.toUtf8() + '\n' + file.login.toUtf8() + '\n' + file.user.toLatin1() + '\n' + file.salt.toLatin1() +
           '\n' + file.check.toLatin1() + '\n' + QByteArray::number(file.until) + '\n';
}

base::Result<QByteArray> accountKey(const QString& code, const QByteArray& salt) {
    return slowly(code, salt);
}

base::Result<AccountFile> makeAccountFile(const QString& unit, const QString& login, const QUuid& user, const QString& code, qint64 until) {
    QByteArray salt(saltSize, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), saltSize) != 1)
        return base::fail(QStringLiteral("activation.failed"));
    return accountKey(code, salt).map([&](const QByteArray& key) {
        return AccountFile{unit, login, user.toString(QUuid::WithoutBraces), told(salt), told(checkOf(key)), until, {}};
    });
}

QByteArray offerMac(const QByteArray& accountKey, const ActivationRequest& request) {
    return mac(accountKey, offerText(request.login, {}, keyIdOf(fromBase64(request.publicKey)), request.written));
}

base::Result<ActivationRequest> makeOffer(const PersonKey& key, const FileUse& use) {
    const AccountFile& file = use.file;
    if (!use.platform.accepts(accountText(file), fromBase64(file.signature)) || file.unit != use.unit || file.login != use.login)
        return base::fail(QStringLiteral("activation.file-wrong"));
    if (use.now > file.until)
        return base::fail(QStringLiteral("activation.file-over"));
    const auto known = accountKey(use.code, fromBase64(file.salt));
    if (!known)
        return base::fail(known.error());
    if (!sameBytes(checkOf(*known), fromBase64(file.check)))
        return base::fail(QStringLiteral("activation.code-wrong"), {{QStringLiteral("login"), use.login}});
    return makeOffer(key, use.login, {}, use.written).map([&](ActivationRequest request) {
        request.mac = told(offerMac(*known, request));
        return request;
    });
}

}
