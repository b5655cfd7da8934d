#pragma once

#include "app/base/Result.h"
#include "sync/vault/Vault.h"

namespace motcua::sqlite {
class Connection;
}

/// What lies in a database in clear, or under an older key, is sealed under the vault's current one.
namespace motcua::gateway::sealing {

/// Goes on from wherever an earlier try came, in transactions of a few hundred rows, and then lets no page of before stay in the file. Where all is
/// sealed already it reads a few rows. Errors: "sqlite.…", "vault.…".
base::Outcome finish(sqlite::Connection& connection, const vault::Vault& vault);

}
