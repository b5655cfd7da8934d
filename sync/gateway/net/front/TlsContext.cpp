#include "sync/gateway/net/front/TlsContext.h"

#include "sync/gateway/keys/KeyFile.h"

namespace motcua::gateway {

namespace {

int acceptAnyKey(int, X509_STORE_CTX*) {
    // Enrolment: the certificate is only a wrapper around the key, whose possession TLS has proved.
    return 1;
}

int revokedIndex() {
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

int refuseRevoked(int isGood, X509_STORE_CTX* chain) {
    if (isGood != 1 || X509_STORE_CTX_get_error_depth(chain) != 0)
        return isGood;
    const auto* ssl = static_cast<const SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
    const auto* revoked = static_cast<const Revoked*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), revokedIndex()));
    if (revoked->isEmpty() || !revoked->has(derOf(X509_STORE_CTX_get_current_cert(chain))))
        return 1;
    X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REVOKED);
    return 0;
}

}

bool setUp(SSL_CTX& context, const Authority& authority, Trust trust, const Revoked& revoked) {
    const bool ours = trust == Trust::OurStations;
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    SSL_CTX_set_options(&context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(&context, 0);
    SSL_CTX_set_mode(&context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(&context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_ex_data(&context, revokedIndex(), const_cast<Revoked*>(&revoked));
    SSL_CTX_set_verify(&context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, ours ? &refuseRevoked : &acceptAnyKey);
    if (ours) {
        for (const auto& ofStations : authority.stationAuthorities()) {
            X509_STORE_add_cert(SSL_CTX_get_cert_store(&context), ofStations.get());
            SSL_CTX_add_client_CA(&context, ofStations.get());
        }
    }
    bool fits = SSL_CTX_use_certificate(&context, authority.serverCertificate()) == 1 && SSL_CTX_use_PrivateKey(&context, authority.serverKey()) == 1;
    for (X509* certificate : authority.chain())
        fits = fits && SSL_CTX_add1_chain_cert(&context, certificate) == 1;
    return fits;
}

QByteArray peerCertificateOf(const SSL* ssl) {
    const protocol::CertificatePointer certificate(SSL_get1_peer_certificate(ssl));
    return certificate ? derOf(certificate.get()) : QByteArray();
}

}
