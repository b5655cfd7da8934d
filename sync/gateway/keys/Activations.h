#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/RateLimit.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PersonTable.h"
#include "sync/protocol/Messages.h"

namespace motcua::gateway {

/// A code as it is given to a person.
struct NewActivation {
    QString login;
    QString code;
    QDateTime expires;
    protocol::AccountFile file = {}; ///< signed, where one was asked for
};

/// Who signs with which key at which desk: a person holds a code of the province's, and the desk where it is typed binds the key that it has made
/// for that person. Owned by Platform; may be used by any thread.
class Activations {
public:
    struct Parts {
        PlatformStore& store;
        const Authority& authority;
        const base::Clock& clock;
        FeedBell& bell;
    };
    explicit Activations(const Parts& parts) : m_parts(parts), m_limit(parts.store, parts.clock, {}) {}

    static constexpr int longestDays = 90;
    struct Terms {
        int days = 14; ///< 1 to longestDays
        int uses = 1;  ///< more than one for training alone
    };
    /// For an open account. `files`: the key that signs a file for a desk without a line, to go with the code; null: none is wanted. Errors:
    /// "unit.unknown", "account.unknown" with login, "activation.days".
    static base::Result<NewActivation> makeCode(PlatformStore& store, const base::Clock& clock, const QString& unit, const QString& login,
        Terms terms, const protocol::MarkSigner* files = nullptr);

    /// The same key asking again is answered as before: the answer may have been lost. Errors: "request.too-many" (wrong codes from the
    /// desk), "activation.code-wrong" (also where it is somebody else's), "activation.proof-wrong".
    base::Result<protocol::PersonVoucher> activate(const Peer& peer, const protocol::ActivationRequest& request);

private:
    base::Result<protocol::PersonVoucher> tryCode(const Peer& peer, const protocol::ActivationRequest& request, const QByteArray& publicKey);

    Parts m_parts;
    RateLimit m_limit;
};

/// Binds a key, and tells the unit by its feed. Within the caller's transaction.
base::Result<protocol::PersonVoucher> bindKey(Tables& tables, const protocol::MarkSigner& signer, const Peer& peer, const PersonKeyRow& key);
/// The platform's word for a key that is bound.
base::Result<protocol::PersonVoucher> voucherFor(const protocol::MarkSigner& signer, const QUuid& station, const PersonKeyRow& key);

/// The open account of a login in a unit, without regard to case; null: there is none.
base::Result<domain::UserId> accountOf(const Tables& tables, qint64 unit, const QString& login);

}
