#pragma once

#include "app/domain/Catalogue.h"

namespace motcua::test {

/// The tables in resources/catalogue: procedures*.csv in order of their names, and fees.csv.
domain::CatalogueTables shippedTables();
/// What they say, as version 2026-11-01.
domain::Catalogue shippedCatalogue();

}
