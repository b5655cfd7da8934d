#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/store/PlatformStore.h"

namespace motcua::gateway {

/// How often something may fail within a span of time: for one address, and for all together. The failures are in the store, so all
/// programs that serve the same data count together, and a restart forgets none. Owned by Enrolment; may be used by any thread.
class RateLimit {
public:
    struct Bounds {
        int each = 10;
        int all = 100;
        qint64 span = 60 * 1000; ///< milliseconds
    };
    RateLimit(PlatformStore& store, const base::Clock& clock, Bounds bounds) : m_store(store), m_clock(clock), m_bounds(bounds) {}

    /// False when there were too many failures.
    base::Result<bool> allows(const QString& address) const;
    base::Outcome countFailure(const QString& address);
    /// Addresses stay written down no longer than they count.
    base::Outcome forgetOld();

private:
    PlatformStore& m_store;
    const base::Clock& m_clock;
    Bounds m_bounds;
};

}
