#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/ledger/HeldDossiers.h"
#include "sync/gateway/ledger/KnownJobs.h"
#include "sync/gateway/ledger/KnownLists.h"
#include "sync/gateway/ledger/Mandates.h"
#include "sync/gateway/ledger/OnRefusal.h"
#include "sync/gateway/ledger/PersonKeys.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/protocol/Messages.h"

#include <vector>

namespace motcua::gateway {

/// Takes in the stations' records: checks each against its chain, the domain's rules and what is held already, and keeps them.
/// Owned by Platform; may be used by any thread.
class Ledger {
public:
    struct Parts {
        PlatformStore& store;
        const Authority& authority;
        const base::Clock& clock;
        FeedBell& bell;
    };
    explicit Ledger(const Parts& parts) : m_parts(parts) {}

    base::Result<protocol::Mark> mark(const Peer& peer) const;
    /// The station's own records after `seq` as a batch: for a desk whose data came from an older copy.
    base::Result<QByteArray> recordsOf(const Peer& peer, qint64 seq, int limit) const;
    /// All records before the one at which the chain stands still are durable when this returns. Errors: "batch.wrong-head", "platform.not-stored"
    /// (nothing is held).
    struct Terms {
        OnRefusal onRefusal = OnRefusal::Stop;
        QByteArray head = {}; ///< the station's signature over its last record; empty: it gives none
    };
    base::Result<protocol::PushAnswer> push(const Peer& peer, const std::vector<protocol::Record>& records, const Terms& terms);

private:
    Parts m_parts;
    HeldDossiers m_dossiers;
    Mandates m_mandates;
    KnownJobs m_jobs;
    PersonKeys m_keys;
    KnownLists m_lists;
};

}
