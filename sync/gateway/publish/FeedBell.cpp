#include "sync/gateway/publish/FeedBell.h"

#include <utility>

namespace motcua::gateway {

FeedBell::Waiter::Waiter(FeedBell& bell, qint64 unit, qint64 station) : m_bell(bell), m_unit(unit), m_station(station) {
    const std::lock_guard lock(m_bell.m_mutex);
    int others = 0;
    for (Waiter* waiter : m_bell.m_waiters) {
        if (waiter->m_station == station && !waiter->m_superseded) {
            waiter->m_superseded = true;
            waiter->tell();
        }
        others += waiter->m_superseded ? 0 : 1;
    }
    m_turnedAway = others >= m_bell.m_mostWaiting;
    if (!m_turnedAway)
        m_bell.m_waiters.push_back(this);
}

FeedBell::Waiter::~Waiter() {
    const std::lock_guard lock(m_bell.m_mutex);
    m_bell.m_waiters.remove(this);
}

bool FeedBell::Waiter::takeRing() {
    const std::lock_guard lock(m_bell.m_mutex);
    return std::exchange(m_rung, false);
}

bool FeedBell::Waiter::isOver() const {
    const std::lock_guard lock(m_bell.m_mutex);
    return m_superseded || m_turnedAway || m_bell.m_stopped;
}

void FeedBell::Waiter::notify(std::function<void()> call) {
    const std::lock_guard lock(m_bell.m_mutex);
    m_call = std::move(call);
    if (m_rung || m_superseded || m_turnedAway || m_bell.m_stopped)
        tell();
}

void FeedBell::Waiter::tell() {
    if (const auto call = std::exchange(m_call, {}))
        call();
}

template <class Meant>
void FeedBell::ring(Meant&& meant) {
    const std::lock_guard lock(m_mutex);
    for (Waiter* waiter : m_waiters)
        if (meant(*waiter)) {
            waiter->m_rung = true;
            waiter->tell();
        }
}

void FeedBell::ringUnit(qint64 unit, qint64 exceptStation) {
    ring([=](const Waiter& waiter) { return waiter.m_unit == unit && waiter.m_station != exceptStation; });
}

void FeedBell::ringStation(qint64 station) {
    ring([=](const Waiter& waiter) { return waiter.m_station == station; });
}

base::Result<bool> FeedBell::ringIfChangedElsewhere() {
    const auto changed = m_store.changedElsewhere();
    if (changed.value_or(false))
        ring([](const Waiter&) { return true; });
    return changed;
}

void FeedBell::stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (Waiter* waiter : m_waiters)
        waiter->tell();
}

}
