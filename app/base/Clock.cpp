#include "app/base/Clock.h"

#include <QDeadlineTimer>

namespace motcua::base {

QDateTime SystemClock::now() const {
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonic() const {
    return QDeadlineTimer::current().deadline();
}

QDateTime toVietnamTime(const QDateTime& moment) {
    constexpr int offsetSeconds = 7 * 3600;
    return moment.toOffsetFromUtc(offsetSeconds);
}

}
