#pragma once

#include "app/base/Result.h"
#include "sync/http/Credentials.h"
#include "sync/protocol/OpenSsl.h"

#include <openssl/ssl.h>

#include <vector>

namespace motcua::http {

/// Who the station is to the platform and whom it trusts, as OpenSSL wants it. Read-only once made.
class Tls {
public:
    /// A certificate's dates are forgiven only where clocks are compared.
    enum class Dates { Checked, Forgiven };

    /// Errors: "sync.bad-credentials" with "part" (key, certificate, authority).
    static base::Result<Tls> from(const Credentials& credentials);

    /// Sets up connections to `host`, a name or an address: TLS 1.2 or later, our certificate, the platform's authority and no
    /// other, the host checked. False: OpenSSL would not have it.
    bool apply(SSL_CTX* context, const std::string& host, Dates dates) const;

private:
    protocol::KeyPointer m_key;
    std::vector<protocol::CertificatePointer> m_own; ///< ours first, then its issuers
    std::vector<protocol::CertificatePointer> m_authority;
};

}
