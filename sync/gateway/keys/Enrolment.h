#pragma once

#include "app/base/Result.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/RateLimit.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/protocol/Messages.h"

namespace motcua::gateway {

/// Turns one-time codes into stations. Owned by Platform; may be used by any thread.
class Enrolment {
public:
    struct Parts {
        PlatformStore& store;
        Stations& stations;
        const Authority& authority;
        const base::Clock& clock;
    };
    explicit Enrolment(const Parts& parts) : m_parts(parts), m_limit(parts.store, parts.clock, {}) {}

    /// `peerKey`: of the TLS connection. `url`: what stations reach the main listener by. Errors: "request.too-many",
    /// "enrolment.code-wrong", "enrolment.key-mismatch", "enrolment.request-invalid".
    base::Result<protocol::EnrolmentAnswer> enrol(
        const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address, const QString& url);

    /// Failures that no longer count are forgotten.
    base::Outcome expire() { return m_limit.forgetOld(); }

private:
    Parts m_parts;
    RateLimit m_limit;
};

}
