#include "sync/gateway/net/RateLimit.h"

namespace motcua::gateway {

void RateLimit::forgetOld() {
    const qint64 now = m_clock.monotonic();
    while (!m_failures.empty() && now - m_failures.front().first >= m_bounds.span) {
        if (--m_byAddress[m_failures.front().second] == 0)
            m_byAddress.remove(m_failures.front().second);
        m_failures.pop_front();
    }
}

bool RateLimit::allows(const QString& address) {
    const std::lock_guard lock(m_mutex);
    forgetOld();
    return static_cast<int>(m_failures.size()) < m_bounds.all && m_byAddress.value(address) < m_bounds.each;
}

void RateLimit::countFailure(const QString& address) {
    const std::lock_guard lock(m_mutex);
    m_failures.emplace_back(m_clock.monotonic(), address);
    ++m_byAddress[address];
}

}
