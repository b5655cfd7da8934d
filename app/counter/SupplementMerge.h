#pragma once

#include "app/domain/Dossier.h"

namespace motcua::counter {

bool differ(const std::vector<domain::Paper>& left, const std::vector<domain::Paper>& right);

/// The part of the checklist that stands `now` that `gathered` can have been begun on, where nobody noted it.
std::vector<domain::Paper> begunOn(const std::vector<domain::Paper>& now, const std::vector<domain::Paper>& gathered);

/// What was gathered on a checklist as it stood `before`, laid on the one that stands `now`: what came into the dossier meanwhile stays, and
/// what was gathered is added. `gathered` begins with the papers of `before`, in their order. Pure.
std::vector<domain::Paper> laidOn(
    std::vector<domain::Paper> now, const std::vector<domain::Paper>& before, const std::vector<domain::Paper>& gathered);

}
