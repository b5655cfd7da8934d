#include "app/base/Clock.h"

#include <ctime>

namespace motcua::base {

QDateTime SystemClock::now() const {
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonic() const {
    constexpr qint64 millisecondsInSecond = 1000;
    constexpr qint64 nanosecondsInMillisecond = 1'000'000;
    timespec since{};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    return since.tv_sec * millisecondsInSecond + since.tv_nsec / nanosecondsInMillisecond;
}

QDateTime toVietnamTime(const QDateTime& moment) {
    constexpr int offsetSeconds = 7 * 3600;
    return moment.toOffsetFromUtc(offsetSeconds);
}

}
