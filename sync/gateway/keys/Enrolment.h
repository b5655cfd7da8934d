#pragma once

#include "app/base/Result.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/RateLimit.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/Messages.h"

namespace motcua::gateway {

/// Turns one-time codes into stations, and binds the first user's key where the code is that person's own. Owned by Platform; may be used by any
/// thread.
class Enrolment {
public:
    struct Parts {
        PlatformStore& store;
        Stations& stations;
        const Authority& authority;
        const base::Clock& clock;
    };
    explicit Enrolment(const Parts& parts) : m_parts(parts), m_limit(parts.store, parts.clock, {}) {}

    /// What enrol() would say, without using the code up. Errors: "request.too-many" (wrong codes from the address, or wrong logins with the code),
    /// "enrolment.code-wrong" (also where it names another authority), "enrolment.login-unknown" (the code is right, but its unit has no open
    /// account of that login).
    base::Result<protocol::EnrolmentOutlook> outlook(const protocol::EnrolmentQuestion& question, const QString& address, const QString& url);
    /// `peerKey`: of the TLS connection. `url`: what stations reach the main listener by. The same key asking again with the code that it
    /// used, also at the same time, is answered as before, as long as its desk has sent nothing: the answer may have been lost. Errors: those of
    /// outlook(), "enrolment.key-mismatch", "enrolment.request-invalid".
    base::Result<protocol::EnrolmentAnswer> enrol(
        const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address, const QString& url);

    /// Failures that no longer count are forgotten.
    base::Outcome expire() { return m_limit.forgetOld(); }

private:
    /// `look` is a try of `who`: a failure is counted.
    template <class Look>
    auto tried(const QString& who, const Look& look) -> decltype(look());
    /// A code of this province's.
    base::Result<protocol::EnrolmentCode> codeIn(const QString& text) const;
    /// The desk that this key has made with its code, as long as it is told again. Errors: "enrolment.code-wrong": there is none.
    base::Result<MadeStation> madeBefore(const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey) const;
    base::Result<MadeStation> make(const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address);
    /// The desk that a code is for, and whom it binds.
    base::Result<OpenCode> openCode(const QString& code, const QString& address);
    base::Outcome checkLogin(const Peer& peer, const QString& login);
    /// The key that the first user offers; empty: none, or the code is not that person's own. Errors: "activation.proof-wrong".
    static base::Result<QByteArray> keyFor(const OpenCode& code, const protocol::EnrolmentRequest& request);
    base::Outcome bind(Tables& tables, const Peer& peer, const QString& login, const QByteArray& publicKey) const;
    /// Of the first user's key; nothing: it is not bound.
    base::Result<std::optional<protocol::PersonVoucher>> voucherOf(const Peer& peer, const QString& login) const;
    /// Errors: "enrolment.code-wrong": the certificate cannot be read.
    base::Result<protocol::EnrolmentAnswer> answerFor(const MadeStation& made, const QString& login, const QString& url) const;

    Parts m_parts;
    RateLimit m_limit;
};

}
