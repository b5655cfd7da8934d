#pragma once

#include "app/base/Clock.h"

namespace motcua::test {

/// Wall clock and ticks, moved apart or together.
class StationClock final : public base::Clock {
public:
    QDateTime now() const override { return m_now; }
    qint64 monotonic() const override { return m_monotonic; }

    void pass(qint64 seconds) {
        moveWall(seconds);
        m_monotonic += seconds * 1000;
    }
    /// Someone sets the clock.
    void moveWall(qint64 seconds) { m_now = m_now.addSecs(seconds); }
    /// The program starts anew.
    void restart() { m_monotonic = 5000; }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    qint64 m_monotonic = 1'000'000;
};

}
