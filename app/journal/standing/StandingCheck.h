#pragma once

#include "app/journal/standing/Standing.h"

namespace motcua::journal {

/// At an unlock: compares the chain that was found and the mark in clear with what is sealed, and writes down what there is to be doubted:
/// "journal.rolled-back" {missing, kept}, "journal.mark-moved" (the sealed one is put back), "journal.standing-missing". Where nothing was sealed
/// yet, it is now. `promised`: it was, once.
base::Outcome checkStanding(sqlite::Connection& connection, Standing& standing, const OwnLog::Head& found, bool promised);

}
