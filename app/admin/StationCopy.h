#pragma once

#include "app/base/Result.h"

namespace motcua::admin {

/// A station's data directory, sealed as it is, copied whole and proved: the copy appears under its name only when its journal
/// verifies. The station must be closed: its lock is held while copying.
/// Errors: "backup.exists", "backup.copy-failed" {file}, "backup.damaged" {place}, and those of opening a journal.
base::Outcome copyStation(const QString& from, const QString& to);

}
