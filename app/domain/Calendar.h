#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QSet>

namespace motcua::domain {

/// Working days of state agencies: Monday to Friday without public holidays and swapped days off, plus make-up Saturdays
/// (Bộ luật Lao động 2019, Điều 111–112; domain/holidays.csv).
class Calendar {
public:
    void addDayOff(QDate day) { m_daysOff.insert(day); }
    void addMakeUpDay(QDate day) { m_makeUpDays.insert(day); }

    bool isWorkingDay(QDate day) const;
    /// The first working day after `day`.
    QDate nextWorkingDay(QDate day) const;
    /// The n-th working day after `day`; n ≥ 0, 0 gives `day` itself.
    QDate addWorkingDays(QDate day, int n) const;
    /// Working days after `from` up to and including `to`; 0 when to ≤ from.
    int workingDaysBetween(QDate from, QDate to) const;

    /// {"daysOff": ["2026-11-24", …], "makeUpDays": […]}, days in order.
    QJsonObject toJson() const;

private:
    QSet<QDate> m_daysOff;
    QSet<QDate> m_makeUpDays;
};

/// From domain/holidays.csv (columns date and type). Errors: "calendar.malformed" with line.
base::Result<Calendar> calendarFromCsv(const QByteArray& csv);
/// From the feed's form, as toJson() writes it. Errors: "calendar.malformed".
base::Result<Calendar> calendarFromJson(const QJsonObject& json);

}
