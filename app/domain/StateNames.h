#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {

/// The national portal's own name of a business state (one-stop.md §5): "Được tiếp nhận". Empty for None.
QString officialStateName(State state);
/// Its English name: "Accepted".
QString englishStateName(State state);

}
