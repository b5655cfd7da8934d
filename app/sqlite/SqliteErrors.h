#pragma once

#include "app/base/Error.h"

namespace motcua::sqlite {

/// SQLite's result code (extended or not) as one of our error codes: "sqlite.disk-full", "sqlite.corrupt", "sqlite.busy",
/// "sqlite.io", "sqlite.constraint", "sqlite.cannot-open", "sqlite.read-only", "sqlite.no-memory" or "sqlite.failed"; the
/// number goes into the detail "result". Busy is retryable.
base::Error errorOf(int resultCode);

}
