#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {

/// A row whose record the province does not let stand: its number stays taken, and the row is struck out with this reason.
BookEntry notTaken(BookEntry entry);

}
