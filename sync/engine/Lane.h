#pragma once

#include "sync/engine/RetryPolicy.h"

#include <QtGlobal>

namespace motcua::engine {

/// What can happen to a lane.
enum class Occasion {
    Woken,               ///< there may be new work
    TriedNow,            ///< a person asked
    LineCame,            ///< the system says that the network is back
    LineWent,            ///< the system says that the network is gone
    NeighbourGotThrough, ///< another lane had an answer, so there is a line
    TimeCame,            ///< the wait is over
    Succeeded,           ///< the request under way was answered and its answer kept
    Failed,              ///< no line, or an answer that came too late
    Troubled,            ///< the platform answered, and is in trouble or talks nonsense
    Rejected,            ///< nothing will change until a person repairs something: certificate, clock, address
    Refused,             ///< the platform will not have this record
    Ended                ///< the station locks up
};

/// One lane of the synchronisation, as a state machine without time, network or disk of its own: it is told what happened and
/// says what to do. The lanes know nothing of each other, so a stuck one never holds up another.
class Lane {
public:
    enum class State { Resting, Busy, Waiting, NeedsYou, Stopped };

    enum class Act {
        Nothing, ///< go on as before
        Start,   ///< start the next piece of work; the lane is busy until it hears how that ended
        Wait,    ///< come back with TimeCame at due()
        Rest     ///< nothing to do until woken
    };

    explicit Lane(RetryPolicy policy);

    /// `now` is monotonic milliseconds; `hasWork` says whether the planner has something for this lane.
    Act tell(Occasion occasion, qint64 now, bool hasWork);

    State state() const { return m_state; }
    /// Monotonic milliseconds; only while waiting.
    qint64 due() const { return m_due; }
    int failures() const { return m_policy.failures(); }

private:
    Act startOrRest(bool hasWork);
    Act wait(qint64 now, RetryPolicy::Milliseconds delay);
    Act tellResting(Occasion occasion, bool hasWork);
    Act tellBusy(Occasion occasion, qint64 now, bool hasWork);
    Act tellWaiting(Occasion occasion, qint64 now, bool hasWork);

    RetryPolicy m_policy;
    State m_state = State::Resting;
    qint64 m_due = 0;
    bool m_lineMayHelp = false; ///< the last failure was the line's, not the platform's
    bool m_hurry = false;       ///< someone asked, or the line came, while the request under way was already doomed
};

}
