#include "sync/gateway/net/PeerWork.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/net/Reply.h"

namespace motcua::gateway {

namespace {

QByteArray commonName(X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0)
        return {};
    ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    return QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

}

std::optional<Answer> PeerWork::begin() {
    const protocol::CertificatePointer certificate = certificateFromDer(m_request.certificate);
    if (!certificate)
        return reply::error("station.unknown");
    const auto peer = m_parts.platform.stations().peer(commonName(certificate.get()), m_request.certificate);
    if (!peer)
        return reply::error(peer.error());
    m_peer = *peer;
    m_parts.platform.stations().contact(*peer);
    m_pass.emplace(m_parts.limit, peer->key);
    return m_pass->isGranted() ? begun() : reply::error("request.too-many");
}

}
