#include "app/domain/Deadline.h"

#include "app/base/Clock.h"

namespace motcua::domain {

namespace {

constexpr qint64 secondsAnHour = 3600;

QDateTime moment(QDate day, QTime time) {
    if (!day.isValid())
        return {};
    return QDateTime(day, time, Qt::OffsetFromUTC, 7 * 3600).toUTC();
}

QDate workingDayFrom(QDate day, const Calendar& calendar) {
    return calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
}

bool hasOfficeHours(const UnitSettings& settings) {
    return settings.opening < settings.closing;
}

/// When the office opens on the working day after `day`, in Viet Nam's time.
QDateTime nextOpening(const QDateTime& day, const Calendar& calendar, const UnitSettings& settings) {
    return QDateTime(calendar.nextWorkingDay(day.date()), settings.opening, Qt::OffsetFromUTC, day.offsetFromUtc());
}

/// Where office time goes on at `start`: then, or when the office opens next. Both in Viet Nam's time.
QDateTime officeTimeFrom(const QDateTime& start, const Calendar& calendar, const UnitSettings& settings) {
    const bool isOver = !calendar.isWorkingDay(start.date()) || start.time() >= settings.closing;
    if (isOver)
        return nextOpening(start, calendar, settings);
    return QDateTime(start.date(), qMax(start.time(), settings.opening), Qt::OffsetFromUTC, start.offsetFromUtc());
}

/// `seconds` of office time after `start`.
QDateTime afterOfficeTime(const QDateTime& start, qint64 seconds, const Calendar& calendar, const UnitSettings& settings) {
    if (!hasOfficeHours(settings))
        return {};
    QDateTime from = officeTimeFrom(start, calendar, settings);
    while (seconds > from.time().secsTo(settings.closing)) {
        seconds -= from.time().secsTo(settings.closing);
        from = nextOpening(from, calendar, settings);
    }
    return moment(from.date(), from.time().addSecs(static_cast<int>(seconds)));
}

qint64 officeTimeBetween(const QDateTime& start, const QDateTime& end, const Calendar& calendar, const UnitSettings& settings) {
    qint64 seconds = 0;
    QDateTime from = officeTimeFrom(start, calendar, settings);
    while (from.date() < end.date()) {
        seconds += from.time().secsTo(settings.closing);
        from = nextOpening(from, calendar, settings);
    }
    return seconds + (from.date() == end.date() ? qMax(0, from.time().secsTo(qMin(end.time(), settings.closing))) : 0);
}

/// Calendar days and months: the last day, wherever it falls.
QDate lastDayOf(QDate received, int value, TimeUnit unit) {
    return unit == TimeUnit::Month ? received.addMonths(value) : received.addDays(value);
}

/// `due` in Viet Nam's time.
QDateTime byCalendarDays(const QDateTime& due, int days, const Limit& limit, const Calendar& calendar) {
    const QDate counted = lastDayOf(base::toVietnamTime(limit.received).date(), limit.value, limit.unit).addDays(limit.waitedDays);
    const bool isAsCounted = limit.received.isValid() && workingDayFrom(counted, calendar) == due.date();
    return moment(workingDayFrom((isAsCounted ? counted : due.date()).addDays(days), calendar), due.time());
}

QDateTime byWorkingDays(const QDateTime& due, QDate asked, QDate returned, const Calendar& calendar) {
    const int days = calendar.workingDaysBetween(workingDayFrom(asked, calendar), workingDayFrom(returned, calendar));
    return moment(calendar.addWorkingDays(due.date(), days), due.time());
}

Punctuality compare(const Dossier& dossier, const QDateTime& ended, const QDateTime& now) {
    if (dossier.state == State::Refused || dossier.state == State::Stopped)
        return Punctuality::Settled;
    if (!dossier.due.isValid())
        return Punctuality::NoDate;
    if (!ended.isValid()) {
        const QDateTime counted = dossier.supplementAsked.isValid() ? dossier.supplementAsked : now;
        return counted <= dossier.due ? Punctuality::OpenInTime : Punctuality::OpenLate;
    }
    if (ended > dossier.due)
        return Punctuality::Late;
    const bool earlierDay = base::toVietnamTime(ended).date() < base::toVietnamTime(dossier.due).date();
    return earlierDay ? Punctuality::Early : Punctuality::OnTime;
}

}

bool hasTime(int value, TimeUnit unit) {
    return unit == TimeUnit::SameDay15h || (unit != TimeUnit::Other && value > 0);
}

QDateTime closingOf(QDate day, const UnitSettings& settings) {
    return moment(day, settings.closing);
}

bool beforeCutOff(const QDateTime& received, const Calendar& calendar, const UnitSettings& settings) {
    const QDateTime local = base::toVietnamTime(received);
    const QTime second(local.time().hour(), local.time().minute(), local.time().second());
    return calendar.isWorkingDay(local.date()) && second <= settings.sameDayCutOff;
}

QDateTime dueMoment(const QDateTime& received, int value, TimeUnit unit, const Calendar& calendar, const UnitSettings& settings) {
    const QDateTime local = base::toVietnamTime(received);
    if (!received.isValid() || !hasTime(value, unit))
        return {};
    switch (unit) {
    case TimeUnit::SameDay15h:
        return moment(beforeCutOff(received, calendar, settings) ? local.date() : calendar.nextWorkingDay(local.date()), settings.closing);
    case TimeUnit::WorkingDay:
        return moment(calendar.addWorkingDays(local.date(), value), settings.closing);
    case TimeUnit::Day:
    case TimeUnit::Month:
        return moment(workingDayFrom(lastDayOf(local.date(), value, unit), calendar), settings.closing);
    case TimeUnit::Hour:
        return afterOfficeTime(local, value * secondsAnHour, calendar, settings);
    case TimeUnit::Other:
        break;
    }
    return {};
}

QDateTime extendedDue(const QDateTime& due, int value, TimeUnit unit, const Calendar& calendar, const UnitSettings& settings) {
    if (!due.isValid() || value <= 0)
        return due;
    const QDateTime local = base::toVietnamTime(due);
    switch (unit) {
    case TimeUnit::WorkingDay:
        return moment(calendar.addWorkingDays(local.date(), value), settings.closing);
    case TimeUnit::Day:
    case TimeUnit::Month:
        return moment(workingDayFrom(lastDayOf(local.date(), value, unit), calendar), settings.closing);
    case TimeUnit::Hour:
        return afterOfficeTime(local, value * secondsAnHour, calendar, settings);
    case TimeUnit::SameDay15h:
    case TimeUnit::Other:
        break;
    }
    return due;
}

int waitedDays(const QDateTime& asked, const QDateTime& returned) {
    if (!asked.isValid() || !returned.isValid())
        return 0;
    return qMax(0, static_cast<int>(base::toVietnamTime(asked).date().daysTo(base::toVietnamTime(returned).date())));
}

QDateTime shiftedDue(const QDateTime& due, const Waited& waited, const Limit& limit, const Calendar& calendar, const UnitSettings& settings) {
    if (!due.isValid() || !waited.asked.isValid() || waited.returned <= waited.asked)
        return due;
    const QDateTime asked = base::toVietnamTime(waited.asked);
    const QDateTime returned = base::toVietnamTime(waited.returned);
    const QDateTime local = base::toVietnamTime(due);
    if (limit.unit == TimeUnit::Hour && hasOfficeHours(settings))
        return afterOfficeTime(returned, officeTimeBetween(asked, local, calendar, settings), calendar, settings);
    const bool byCalendar = limit.unit == TimeUnit::Day || limit.unit == TimeUnit::Month;
    QDateTime shifted = byCalendar ? byCalendarDays(local, waitedDays(asked, returned), limit, calendar)
                                   : byWorkingDays(local, asked.date(), returned.date(), calendar);
    if (limit.unit == TimeUnit::SameDay15h)
        shifted = qMax(shifted, dueMoment(waited.returned, 0, limit.unit, calendar, settings));
    return shifted > waited.returned ? shifted : closingOf(calendar.nextWorkingDay(returned.date()), settings);
}

Punctuality localPunctuality(const Dossier& dossier, const QDateTime& now) {
    return compare(dossier, dossier.completed, now);
}

Punctuality nationalPunctuality(const Dossier& dossier, const QDateTime& now) {
    if (dossier.supplements > 1)
        return Punctuality::Late;
    const QDateTime ended = dossier.completed.isValid() ? dossier.completed : dossier.supplementAsked;
    return compare(dossier, ended, now);
}

}
