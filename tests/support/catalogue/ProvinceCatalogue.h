#pragma once

#include "app/domain/Catalogue.h"

namespace motcua::test {

/// As many rows as a province's full list has.
constexpr size_t provinceRows = 2'168;

/// The shipped catalogue after invented rows, `provinceRows` in all, the same in every run: acts, things and conditions as the ministries
/// name them, among them variants of the procedures that counters have most.
domain::Catalogue provinceCatalogue();

}
