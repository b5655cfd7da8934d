#pragma once

#include "app/base/Result.h"

#include <QByteArray>

#include <map>

namespace motcua::journal {

class Standing;

/// Passwords that were tried in vain and are not in the security log yet, by slot: a part of the standing. AttemptLog, which nobody shortens unseen,
/// counts them; their lines wait in clear (see SecurityPending), so that one of them that somebody takes away is missed.
namespace failedtries {

struct Tries {
    qint64 count = 0; ///< below zero: so many lines are in the log already
    qint64 last = 0;  ///< UTC milliseconds
};
using BySlot = std::map<QByteArray, Tries>;

base::Result<BySlot> read(const Standing& standing);
/// In the place of what was there. Within the caller's transaction, as what was read.
base::Outcome write(Standing& standing, const BySlot& tries);
base::Outcome add(Standing& standing, const BySlot& more);

}

}
