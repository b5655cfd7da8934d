#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/Authority.h"
#include "sync/gateway/Database.h"
#include "sync/gateway/FeedBell.h"
#include "sync/gateway/Folders.h"
#include "sync/gateway/Mandates.h"
#include "sync/gateway/Stations.h"
#include "sync/protocol/Messages.h"

#include <vector>

namespace motcua::gateway {

/// Takes in the stations' records: checks each against its chain, the domain's rules and what is held already, and keeps them.
/// Owned by Platform; may be used by any thread, one batch at a time is taken in.
class Ledger {
public:
    struct Parts {
        Database& database;
        const Authority& authority;
        const base::Clock& clock;
        FeedBell& bell;
    };
    explicit Ledger(const Parts& parts) : m_parts(parts) {}

    base::Result<protocol::Mark> mark(const Peer& peer) const;
    /// All records before the first refused one are durable when this returns. Errors: "platform.not-stored" (nothing is held).
    base::Result<protocol::PushAnswer> push(const Peer& peer, const std::vector<protocol::Record>& records);

private:
    Parts m_parts;
    Folders m_folders;  ///< these two are used with the writer session in hand
    Mandates m_mandates;
};

}
