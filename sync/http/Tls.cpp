#include "sync/http/Tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace motcua::http {

namespace {

/// A key that asks for a passphrase is not ours: OpenSSL would otherwise ask at the terminal.
int noPassphrase(char*, int, int, void*) {
    return 0;
}

protocol::BioPointer reading(const QByteArray& pem) {
    return protocol::BioPointer(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

bool expect(SSL_CTX* context, const std::string& host) {
    X509_VERIFY_PARAM* const expected = SSL_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_hostflags(expected, X509_CHECK_FLAG_NO_WILDCARDS);
    return X509_VERIFY_PARAM_set1_ip_asc(expected, host.c_str()) == 1 || X509_VERIFY_PARAM_set1_host(expected, host.c_str(), host.size()) == 1;
}

}

Tls::Certificates Tls::certificatesIn(const QByteArray& pem) {
    Certificates found;
    const protocol::BioPointer in = reading(pem);
    while (in) {
        protocol::CertificatePointer certificate(PEM_read_bio_X509(in.get(), nullptr, noPassphrase, nullptr));
        if (!certificate)
            break;
        found.push_back(std::move(certificate));
    }
    ERR_clear_error();
    return found;
}

base::Result<Tls> Tls::from(const Credentials& credentials) {
    const auto bad = [](const char* part) {
        return base::fail(QStringLiteral("sync.bad-credentials"), {{QStringLiteral("part"), QString::fromLatin1(part)}});
    };
    Tls tls;
    if (const protocol::BioPointer in = reading(credentials.key))
        tls.m_key.reset(PEM_read_bio_PrivateKey(in.get(), nullptr, noPassphrase, nullptr));
    tls.m_own = certificatesIn(credentials.certificate);
    tls.m_authority = certificatesIn(credentials.authority);
    if (!tls.m_key)
        return bad("key");
    if (tls.m_own.empty() || X509_check_private_key(tls.m_own.front().get(), tls.m_key.get()) != 1)
        return bad("certificate");
    if (tls.m_authority.empty())
        return bad("authority");
    return tls;
}

bool Tls::apply(SSL_CTX* context, const std::string& host, Dates dates) const {
    if (!context || SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 || !expect(context, host) ||
        SSL_CTX_use_certificate(context, m_own.front().get()) != 1 || SSL_CTX_use_PrivateKey(context, m_key.get()) != 1)
        return false;
    for (size_t at = 1; at < m_own.size(); ++at)
        if (SSL_CTX_add1_chain_cert(context, m_own[at].get()) != 1)
            return false;
    for (const auto& certificate : m_authority)
        if (X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate.get()) != 1)
            return false;
    if (dates == Dates::Forgiven)
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_NO_CHECK_TIME);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    return true;
}

}
