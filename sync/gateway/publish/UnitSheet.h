#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Tables.h"

#include <QJsonObject>

namespace motcua::gateway {

/// What the province publishes to a unit, for a technician to look at: {"settings": {…}, "accounts": [{login, name, title, authority,
/// roles, active}], "desks": [{station, name, enrolled, revoked, codes: {first, last}, volumes: [{label, year, lastNumber, closed}]}]}.
/// Errors: "unit.unknown" with unit, "store.…".
base::Result<QJsonObject> unitSheet(const Tables& tables, const QString& unit);

}
