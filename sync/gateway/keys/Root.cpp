#include "sync/gateway/keys/Root.h"

#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Pem.h"

#include <QDir>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace motcua::gateway {

namespace {

constexpr qint64 oneDay = 24LL * 3600;
constexpr qint64 rootLifetime = 20LL * 365 * oneDay;

QString keyIn(const QString& folder) {
    return folder + QStringLiteral("/root.key");
}

QString certificateIn(const QString& folder) {
    return folder + QStringLiteral("/root.pem");
}

base::Error ofFile(const char* code, const QString& path) {
    return {QString::fromLatin1(code), {{QStringLiteral("file"), path}}};
}

/// Of a file of the root.
base::Error unread(const base::Error& error) {
    return {error.code == QLatin1String("platform.missing") ? QStringLiteral("key.missing") : QStringLiteral("key.unreadable"), error.detail};
}

using InfoPointer = std::unique_ptr<PKCS8_PRIV_KEY_INFO, protocol::OpenSslDeleter<PKCS8_PRIV_KEY_INFO_free>>;
using SealedPointer = std::unique_ptr<X509_SIG, protocol::OpenSslDeleter<X509_SIG_free>>;

/// PKCS#8, PEM; empty: the library failed.
QByteArray sealedPem(EVP_PKEY* key, const base::Secret& passphrase) {
    constexpr uint64_t cost = 1 << 14;
    constexpr uint64_t blocks = 8;
    const InfoPointer info(EVP_PKEY2PKCS8(key));
    X509_ALGOR* const way = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, cost, blocks, 1);
    const QByteArrayView words = passphrase.bytes();
    const SealedPointer sealed(info && way ? PKCS8_set0_pbe(words.data(), static_cast<int>(words.size()), info.get(), way) : nullptr);
    const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
    if (!sealed || PEM_write_bio_PKCS8(bio.get(), sealed.get()) != 1)
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

protocol::KeyPointer keyFrom(const QByteArray& pem, const base::Secret& passphrase) {
    const protocol::BioPointer bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const SealedPointer sealed(PEM_read_bio_PKCS8(bio.get(), nullptr, nullptr, nullptr));
    const QByteArrayView words = passphrase.bytes();
    const InfoPointer info(sealed ? PKCS8_decrypt(sealed.get(), words.data(), static_cast<int>(words.size())) : nullptr);
    protocol::KeyPointer key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
    ERR_clear_error();
    return key;
}

}

bool Root::isIn(const QString& folder) {
    return QFile::exists(keyIn(folder)) || QFile::exists(certificateIn(folder));
}

base::Result<Root> Root::make(const QString& folder, const base::Secret& passphrase, const QDateTime& now) {
    if (passphrase.isEmpty())
        return base::fail(QStringLiteral("key.no-passphrase"));
    if (isIn(folder))
        return base::fail(ofFile("key.exists", keyIn(folder)));
    protocol::KeyPointer key = newEllipticKey();
    auto certificate = makeCertificate({.use = CertificateUse::Root,
        .commonName = "Mot Cua Root",
        .alternativeNames = {},
        .from = now.addSecs(-clockSlack),
        .lifetime = rootLifetime,
        .subjectKey = key.get(),
        .issuer = nullptr,
        .issuerKey = key.get()});
    if (!certificate)
        return base::fail(certificate.error());
    const QByteArray sealed = sealedPem(key.get(), passphrase);
    const bool isNew = !QDir(folder).exists();
    if (sealed.isEmpty() || !QDir().mkpath(folder))
        return base::fail(ofFile("key.not-written", keyIn(folder)));
    if (isNew)
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    // The certificate last: a root that is named by one has its key.
    if (!writePrivate(keyIn(folder), sealed) || !writePrivate(certificateIn(folder), pemOf(certificate->get())))
        return base::fail(ofFile("key.not-written", keyIn(folder)));
    return Root(std::move(key), std::move(*certificate));
}

base::Result<Root> Root::open(const QString& folder, const base::Secret& passphrase) {
    const auto sealed = readFile(keyIn(folder));
    const auto text = sealed ? readFile(certificateIn(folder)) : base::fail(sealed.error());
    if (!text)
        return base::fail(unread(text.error()));
    auto certificate = certificateFromPem(*text);
    if (!certificate)
        return base::fail(certificate.error());
    protocol::KeyPointer key = keyFrom(*sealed, passphrase);
    if (!key || X509_check_private_key(certificate->get(), key.get()) != 1)
        return base::fail(QStringLiteral("root.passphrase-wrong"));
    return Root(std::move(key), std::move(*certificate));
}

QByteArray Root::pem() const {
    return pemOf(m_certificate.get());
}

base::Result<QByteArray> Root::sign(const QByteArray& requestPem, const QDateTime& now, int days) const {
    const protocol::RequestPointer request = protocol::requestIn(requestPem);
    EVP_PKEY* key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    const bool good = key && EVP_PKEY_base_id(key) == EVP_PKEY_EC && EVP_PKEY_bits(key) == 256 && X509_REQ_verify(request.get(), key) == 1;
    ERR_clear_error();
    if (!good)
        return base::fail(QStringLiteral("root.request-invalid"));
    return makeCertificate({.use = CertificateUse::Authority,
                               .commonName = authorityName(key),
                               .alternativeNames = {},
                               .from = now.addSecs(-clockSlack),
                               .lifetime = clockSlack + days * oneDay,
                               .subjectKey = key,
                               .issuer = m_certificate.get(),
                               .issuerKey = m_key.get()})
        .map([](const protocol::CertificatePointer& certificate) { return pemOf(certificate.get()); });
}

}
