#pragma once

#include "app/domain/Calendar.h"
#include "app/domain/Dossier.h"
#include "app/domain/Settings.h"

namespace motcua::domain {

// When a result is due. Bộ luật Dân sự 2015, Điều 147–148 (the first day does not count, a last day off moves on);
// NĐ 23/2015/NĐ-CP, Điều 7 (after 15:00 the next working day); one-stop.md §7. Moments are UTC, days are days in Viet Nam.

/// Whether a time says something to count by: a same-day matter, or a value from 1 up.
bool hasTime(int value, TimeUnit unit);
/// The office's closing time of a day.
QDateTime closingOf(QDate day, const UnitSettings& settings);

/// The due moment of something received at `received`: the office's closing time of the due day, or for hours the minute.
/// Invalid when the catalogue states no time (unit Other, or a value below 1 where one is needed).
QDateTime dueMoment(const QDateTime& received, int value, TimeUnit unit, const Calendar& calendar, const UnitSettings& settings);

/// `due`, a due moment, moved on by so much more time: the closing time of the day that it ends on, of hours the minute. 0, and a unit that says
/// no time: as it was.
QDateTime extendedDue(const QDateTime& due, int value, TimeUnit unit, const Calendar& calendar, const UnitSettings& settings);

/// Whether something of a same-day matter that is received at `moment` still belongs to that day: a working day, not after the
/// cut-off. 15:00:00 is on time, 15:00:01 is not.
bool beforeCutOff(const QDateTime& moment, const Calendar& calendar, const UnitSettings& settings);

/// What a due moment was counted by.
struct Limit {
    TimeUnit unit = TimeUnit::WorkingDay;
    int value = 0;
    QDateTime received = {}; ///< invalid: it was not counted from then, but agreed on
    int waitedDays = 0;      ///< calendar days that did not count already
};
struct Waited {
    QDateTime asked;
    QDateTime returned;
};
/// `due` moved by the days during which the citizen had the dossier: they do not count (indices-and-reports.md §8, 8). A limit in calendar
/// days or months moves by calendar days: all that was waited is added to the last day of the limit itself, and only where that ends on a day
/// off it goes on to the next working day (Bộ luật Dân sự 2015, Điều 148). Where `due` is not what `limit` says, for it was put right or moved
/// by an older program, what was told to the citizen is moved. A limit in hours has the office hours that were left; any other moves by working
/// days, a day off counting as the next one. A same-day matter is due on the day of the papers, or after the cut-off on the next
/// (NĐ 23/2015/NĐ-CP, Điều 7). Never before the papers came.
QDateTime shiftedDue(const QDateTime& due, const Waited& waited, const Limit& limit, const Calendar& calendar, const UnitSettings& settings);
/// Calendar days from one day to the other in Viet Nam; 0 where either is invalid or the clock went back.
int waitedDays(const QDateTime& asked, const QDateTime& returned);

enum class Punctuality { NoDate = 0, Early = 1, OnTime = 2, Late = 3, OpenInTime = 4, OpenLate = 5, Settled = 6 };

/// As the office sees it: finished before, on or after the due day (trước hạn, đúng hạn, quá hạn), or still open at `now`. One that was
/// refused or withdrawn is settled: no result is owed.
Punctuality localPunctuality(const Dossier& dossier, const QDateTime& now);
/// As the national indicator 2.1 sees it: the same, but more than one supplement request is late, and a dossier that waits for
/// the citizen since its only request ended with that request (indices-and-reports.md §3).
Punctuality nationalPunctuality(const Dossier& dossier, const QDateTime& now);

}
