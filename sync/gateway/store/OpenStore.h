#pragma once

#include "sync/gateway/store/PlatformStore.h"

#include <QString>

#include <memory>

namespace motcua::gateway {

/// Makes an empty store in a data directory. Errors: "platform.exists", "store.…".
base::Result<std::unique_ptr<PlatformStore>> createStore(const QString& directory);

/// Opens the store of a data directory; one that an older version of the program made is brought up to date. Errors:
/// "platform.missing" with file, "platform.newer-version", "store.…".
base::Result<std::unique_ptr<PlatformStore>> openStore(const QString& directory);

}
