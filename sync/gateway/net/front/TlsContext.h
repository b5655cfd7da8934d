#pragma once

#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/net/front/Revoked.h"

#include <openssl/ssl.h>

namespace motcua::gateway {

/// Who gets in.
enum class Trust { OurStations, AnyKey };

/// TLS 1.2 or later, a certificate of the peer's always, no session taken up again; of our stations none that was revoked, which is refused
/// in the handshake. `revoked` outlives the context. False: the authority's files do not fit together.
bool setUp(SSL_CTX& context, const Authority& authority, Trust trust, const Revoked& revoked);
/// DER; empty: it has shown none.
QByteArray peerCertificateOf(const SSL* ssl);

}
