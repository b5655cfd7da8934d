#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <chrono>
#include <vector>

// When something in a record can have been. The moment of the record itself is judged by the clock of whoever receives it; what the record says of
// days is judged by that moment. A clock that is believed within these bounds and is wrong nevertheless is told on the record (ClockDoubt).
namespace motcua::domain {

/// The first day of two-tier local government, under which alone there are such desks: nothing was recorded before.
QDate firstDay();

/// How far a record's moment may lie ahead of the clock of who receives it. Within it, past base::clockTolerance, it is told.
constexpr std::chrono::hours furthestAhead{24};
/// How long a record may be under way before that is told.
constexpr std::chrono::hours longestUnderWay{24};
/// How long before its record a dossier may have been received, days.
constexpr int mostDaysBack = 31;
/// The furthest due day of a dossier, years after its record.
constexpr int furthestDueYears = 10;
/// The furthest last day that form 02 gives, days after its record.
constexpr int furthestSupplementDays = 366;

/// `at`: of a record; `now`: of who receives it. Both UTC.
bool isPossible(const QDateTime& at, const QDateTime& now);

/// What is remarkable about a moment that is possible.
enum class ClockDoubt { None, Ahead, Back, Late };
/// `before`: of the record before it in the chain; invalid: it is the first. `received`: when it came; invalid: not known, as at other desks.
ClockDoubt clockDoubt(const QDateTime& at, const QDateTime& before, const QDateTime& received);

/// Of each event of a dossier, as this desk can tell: by its own clock, and by what changed the dossier before. `now`: UTC.
std::vector<ClockDoubt> clockDoubts(const std::vector<Event>& history, const QDateTime& now);

/// As gateways tell it: "record.clock-ahead", "record.clock-back", "record.came-late"; null: none.
const char* codeOf(ClockDoubt doubt);
/// Whether such a code says nothing of the act itself.
bool isClockDoubt(const QString& code);

/// What a body newly says of days, by the moment at which it was done: received, due and born, cards issued, papers given until. And that a proxy has
/// a ground and is not the applicant. Errors: "event.day-impossible" and "event.malformed" with field, named as in EventChecks.h.
base::Outcome plausible(const EventBody& body, const QDateTime& at);

}
