#pragma once

#include "app/base/Result.h"
#include "app/sqlite/Connection.h"

#include <QDateTime>
#include <QUuid>

namespace motcua::gateway {

struct NewDesk {
    QString unit;
    QUuid station;
    QString name;
    QDateTime now;
};

/// Gives a new desk all that it needs to work without a line: a range of dossier serials that no other desk of the unit has,
/// and a volume of the book of certified copies for this year and the next. In the caller's transaction. Errors: "unit.unknown",
/// "unit.full".
base::Outcome addDesk(sqlite::Connection& connection, const NewDesk& desk);

}
