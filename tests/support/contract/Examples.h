#pragma once

#include "app/domain/Events.h"
#include "app/domain/Settings.h"

#include <vector>

/// Sound values of everything that travels as a body: what the contract shows as examples. Invented people.
namespace motcua::test::examples {

/// One of every kind of event that this program writes, in the order of domain::EventBody.
std::vector<domain::EventBody> events();
/// Those that record version 1 writes in a form of its own.
std::vector<domain::EventBody> firstEvents();

domain::UnitSettings settings();
std::vector<domain::Account> accounts();
domain::Volume volume();
domain::CodeRange codeRange();
domain::NumberLease lease();
domain::NumbersOff writtenOff();

}
