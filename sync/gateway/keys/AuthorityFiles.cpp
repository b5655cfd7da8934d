#include "sync/gateway/keys/AuthorityFiles.h"

#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Pem.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

#include <array>

namespace motcua::gateway::authorityfiles {

namespace {

QString keysIn(const QString& directory) {
    return directory + QStringLiteral("/keys");
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

base::Result<protocol::KeyPointer> nextKey(const QString& directory, const vault::Vault& vault) {
    if (QFile::exists(sealedFile(keysIn(directory), "next")))
        return readSealed(keysIn(directory), "next", vault).and_then(keyFromPem);
    protocol::KeyPointer key = newEllipticKey();
    if (auto written = writeSealed(keysIn(directory), "next", privatePem(key.get()).bytes(), vault); !written)
        return base::fail(written.error());
    return key;
}

/// Whether the answer is the root's to this key.
bool fits(X509* certificate, X509* root, EVP_PKEY* key) {
    const bool good = X509_check_private_key(certificate, key) == 1 && X509_check_issued(root, certificate) == X509_V_OK &&
                      X509_verify(certificate, X509_get0_pubkey(root)) == 1 && X509_check_ca(certificate) == 1;
    ERR_clear_error();
    return good;
}

/// The authority by itself, which only the gateway trusts: its stations outlive its months.
base::Result<QByteArray> ownCertificate(EVP_PKEY* key, const QDateTime& from) {
    return makeCertificate({.use = CertificateUse::Authority,
                               .commonName = authorityName(key),
                               .alternativeNames = {},
                               .from = from,
                               .lifetime = Authority::stationLifetime * 2,
                               .subjectKey = key,
                               .issuer = nullptr,
                               .issuerKey = key})
        .map([](const protocol::CertificatePointer& certificate) { return pemOf(certificate.get()); });
}

base::Result<QByteArray> serverCertificate(
    const QString& directory, X509* authority, EVP_PKEY* key, const QStringList& hosts, const vault::Vault& vault) {
    const auto serverKey = readSealed(keysIn(directory), "server", vault).and_then(keyFromPem);
    if (!serverKey)
        return base::fail(serverKey.error());
    protocol::CertificatePointer before;
    if (hosts.isEmpty()) {
        auto read = readFile(in(directory, "server.pem")).and_then(certificateFromPem);
        if (!read)
            return base::fail(read.error());
        before = std::move(*read);
    }
    const QDateTime from = momentOf(X509_get0_notBefore(authority));
    return makeCertificate({.use = CertificateUse::Server,
                               .commonName = "Mot Cua",
                               .alternativeNames = alternativeNames(hosts),
                               .namesOf = before.get(),
                               .from = from,
                               .lifetime = from.secsTo(momentOf(X509_get0_notAfter(authority))),
                               .subjectKey = serverKey->get(),
                               .issuer = authority,
                               .issuerKey = key})
        .map([](const protocol::CertificatePointer& certificate) { return pemOf(certificate.get()); });
}

}

QString in(const QString& directory, const char* name) {
    return keysIn(directory) + QLatin1Char('/') + QLatin1String(name);
}

base::Result<QByteArray> request(const QString& directory, const vault::Vault& vault) {
    const auto key = nextKey(directory, vault);
    if (!key)
        return base::fail(key.error());
    return signingRequest(key->get(), authorityName(key->get()));
}

base::Outcome install(const QString& directory, const QByteArray& certificatePem, const QStringList& hosts, const vault::Vault& vault) {
    if (!QFile::exists(sealedFile(keysIn(directory), "next")))
        return base::fail(QStringLiteral("authority.not-asked"));
    const auto key = nextKey(directory, vault);
    const auto root = key ? readFile(in(directory, "root.pem")).and_then(certificateFromPem) : base::fail(key.error());
    if (!root)
        return base::fail(root.error());
    const auto certificate = certificateFromPem(certificatePem);
    if (!certificate || !fits(certificate->get(), root->get(), key->get()))
        return base::fail(QStringLiteral("authority.wrong-answer"));
    const auto server = serverCertificate(directory, certificate->get(), key->get(), hosts, vault);
    const auto own = server ? ownCertificate(key->get(), momentOf(X509_get0_notBefore(certificate->get()))) : server;
    if (!own)
        return base::fail(own.error());
    const QString stations = in(directory, "stations.pem");
    const QByteArray known = QFile::exists(stations) ? readFile(stations).value_or(QByteArray()) : QByteArray();
    // From the last of these on it goes on by itself.
    return writePrivate(stations, known + *own)
        .and_then([&](base::Done) { return writePrivate(in(directory, "next-server.pem"), *server); })
        .and_then([&](base::Done) { return writePrivate(in(directory, "next.pem"), pemOf(certificate->get())); })
        .and_then([&](base::Done) { return settle(directory, vault); });
}

base::Outcome settle(const QString& directory, const vault::Vault& vault) {
    const QString next = in(directory, "next.pem");
    if (!QFile::exists(next))
        return base::done();
    const auto move = [&](const QString& from, const char* to) -> base::Outcome {
        if (!QFile::exists(from))
            return base::done();
        const auto content = readFile(from);
        const auto written = content ? writePrivate(in(directory, to), *content) : base::fail(content.error());
        if (written)
            QFile::remove(from);
        return written;
    };
    if (QFile::exists(sealedFile(keysIn(directory), "next"))) {
        const auto key = readSealed(keysIn(directory), "next", vault);
        const auto kept = key ? writeSealed(keysIn(directory), "authority", key->bytes(), vault) : base::fail(key.error());
        if (!kept)
            return kept;
        wipeFile(sealedFile(keysIn(directory), "next"));
    }
    return move(in(directory, "next-server.pem"), "server.pem").and_then([&](base::Done) { return move(next, "authority.pem"); });
}

}
