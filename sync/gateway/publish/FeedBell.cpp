#include "sync/gateway/publish/FeedBell.h"

namespace motcua::gateway {

FeedBell::Waiter::Waiter(FeedBell& bell, qint64 unit, qint64 station) : m_bell(bell), m_unit(unit), m_station(station) {
    {
        const std::lock_guard lock(m_bell.m_mutex);
        int others = 0;
        for (Waiter* waiter : m_bell.m_waiters) {
            waiter->m_superseded = waiter->m_superseded || waiter->m_station == station;
            others += waiter->m_superseded ? 0 : 1;
        }
        m_turnedAway = others >= m_bell.m_mostWaiting;
        if (!m_turnedAway)
            m_bell.m_waiters.push_back(this);
    }
    m_bell.m_rings.notify_all();
}

FeedBell::Waiter::~Waiter() {
    const std::lock_guard lock(m_bell.m_mutex);
    m_bell.m_waiters.remove(this);
}

bool FeedBell::Waiter::wait(std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(m_bell.m_mutex);
    m_bell.m_rings.wait_until(lock, until, [this] { return m_rung || m_superseded || m_bell.m_stopped; });
    return std::exchange(m_rung, false) && !m_superseded && !m_bell.m_stopped;
}

template <class Meant>
void FeedBell::ring(Meant&& meant) {
    {
        const std::lock_guard lock(m_mutex);
        for (Waiter* waiter : m_waiters)
            waiter->m_rung = waiter->m_rung || meant(*waiter);
    }
    m_rings.notify_all();
}

void FeedBell::ringUnit(qint64 unit, qint64 exceptStation) {
    ring([=](const Waiter& waiter) { return waiter.m_unit == unit && waiter.m_station != exceptStation; });
}

void FeedBell::ringStation(qint64 station) {
    ring([=](const Waiter& waiter) { return waiter.m_station == station; });
}

base::Outcome FeedBell::ringIfChangedElsewhere() {
    return m_store.changedElsewhere().map([this](bool changed) {
        if (changed)
            ring([](const Waiter&) { return true; });
        return base::Done();
    });
}

void FeedBell::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_rings.notify_all();
}

}
