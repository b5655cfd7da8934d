#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Tables.h"

#include <QDateTime>
#include <QString>

#include <map>

namespace motcua::gateway {

/// What the book says of the volumes that each desk had to itself.
inline constexpr char carriedOverWhy[] = "Chuyển sang một dãy số chung của đơn vị";

struct CarryOver {
    QString unit;
    /// Where the run of a book begins this year, of those whose paper book is ahead; by symbol.
    std::map<QString, int> first = {};
    QDateTime now;
};

/// From here on the unit's books have one run of numbers each: the desks' own volumes are closed, those in which nothing was written leave no trace
/// in any book (domain::wasNeverWritten()), and the run goes on after as many numbers as were given in the year. It cannot be taken back. In the
/// caller's transaction. False: they have one already. Errors: "unit.unknown" with unit, "carry-over.desk-reads-less" with name (a desk that does not
/// read leases or never asked for any: bring it up, or revoke it), "carry-over.first" with symbol and least, "carry-over.unknown-book" with symbol.
base::Result<bool> carryOver(Tables& tables, const CarryOver& wish);

/// Where a run of that year begins after the volumes that the desks had to themselves; 1: they gave no number.
base::Result<int> firstAfterDesks(const Tables& tables, qint64 unit, const QString& symbol, int year);

}
