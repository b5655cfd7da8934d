#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/store/HeardTable.h"
#include "sync/gateway/store/PlatformStore.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

/// What each station is known to have heard of its unit's accounts and settings and of the kinds of job, and how far its own chain had come by then.
/// First of all its chain says so itself ("feed-heard"): what comes after that is judged by it, whatever any clock says. Besides, a station has heard
/// what was sent to it, whether it says so or not; in its question it says how many records it has written, which are believed for a day. Owned by
/// Platform; may be used by any thread.
class Heard {
public:
    /// What was done within this time after it was sent counts as done before: the screens of the station follow its feed, but not in the same
    /// moment. Milliseconds.
    static constexpr qint64 grace = 60'000;
    /// How long what the station had written before that, and had not sent yet, may be under way. Milliseconds.
    static constexpr qint64 backlog = 24 * 3'600'000;

    Heard(PlatformStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// The station was sent the feed up to `cursor` and had written `written` records when it asked; nothing: it does not say, and is taken to
    /// have written what the platform holds. Writes only when accounts, settings or kinds of job were among what it heard.
    base::Outcome note(const Peer& peer, qint64 cursor, std::optional<qint64> written);
    /// The station says that it has stored the feed up to `cursor`. Said within `grace` after that was sent, what it wrote while it waited for its
    /// answer counts as written before.
    base::Outcome confirm(const Peer& peer, qint64 cursor, std::optional<qint64> written);

    /// One station's, while its records are taken in.
    class Past {
    public:
        /// In the caller's transaction.
        static base::Result<Past> of(const Tables& tables, qint64 station);
        /// A record of a station, with the moments (UTC milliseconds) at which it says it was written and at which it came. The first can only
        /// tell against the station.
        struct Written {
            qint64 seq = 0;
            qint64 at = 0;
            qint64 received = 0;
        };
        /// The last cursor that the station knew when it wrote that; 0: none.
        qint64 cursorAt(const Written& record) const;
        /// Its chain goes on with a record that says so.
        void say(const SaidRow& said) { m_said.insert(m_said.begin(), said); }

    private:
        qint64 saidBefore(qint64 seq) const;

        std::vector<HeardRow> m_rows; ///< the newest first
        std::vector<SaidRow> m_said;  ///< the newest first
    };

private:
    PlatformStore& m_store;
    const base::Clock& m_clock;
};

}
