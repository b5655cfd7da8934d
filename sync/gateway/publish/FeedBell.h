#pragma once

#include "sync/gateway/store/PlatformStore.h"

#include <functional>
#include <list>
#include <mutex>

namespace motcua::gateway {

/// Wakes the requests that wait for something new in the feed. A waiter signs in before it looks, so nothing that is
/// published while it looks is missed. Who publishes in this program rings; what others publish the store tells, when it is asked by
/// ringIfChangedElsewhere(). A station asks one question at a time: its newer question ends the older one, whose
/// connection is most likely gone without a word. Owned by Platform; may be used by any thread.
class FeedBell {
public:
    /// Who waits; signed in as long as it lives.
    class Waiter {
    public:
        Waiter(FeedBell& bell, qint64 unit, qint64 station);
        ~Waiter();
        Waiter(const Waiter&) = delete;
        Waiter& operator=(const Waiter&) = delete;

        /// Too many wait already: answer at once.
        bool isTurnedAway() const { return m_turnedAway; }
        /// Whether it has rung since this was asked last.
        bool takeRing();
        /// The station asked anew, or the platform stops: answer at once.
        bool isOver() const;
        /// Calls back once, when it rings or is over; at once if that has been. `call` runs in the thread that rings, which holds a lock: it
        /// must only pass the word on. It replaces an earlier one, and is not called after this object is gone.
        void notify(std::function<void()> call);

    private:
        friend class FeedBell;
        void tell();
        FeedBell& m_bell;
        qint64 m_unit;
        qint64 m_station;
        bool m_rung = false;
        bool m_superseded = false;
        bool m_turnedAway = false;
        std::function<void()> m_call;
    };

    FeedBell(PlatformStore& store, int mostWaiting) : m_store(store), m_mostWaiting(mostWaiting) {}

    /// For all stations of a unit except the one whose act it was (0: none).
    void ringUnit(qint64 unit, qint64 exceptStation);
    void ringStation(qint64 station);
    /// Wakes everyone when another program, such as a technician's command, has written since this was called last.
    base::Result<bool> ringIfChangedElsewhere();
    /// Everyone is told and nobody waits any more.
    void stop();

private:
    template <class Meant>
    void ring(Meant&& meant);

    PlatformStore& m_store;
    mutable std::mutex m_mutex;
    std::list<Waiter*> m_waiters;
    int m_mostWaiting;
    bool m_stopped = false;
};

}
