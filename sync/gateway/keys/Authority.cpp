#include "sync/gateway/keys/Authority.h"

#include "sync/gateway/keys/AuthorityFiles.h"
#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Pem.h"
#include "sync/vault/Belonging.h"

#include <QFile>

#include <openssl/err.h>

namespace motcua::gateway {

namespace {

QString keysIn(const QString& directory) {
    return directory + QStringLiteral("/keys");
}

bool sameKey(EVP_PKEY* one, EVP_PKEY* other) {
    return one && other && EVP_PKEY_eq(one, other) == 1;
}

}

base::Outcome Authority::create(const QString& directory, const Founding& founding, const vault::Vault& vault, const QDateTime& now) {
    vault::makeFolder(keysIn(directory));
    QFile::setPermissions(keysIn(directory), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const protocol::KeyPointer serverKey = newEllipticKey();
    const protocol::KeyPointer markKey = newEllipticKey();
    for (const auto& [name, made] : {std::pair("server", serverKey.get()), std::pair("mark", markKey.get())})
        if (auto written = writeSealed(keysIn(directory), name, privatePem(made).bytes(), vault); !written)
            return written;
    for (const auto& [name, content] : {std::pair("mark.pub", publicPem(markKey.get())), std::pair("recovery.pub", founding.recoveryKey),
             std::pair("root.pem", founding.root.pem())})
        if (auto written = writePrivate(authorityfiles::in(directory, name), content); !written)
            return written;
    return authorityfiles::request(directory, vault)
        .and_then([&](const QByteArray& request) { return founding.root.sign(request, now, founding.days); })
        .and_then([&](const QByteArray& certificate) { return authorityfiles::install(directory, certificate, founding.hosts, vault); });
}

base::Result<std::unique_ptr<Authority>> Authority::open(const QString& directory, const vault::Vault& vault) {
    auto marks =
        readSealed(keysIn(directory), "mark", vault).and_then([](const base::Secret& pem) { return protocol::MarkSigner::fromPem(pem.bytes()); });
    if (!marks)
        return base::fail(marks.error());
    std::unique_ptr<Authority> authority(new Authority(std::move(*marks)));
    if (auto read = authorityfiles::settle(directory, vault).and_then([&](base::Done) { return authority->read(directory, vault); }); !read)
        return base::fail(read.error());
    return authority;
}

base::Outcome Authority::read(const QString& directory, const vault::Vault& vault) {
    const auto fileOf = [&](const char* name) { return authorityfiles::in(directory, name); };
    auto key = readSealed(keysIn(directory), "authority", vault).and_then(keyFromPem);
    auto certificate = readFile(fileOf("authority.pem")).and_then(certificateFromPem);
    auto serverKey = readSealed(keysIn(directory), "server", vault).and_then(keyFromPem);
    auto serverCertificate = readFile(fileOf("server.pem")).and_then(certificateFromPem);
    auto platformKey = readFile(fileOf("mark.pub"));
    auto recoveryKey = readFile(fileOf("recovery.pub"));
    for (const base::Error* error : {key ? nullptr : &key.error(), certificate ? nullptr : &certificate.error(),
             serverKey ? nullptr : &serverKey.error(), serverCertificate ? nullptr : &serverCertificate.error(),
             platformKey ? nullptr : &platformKey.error(), recoveryKey ? nullptr : &recoveryKey.error()})
        if (error)
            return base::fail(*error);
    const bool hasRoot = QFile::exists(fileOf("root.pem"));
    if (hasRoot) {
        auto root = readFile(fileOf("root.pem")).and_then(certificateFromPem);
        if (!root)
            return base::fail(root.error());
        m_root = std::move(*root);
    }
    const auto stations = readFile(fileOf(hasRoot ? "stations.pem" : "authority.pem"));
    if (!stations)
        return base::fail(stations.error());
    m_stationAuthorities = protocol::certificatesIn(*stations);
    m_key = std::move(*key);
    m_certificate = std::move(*certificate);
    m_serverKey = std::move(*serverKey);
    m_serverCertificate = std::move(*serverCertificate);
    m_platformKey = *platformKey;
    m_recoveryKey = *recoveryKey;
    return m_stationAuthorities.empty() ? base::fail(QStringLiteral("platform.bad-certificate")) : base::done();
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
    return makeCertificate({.use = CertificateUse::Station,
                               .commonName = station.toByteArray(QUuid::WithoutBraces),
                               .alternativeNames = {},
                               .from = now.addSecs(-clockSlack),
                               .lifetime = clockSlack + lifetime,
                               .subjectKey = key,
                               .issuer = m_certificate.get(),
                               .issuerKey = m_key.get()})
        .map([](const protocol::CertificatePointer& certificate) { return pemOf(certificate.get()); });
}

QByteArray Authority::pem() const {
    return pemOf(m_root ? m_root.get() : m_certificate.get());
}

QByteArray Authority::der() const {
    return derOf(m_root ? m_root.get() : m_certificate.get());
}

std::vector<X509*> Authority::chain() const {
    return m_root ? std::vector<X509*>{m_certificate.get(), m_root.get()} : std::vector<X509*>{m_certificate.get()};
}

QDateTime Authority::until() const {
    return std::min(momentOf(X509_get0_notAfter(m_certificate.get())), momentOf(X509_get0_notAfter(m_serverCertificate.get())));
}

}
