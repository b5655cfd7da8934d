#pragma once

#include "app/base/Clock.h"

#include <QHash>
#include <QString>

#include <deque>
#include <mutex>

namespace motcua::gateway {

/// How often something may fail within a span of time: for one address, and for all together. Owned by Enrolment; may be
/// used by any thread.
class RateLimit {
public:
    struct Bounds {
        int each = 10;
        int all = 100;
        qint64 span = 60 * 1000; ///< milliseconds
    };
    RateLimit(const base::Clock& clock, Bounds bounds) : m_clock(clock), m_bounds(bounds) {}

    /// False when there were too many failures.
    bool allows(const QString& address);
    void countFailure(const QString& address);

private:
    void forgetOld();

    const base::Clock& m_clock;
    Bounds m_bounds;
    std::mutex m_mutex;
    std::deque<std::pair<qint64, QString>> m_failures;
    QHash<QString, int> m_byAddress;
};

}
