#include "app/domain/Deadline.h"

#include "app/base/Clock.h"

namespace motcua::domain {

namespace {

QDateTime moment(QDate day, QTime time) {
    if (!day.isValid())
        return {};
    return QDateTime(day, time, Qt::OffsetFromUTC, 7 * 3600).toUTC();
}

QDate workingDayFrom(QDate day, const Calendar& calendar) {
    return calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
}

/// `hours` of office time after `start`.
QDateTime afterOfficeHours(const QDateTime& start, int hours, const Calendar& calendar, const UnitSettings& settings) {
    if (settings.opening.secsTo(settings.closing) <= 0)
        return {};
    QDate day = start.date();
    QTime from = qMax(start.time(), settings.opening);
    if (!calendar.isWorkingDay(day) || from >= settings.closing) {
        day = calendar.nextWorkingDay(day);
        from = settings.opening;
    }
    qint64 left = hours * 3600LL;
    while (left > from.secsTo(settings.closing)) {
        left -= from.secsTo(settings.closing);
        day = calendar.nextWorkingDay(day);
        from = settings.opening;
    }
    return moment(day, from.addSecs(static_cast<int>(left)));
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
        return moment(workingDayFrom(local.date().addDays(value), calendar), settings.closing);
    case TimeUnit::Month:
        return moment(workingDayFrom(local.date().addMonths(value), calendar), settings.closing);
    case TimeUnit::Hour:
        return afterOfficeHours(local, value, calendar, settings);
    case TimeUnit::Other:
        break;
    }
    return {};
}

QDateTime shiftedDue(const QDateTime& due, const Waited& waited, TimeUnit unit, const Calendar& calendar) {
    if (!due.isValid() || !waited.asked.isValid() || waited.returned <= waited.asked)
        return due;
    const QDate asked = base::toVietnamTime(waited.asked).date();
    const QDate returned = base::toVietnamTime(waited.returned).date();
    const QDateTime local = base::toVietnamTime(due);
    if (unit == TimeUnit::Day || unit == TimeUnit::Month)
        return moment(workingDayFrom(local.date().addDays(asked.daysTo(returned)), calendar), local.time());
    return moment(calendar.addWorkingDays(local.date(), calendar.workingDaysBetween(asked, returned)), local.time());
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
