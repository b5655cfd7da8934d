#pragma once

#include "app/base/Result.h"
#include "app/domain/Settings.h"

namespace motcua::domain {

/// Whether `seated` may take away, or set anew, the way in that `other` has to a station. A clerk may not touch anybody's; a supervisor's
/// is a supervisor's affair alone, since whoever sets it could approve in their name; nobody's own is taken away under them. `other` null:
/// an account that the unit has no more. Errors: "access.own-slot", "access.needs-supervisor", "access.needs-technician".
base::Outcome mayTend(const Account& seated, const Account* other);

}
