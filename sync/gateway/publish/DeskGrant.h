#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Tables.h"

#include <QDateTime>
#include <QUuid>

namespace motcua::gateway {

struct NewDesk {
    QString unit;
    QUuid station;
    QString name;
    QDateTime now;
};

// Where the unit's books have one run of numbers (LeaseTable::isOneRun), each book of a year has one volume for the unit instead of one for each
// desk: what is given below is that, once.

/// Gives a new desk all that it needs to work without a line: a range of dossier serials that no other desk of the unit has,
/// and a volume of each book that gives numbers (a kind of job in force has it) for this year and the next. In the caller's transaction. Errors:
/// "unit.unknown" with unit, "unit.full" with unit (ten desks, or no serials left).
base::Outcome addDesk(Tables& tables, const NewDesk& desk);

struct YearGrant {
    QString unit;
    QUuid station; ///< null: every desk of the unit that is not revoked
    int year = 0;  ///< this year or one of the two after it, in Viet Nam
    QDateTime now;
};

/// Gives a volume of each book of that year to each desk that has no open one of it. Numbers go on after those of the
/// desk's volume before it, unless the unit's numbers restart in each volume. In the caller's transaction. How many volumes were
/// given. Errors: "unit.unknown" with unit, "station.unknown", "grant.year" with year.
base::Result<int> grantYear(Tables& tables, const YearGrant& grant);

/// Gives each desk of every unit its volume of this year and the next of the books that it never had one of in that year: what a newly
/// published kind of job brings. In the caller's transaction. How many volumes were given.
base::Result<int> grantNewBooks(Tables& tables, const QDateTime& now);

/// Opens the runs of this year's books and the next's that the unit has none of. In the caller's transaction.
base::Outcome openRunsAhead(Tables& tables, qint64 unit, const QDateTime& now);
/// From the first on the books of a new unit have one run of numbers each. In the caller's transaction. Errors: "unit.unknown" with unit.
base::Outcome beginOneRun(Tables& tables, const QString& unit, const QDateTime& now);

struct CodeGrant {
    QString unit;
    QUuid station;
    int first = 0;
    int last = 0;
};

/// Gives a desk other dossier serials, first to last inclusive, 1 to 99,999. Serials that another desk of the unit has or ever had are
/// refused: that desk may be without a line and still use them. In the caller's transaction. False: it has them already. Errors:
/// "unit.unknown" with unit, "station.unknown", "grant.codes" with first and last, "grant.codes-taken" with first and last.
base::Result<bool> grantCodes(Tables& tables, const CodeGrant& grant);

}
