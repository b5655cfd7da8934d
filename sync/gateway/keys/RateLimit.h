#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/store/PlatformStore.h"

namespace motcua::gateway {

/// How often somebody may fail within a span of time. A try counts as failed from its beginning, so that many at once are no more than one after
/// the other; whoever was right is forgiven it. Nobody's failures shut anybody else out. They are in the store, so all programs that serve the
/// same data count together, and a restart forgets none. Owned by Enrolment; may be used by any thread.
class RateLimit {
public:
    struct Bounds {
        int most = 10;
        qint64 span = 60 * 1000; ///< milliseconds
    };
    RateLimit(PlatformStore& store, const base::Clock& clock, Bounds bounds) : m_store(store), m_clock(clock), m_bounds(bounds) {}

    /// Who tries from an address; of IPv6 the network of one customer (/64), whose addresses are without number.
    static QString whoAt(const QString& address);

    /// False: there were too many failures, and this is no further try.
    base::Result<bool> begin(const QString& who);
    /// The last try was right.
    base::Outcome forgive(const QString& who);
    /// Addresses stay written down no longer than they count.
    base::Outcome forgetOld();

private:
    PlatformStore& m_store;
    const base::Clock& m_clock;
    Bounds m_bounds;
};

}
