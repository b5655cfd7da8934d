#include "sync/gateway/RateLimit.h"

namespace motcua::gateway {

bool RateLimit::allows(const QString& address) {
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonic();
    while (!m_tries.empty() && now - m_tries.front().first >= m_bounds.span) {
        if (--m_byAddress[m_tries.front().second] == 0)
            m_byAddress.remove(m_tries.front().second);
        m_tries.pop_front();
    }
    if (static_cast<int>(m_tries.size()) >= m_bounds.all || m_byAddress.value(address) >= m_bounds.each)
        return false;
    m_tries.emplace_back(now, address);
    ++m_byAddress[address];
    return true;
}

}
