#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/ClaimTable.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

namespace motcua::gateway {

/// Dossiers that one station asks another for: one asker at a time, until the dossier moves or the time is over. Owned by Platform;
/// may be used by any thread.
class Claims {
public:
    enum class Answer { PassedOn, HeldAlready };

    Claims(PlatformStore& store, const base::Clock& clock, FeedBell& bell) : m_store(store), m_clock(clock), m_bell(bell) {}

    /// Errors: "claim.unknown", "claim.needs-newer-program" (the asker reads the first record version alone, and the dossier has
    /// records of later ones: it could not go on with it), "claim.held-by-other" with station.
    base::Result<Answer> ask(const Peer& peer, const QUuid& dossier);
    /// Tells the askers whose time is over.
    base::Outcome expire();

    static constexpr qint64 lifetime = 120 * 1000; ///< milliseconds

private:
    base::Outcome readable(const Tables& tables, const Peer& peer, const QUuid& dossier) const;
    base::Result<Holding> holding(const Tables& tables, const Peer& peer, const QUuid& dossier) const;
    base::Outcome passOn(Tables& tables, const Peer& peer, const Holding& holding);

    PlatformStore& m_store;
    const base::Clock& m_clock;
    FeedBell& m_bell;
};

}
