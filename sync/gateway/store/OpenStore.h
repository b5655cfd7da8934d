#pragma once

#include "sync/gateway/store/PlatformStore.h"
#include "sync/vault/Vault.h"

#include <QString>

#include <memory>

namespace motcua::gateway {

/// Whether a data directory has a store, of whatever version.
bool holdsStore(const QString& directory);
/// Makes an empty store in a data directory. Errors: "platform.exists", "store.…".
base::Result<std::unique_ptr<PlatformStore>> createStore(const QString& directory, std::shared_ptr<const vault::Vault> vault);

/// Opens the store of a data directory; one that an older version of the program made is brought up to date, and what lies in it in clear or under
/// an older key is sealed under the vault's current one, in pieces: who is stopped in between goes on the next time. Rows that are not marked yet
/// are, once. Errors: "platform.missing" and "platform.unreadable" with file, "platform.newer-version", "store.…".
base::Result<std::unique_ptr<PlatformStore>> openStore(const QString& directory, std::shared_ptr<const vault::Vault> vault);

}
