#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"

namespace motcua::domain {

/// Whether a line adds up: quantity × price, or 0 with its ground of exemption. Errors: "fee.wrong-amount", "fee.no-name".
base::Outcome checkFeeLine(const FeeLine& line);

}
