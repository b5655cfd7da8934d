#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/store/HeardTable.h"
#include "sync/gateway/store/PlatformStore.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

/// What each station is known to have heard of its unit's accounts and settings and of the kinds of job, and how far its own chain had come by then.
/// A station that asks the feed for what lies past a cursor has stored everything up to it; in the same question it says how many records it has
/// written. Owned by Platform; may be used by any thread.
class Heard {
public:
    /// What was done within this time after the station asked counts as done before: the screens of the station follow its feed,
    /// but not in the same moment. Milliseconds.
    static constexpr qint64 grace = 60'000;

    Heard(PlatformStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// The station has stored the feed up to `cursor` and had written `written` records; nothing: it does not say, and is taken to
    /// have written what the platform holds. Writes only when accounts, settings or kinds of job were among what it heard.
    base::Outcome note(const Peer& peer, qint64 cursor, std::optional<qint64> written);

    /// One station's, while its records are taken in.
    class Past {
    public:
        /// In the caller's transaction.
        static base::Result<Past> of(const Tables& tables, qint64 station);
        /// The last cursor that the station surely knew when it wrote its record `seq`, at `at` (UTC milliseconds by its own clock);
        /// 0: none.
        qint64 cursorAt(qint64 seq, qint64 at) const;

    private:
        std::vector<HeardRow> m_rows; ///< the newest first
    };

private:
    PlatformStore& m_store;
    const base::Clock& m_clock;
};

}
