#pragma once

#include <chrono>
#include <functional>

namespace motcua::engine {

/// How long to wait after each failure: doubling up to a ceiling, with full jitter, so that two hundred stations that lost
/// the same line do not come back in the same second. A value of its lane; no thread of its own.
class RetryPolicy {
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Uniform in [0, 1). Tests hand in one they know.
    using Random = std::function<double()>;

    struct Limits {
        Milliseconds first{1000};
        Milliseconds ceiling{120'000};
        /// Full jitter may draw zero; nothing is asked again sooner than this.
        Milliseconds least{250};
    };

    explicit RetryPolicy(Random random);
    RetryPolicy(Limits limits, Random random);

    /// The wait after one more failure: random × min(ceiling, first × 2^(failures-1)), never below `least`.
    Milliseconds afterFailure();
    /// For what only a person can repair: the ceiling, with a quarter of jitter.
    Milliseconds afterRejection();
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Limits m_limits;
    Random m_random;
    int m_failures = 0;
};

}
