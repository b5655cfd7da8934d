#pragma once

#include "app/base/Clock.h"

namespace motcua::test {

/// Time as a test moves it. Begins on Monday 23 November 2026 at 09:00 in Viet Nam.
class ManualClock final : public base::Clock {
public:
    QDateTime now() const override { return m_now; }
    qint64 monotonic() const override { return m_monotonic; }

    void advance(qint64 seconds) {
        m_now = m_now.addSecs(seconds);
        m_monotonic += seconds * 1000;
    }
    /// To an hour in Viet Nam.
    void set(QDate day, QTime time) { m_now = QDateTime(day, time, Qt::OffsetFromUTC, 7 * 3600).toUTC(); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    qint64 m_monotonic = 1'000'000;
};

}
