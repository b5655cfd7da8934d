#pragma once

#include "app/base/Result.h"
#include "app/domain/Settings.h"

/// A unit's settings as a technician types them.
namespace motcua::gateway {

/// Carries "name=value" out on `settings`. Names are those of UnitSettings except "unit"; values are true or false, whole numbers,
/// hours as HH:mm, lists with commas, else text. Errors: "setting.unknown" and "setting.malformed" with setting.
base::Outcome applySetting(domain::UnitSettings& settings, const QString& assignment);

/// Ranges: names up to 200 characters, none of them blank but address and phone; opening before closing; the idle lock 0 (never) to
/// 240 minutes; 0 to 10 supplements; up to 12 favourites. Error: "setting.malformed" with setting, the first that is not right.
base::Outcome checkSettings(const domain::UnitSettings& settings);

}
