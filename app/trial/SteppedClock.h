#pragma once

#include "app/base/Clock.h"

namespace motcua::trial {

/// The hour of the day that is played. Moves only when told, never back.
class SteppedClock final : public base::Clock {
public:
    QDateTime now() const override { return m_now; }
    qint64 monotonic() const override { return m_system.monotonic(); }
    void moveTo(const QDateTime& moment) {
        if (!m_now.isValid() || moment > m_now)
            m_now = moment;
    }

private:
    base::SystemClock m_system;
    QDateTime m_now;
};

}
