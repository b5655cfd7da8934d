#include "sync/engine/RetryPolicy.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace motcua::engine {

RetryPolicy::RetryPolicy(Random random) : RetryPolicy(Limits(), std::move(random)) {}

RetryPolicy::RetryPolicy(Limits limits, Random random) : m_limits(limits), m_random(std::move(random)) {}

RetryPolicy::Milliseconds RetryPolicy::afterFailure() {
    // A count, not a running product: a week without a line must not overflow.
    constexpr int doublingsThatMatter = 30;
    m_failures = std::min(m_failures + 1, doublingsThatMatter);
    Milliseconds window = m_limits.first;
    for (int i = 1; i < m_failures && window < m_limits.ceiling; ++i)
        window *= 2;
    window = std::min(window, m_limits.ceiling);
    const Milliseconds drawn(static_cast<std::int64_t>(static_cast<double>(window.count()) * m_random()));
    return std::max(drawn, m_limits.least);
}

RetryPolicy::Milliseconds RetryPolicy::afterRejection() {
    const double share = 0.75 + 0.25 * m_random();
    return std::max(Milliseconds(static_cast<std::int64_t>(static_cast<double>(m_limits.ceiling.count()) * share)), m_limits.least);
}

}
