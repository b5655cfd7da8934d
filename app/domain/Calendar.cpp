#include "app/domain/Calendar.h"

#include "app/domain/Csv.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::domain {

namespace {

base::Result<Calendar> malformed(qsizetype line) {
    return base::fail(QStringLiteral("calendar.malformed"), {{QStringLiteral("line"), QString::number(line)}});
}

QJsonArray sorted(const QSet<QDate>& days) {
    QList<QDate> list = days.values();
    std::sort(list.begin(), list.end());
    QJsonArray array;
    for (const QDate day : list)
        array.append(day.toString(Qt::ISODate));
    return array;
}

}

bool Calendar::isWorkingDay(QDate day) const {
    if (m_makeUpDays.contains(day))
        return true;
    return day.isValid() && day.dayOfWeek() <= Qt::Friday && !m_daysOff.contains(day);
}

QDate Calendar::nextWorkingDay(QDate day) const {
    do
        day = day.addDays(1);
    while (day.isValid() && !isWorkingDay(day));
    return day;
}

QDate Calendar::addWorkingDays(QDate day, int n) const {
    for (int i = 0; i < n && day.isValid(); ++i)
        day = nextWorkingDay(day);
    return day;
}

int Calendar::workingDaysBetween(QDate from, QDate to) const {
    if (!from.isValid() || !to.isValid())
        return 0;
    int days = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        days += isWorkingDay(day) ? 1 : 0;
    return days;
}

QJsonObject Calendar::toJson() const {
    return {{QStringLiteral("daysOff"), sorted(m_daysOff)}, {QStringLiteral("makeUpDays"), sorted(m_makeUpDays)}};
}

base::Result<Calendar> calendarFromCsv(const QByteArray& csv) {
    const auto records = parseCsv(csv);
    if (!records)
        return base::fail(base::Error{QStringLiteral("calendar.malformed"), records.error().detail});
    if (records->empty())
        return malformed(1);
    const qsizetype dateColumn = records->front().indexOf(QLatin1String("date"));
    const qsizetype typeColumn = records->front().indexOf(QLatin1String("type"));
    if (dateColumn < 0 || typeColumn < 0)
        return malformed(1);
    static const QStringList offTypes{QStringLiteral("holiday"), QStringLiteral("compensatory"), QStringLiteral("swap_off")};
    Calendar calendar;
    for (size_t i = 1; i < records->size(); ++i) {
        const QStringList& record = (*records)[i];
        const QDate day = QDate::fromString(record.value(dateColumn), Qt::ISODate);
        const QString type = record.value(typeColumn);
        if (!day.isValid())
            return malformed(static_cast<qsizetype>(i) + 1);
        if (offTypes.contains(type))
            calendar.addDayOff(day);
        else if (type == QLatin1String("makeup_workday"))
            calendar.addMakeUpDay(day);
        else
            return malformed(static_cast<qsizetype>(i) + 1);
    }
    return calendar;
}

base::Result<Calendar> calendarFromJson(const QJsonObject& json) {
    Calendar calendar;
    const QJsonArray daysOff = json.value(QLatin1String("daysOff")).toArray();
    const QJsonArray makeUpDays = json.value(QLatin1String("makeUpDays")).toArray();
    for (const QJsonValue& value : daysOff) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (!day.isValid())
            return malformed(0);
        calendar.addDayOff(day);
    }
    for (const QJsonValue& value : makeUpDays) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (!day.isValid())
            return malformed(0);
        calendar.addMakeUpDay(day);
    }
    return calendar;
}

}
