#pragma once

#include "app/base/Error.h"

namespace motcua::journal {

/// A fault of SQLite or of the disk as the journal's callers know it: "journal.disk-full", "journal.damaged", "journal.read-only"
/// or `otherwise`, with the inner error as its cause. Errors of this directory ("journal.…", "unlock.…", "sync.…") pass unchanged.
base::Error journalError(const base::Error& inner, const QString& otherwise = QStringLiteral("journal.write-failed"));
/// The same in the words of the blob store: "blob.disk-full", "blob.write-failed".
base::Error blobError(const base::Error& inner);

}
