#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::journal {

class Disk;

/// The fact that these data are a copy, in clear: 1. The first unlock takes it away, and voids the numbers that were leased to the desk: papers may
/// have been written after the copy was made.
inline constexpr char copiedFact[] = "copied";

/// A station's data directory, sealed as it is, copied whole and proved, also while the station is at work: the journal as it is at one
/// moment, then every page it names. The copy appears under its name only when its journal verifies; it and all in it belong to whoever
/// copies alone (0700, 0600). Left out is what a station makes anew: the lock and the snapshot. Either path may be relative to the working
/// directory. Takes as long as the disk needs: not for the GUI thread.
/// Errors: "journal.missing", "journal.newer-version", "backup.exists", "backup.inside" (the target lies in what is copied), "backup.disk-full",
/// "backup.copy-failed" {file}, "backup.damaged" {place}.
base::Outcome copyStation(const QString& from, const QString& to);
base::Outcome copyStation(const QString& from, const QString& to, Disk& disk);

/// Leaves word for the security log that a station was copied by somebody whose key was not there; in vain where the station cannot be written to.
void noteCopy(const QString& from, const QString& to);

}
