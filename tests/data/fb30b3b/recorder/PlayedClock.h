#pragma once

#include "app/base/Clock.h"

#include <atomic>

namespace motcua::recorder {

/// The hour that is played. The gateway and both stations ask the same one. Moves only when told, never back. Any
/// thread.
class PlayedClock final : public base::Clock {
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
    qint64 monotonic() const override { return m_system.monotonic(); }

    /// To an hour in Viet Nam.
    void set(QDate day, QTime time) { m_now = QDateTime(day, time, Qt::OffsetFromUTC, 7 * 3600).toMSecsSinceEpoch(); }
    void pass(int seconds) { m_now += seconds * Q_INT64_C(1000); }

private:
    base::SystemClock m_system;
    std::atomic<qint64> m_now = 0;
};

}
