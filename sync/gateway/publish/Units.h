#pragma once

#include "app/domain/Settings.h"
#include "app/sqlite/Connection.h"

#include <QStringList>

/// The units of the province and their settings. Each function works in the caller's transaction and publishes what it changes.
namespace motcua::gateway {

/// The unit's row. Errors: "unit.unknown" with unit.
base::Result<qint64> unitKey(sqlite::Connection& connection, const QString& code);
/// The codes of all units, in order.
base::Result<QStringList> unitCodes(sqlite::Connection& connection);
base::Result<domain::UnitSettings> settingsOf(sqlite::Connection& connection, const QString& code);

/// A new unit, without people and desks. False: it is there already, just so. Errors: "unit.exists" with unit (with other settings),
/// "unit.bad-code" with unit, "setting.malformed" with setting.
base::Result<bool> addUnit(sqlite::Connection& connection, const domain::UnitSettings& settings);

/// Changes settings by words like "twoHatAllowed=true" (names as in UnitSettings; true/false, whole numbers, hours as HH:mm, lists with
/// commas). False: nothing changed. Errors: "unit.unknown", "setting.unknown" and "setting.malformed" with setting.
base::Result<bool> configureUnit(sqlite::Connection& connection, const QString& code, const QStringList& assignments);

}
