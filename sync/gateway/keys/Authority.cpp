#include "sync/gateway/keys/Authority.h"

#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Pem.h"

#include <QDir>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <arpa/inet.h>

#include <array>

namespace motcua::gateway {

namespace {

constexpr qint64 year = 365LL * 24 * 3600;
/// Stations whose clock is behind must not find a certificate that is not valid yet.
constexpr qint64 slack = 2LL * 24 * 3600;

QString keysIn(const QString& directory) {
    return directory + QStringLiteral("/keys");
}

QString keyFile(const QString& directory, const char* name) {
    return keysIn(directory) + QLatin1Char('/') + QLatin1String(name);
}

bool isAddress(const QByteArray& host) {
    std::array<unsigned char, 16> bytes{};
    return inet_pton(AF_INET, host.constData(), bytes.data()) == 1 || inet_pton(AF_INET6, host.constData(), bytes.data()) == 1;
}

QByteArray alternativeNames(const QStringList& hosts) {
    QByteArrayList names;
    for (const QString& host : hosts)
        names << (isAddress(host.toLatin1()) ? "IP:" : "DNS:") + host.toLatin1();
    return names.join(',');
}

/// The names of files and what goes into them.
using Files = std::vector<std::pair<const char*, QByteArray>>;

base::Outcome writeAll(const QString& directory, const Files& files) {
    for (const auto& [name, content] : files)
        if (auto written = writePrivate(keyFile(directory, name), content); !written)
            return written;
    return base::done();
}

bool sameKey(EVP_PKEY* one, EVP_PKEY* other) {
    return one && other && EVP_PKEY_eq(one, other) == 1;
}

}

base::Outcome Authority::create(const QString& directory, const Founding& founding, const vault::Vault& vault, const QDateTime& now) {
    QDir().mkpath(directory + QStringLiteral("/keys"));
    QFile::setPermissions(directory + QStringLiteral("/keys"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const protocol::KeyPointer key = newEllipticKey();
    const protocol::KeyPointer serverKey = newEllipticKey();
    const protocol::KeyPointer markKey = newEllipticKey();
    const QDateTime from = now.addSecs(-slack);
    const auto authority = makeCertificate({.use = CertificateUse::Authority,
        .commonName = "Mot Cua CA",
        .alternativeNames = {},
        .from = from,
        .lifetime = 20 * year,
        .subjectKey = key.get(),
        .issuer = nullptr,
        .issuerKey = key.get()});
    if (!authority)
        return base::fail(authority.error());
    const auto server = makeCertificate({.use = CertificateUse::Server,
        .commonName = "Mot Cua",
        .alternativeNames = alternativeNames(founding.hosts),
        .from = from,
        .lifetime = 10 * year,
        .subjectKey = serverKey.get(),
        .issuer = authority->get(),
        .issuerKey = key.get()});
    if (!server)
        return base::fail(server.error());
    for (const auto& [name, made] : {std::pair("authority", key.get()), std::pair("server", serverKey.get()), std::pair("mark", markKey.get())})
        if (auto written = writeSealed(keysIn(directory), name, privatePem(made).bytes(), vault); !written)
            return written;
    return writeAll(directory, {{"authority.pem", pemOf(authority->get())}, {"server.pem", pemOf(server->get())},
                                   {"mark.pub", publicPem(markKey.get())}, {"recovery.pub", founding.recoveryKey}});
}

base::Result<std::unique_ptr<Authority>> Authority::open(const QString& directory, const vault::Vault& vault) {
    const auto read = [&](const char* name) { return readFile(keyFile(directory, name)); };
    const auto readKey = [&](const char* name) { return readSealed(keysIn(directory), name, vault); };
    auto marks = readKey("mark").and_then([](const base::Secret& pem) { return protocol::MarkSigner::fromPem(pem.bytes()); });
    auto key = readKey("authority").and_then(keyFromPem);
    auto certificate = read("authority.pem").and_then(certificateFromPem);
    auto serverKey = readKey("server").and_then(keyFromPem);
    auto serverCertificate = read("server.pem").and_then(certificateFromPem);
    auto platformKey = read("mark.pub");
    auto recoveryKey = read("recovery.pub");
    for (const base::Error* error : {marks ? nullptr : &marks.error(), key ? nullptr : &key.error(), certificate ? nullptr : &certificate.error(),
             serverKey ? nullptr : &serverKey.error(), serverCertificate ? nullptr : &serverCertificate.error(),
             platformKey ? nullptr : &platformKey.error(), recoveryKey ? nullptr : &recoveryKey.error()})
        if (error)
            return base::fail(*error);
    std::unique_ptr<Authority> authority(new Authority(std::move(*marks)));
    authority->m_key = std::move(*key);
    authority->m_certificate = std::move(*certificate);
    authority->m_serverKey = std::move(*serverKey);
    authority->m_serverCertificate = std::move(*serverCertificate);
    authority->m_platformKey = *platformKey;
    authority->m_recoveryKey = *recoveryKey;
    return authority;
}

base::Result<QByteArray> Authority::signStation(
    const QByteArray& requestPem, EVP_PKEY* peerKey, const QUuid& station, const QDateTime& now, qint64 lifetime) const {
    const protocol::RequestPointer request = protocol::requestIn(requestPem);
    EVP_PKEY* key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    const bool good = key && EVP_PKEY_base_id(key) == EVP_PKEY_EC && EVP_PKEY_bits(key) == 256 && X509_REQ_verify(request.get(), key) == 1;
    ERR_clear_error();
    if (!good)
        return base::fail(QStringLiteral("enrolment.request-invalid"));
    if (!sameKey(key, peerKey))
        return base::fail(QStringLiteral("enrolment.key-mismatch"));
    const QDateTime from = now.addSecs(-slack);
    const auto certificate = makeCertificate({.use = CertificateUse::Station,
        .commonName = station.toByteArray(QUuid::WithoutBraces),
        .alternativeNames = {},
        .from = from,
        .lifetime = slack + lifetime,
        .subjectKey = key,
        .issuer = m_certificate.get(),
        .issuerKey = m_key.get()});
    if (!certificate)
        return base::fail(certificate.error());
    return pemOf(certificate->get());
}

QByteArray Authority::pem() const {
    return pemOf(m_certificate.get());
}

QByteArray Authority::der() const {
    return derOf(m_certificate.get());
}

}
