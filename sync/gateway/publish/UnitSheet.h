#pragma once

#include "app/base/Result.h"
#include "app/sqlite/Connection.h"

#include <QJsonObject>

namespace motcua::gateway {

/// What the province publishes to a unit, for a technician to look at: {"settings": {…}, "accounts": [{login, name, title, authority,
/// roles, active}], "desks": [{station, name, enrolled, revoked, codes: {first, last}, volumes: [{label, year, lastNumber, closed}]}]}.
/// Errors: "unit.unknown" with unit, "sqlite.…".
base::Result<QJsonObject> unitSheet(sqlite::Connection& connection, const QString& unit);

}
