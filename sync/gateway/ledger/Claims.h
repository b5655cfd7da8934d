#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/store/Database.h"

namespace motcua::gateway {

/// Dossiers that one station asks another for: one asker at a time, until the dossier moves or the time is over. Owned by Platform;
/// may be used by any thread.
class Claims {
public:
    enum class Answer { PassedOn, HeldAlready };

    Claims(Database& database, const base::Clock& clock, FeedBell& bell) : m_database(database), m_clock(clock), m_bell(bell) {}

    /// Errors: "claim.unknown", "claim.held-by-other" with station.
    base::Result<Answer> ask(const Peer& peer, const QUuid& dossier);
    /// Tells the askers whose time is over.
    base::Outcome expire();

    static constexpr qint64 lifetime = 120 * 1000; ///< milliseconds

private:
    struct Holding;
    base::Result<Holding> holding(sqlite::Connection& connection, const QUuid& dossier);
    base::Outcome passOn(sqlite::Connection& connection, const Peer& peer, const Holding& holding);

    Database& m_database;
    const base::Clock& m_clock;
    FeedBell& m_bell;
};

}
