#pragma once

#include "app/base/Result.h"
#include "app/domain/Settings.h"
#include "sync/gateway/store/Tables.h"

#include <QStringList>

/// The units of the province and their settings. What is changed is published too.
namespace motcua::gateway {

/// The unit's key. Errors: "unit.unknown" with unit.
base::Result<qint64> unitKey(const Tables& tables, const QString& code);
/// The codes of all units, in order.
base::Result<QStringList> unitCodes(const Tables& tables);
base::Result<domain::UnitSettings> settingsOf(const Tables& tables, const QString& code);

/// A new unit, without people and desks. False: it is there already, just so. Errors: "unit.exists" with unit (with other settings),
/// "setting.malformed" with setting.
base::Result<bool> addUnit(Tables& tables, const domain::UnitSettings& settings);

/// Changes settings by words like "twoHatAllowed=true" (names as in UnitSettings; true/false, whole numbers, hours as HH:mm, lists with
/// commas). False: nothing changed. Errors: "unit.unknown", "setting.unknown" and "setting.malformed" with setting.
base::Result<bool> configureUnit(Tables& tables, const QString& code, const QStringList& assignments);

}
