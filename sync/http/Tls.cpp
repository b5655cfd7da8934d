#include "sync/http/Tls.h"

#include "sync/protocol/Pem.h"

#include <openssl/x509v3.h>

namespace motcua::http {

namespace {

bool expect(SSL_CTX* context, const std::string& host) {
    X509_VERIFY_PARAM* const expected = SSL_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_hostflags(expected, X509_CHECK_FLAG_NO_WILDCARDS);
    return X509_VERIFY_PARAM_set1_ip_asc(expected, host.c_str()) == 1 || X509_VERIFY_PARAM_set1_host(expected, host.c_str(), host.size()) == 1;
}

}

base::Result<Tls> Tls::from(const Credentials& credentials) {
    const auto bad = [](const char* part) {
        return base::fail(QStringLiteral("sync.bad-credentials"), {{QStringLiteral("part"), QString::fromLatin1(part)}});
    };
    Tls tls;
    tls.m_key = protocol::privateKeyIn(credentials.key.bytes());
    tls.m_own = protocol::certificatesIn(credentials.certificate);
    tls.m_authority = protocol::certificatesIn(credentials.authority);
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
