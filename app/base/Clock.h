#pragma once

#include <QDateTime>

#include <chrono>

namespace motcua::base {

/// The one source of time. Whoever needs the hour is handed a Clock; tests hand in one they can move.
class Clock {
public:
    virtual ~Clock() = default;
    /// Now, UTC, to the millisecond.
    virtual QDateTime now() const = 0;
    /// Milliseconds that only grow, for waits and time-outs; the time that the machine sleeps counts. The starting point has no meaning.
    virtual qint64 monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
    qint64 monotonic() const override;
};

/// What two honest clocks may differ by.
constexpr std::chrono::minutes clockTolerance{5};

/// Viet Nam time (UTC+7, no daylight saving): what deadlines, forms and books are written in.
QDateTime toVietnamTime(const QDateTime& moment);

}
