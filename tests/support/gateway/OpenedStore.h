#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/vault/KeyRing.h"

namespace motcua::test {

/// A province's data, by the key that it was made with.
base::Result<std::unique_ptr<gateway::PlatformStore>> openedStore(const QString& directory);

base::Result<std::unique_ptr<gateway::Authority>> openedAuthority(const QString& directory);

/// A record's content as it lies in the store, and an item's body: for who writes rows by SQL.
QByteArray sealedContent(const QString& directory, const protocol::Record& record);

/// As a program before kept it, whose sums were without carry.
void makeTallyFormer(const QString& directory);

/// The database itself with its marks kept: for who changes rows by SQL, in a transaction, as the gateway would. Valid as long as the process lives.
base::Result<std::unique_ptr<sqlite::Connection>> openedRows(const QString& directory);

/// The data as a program before left it: everything in the database in clear, and of that program's version. The keys stay, its open one-time
/// codes do not; nobody has it open.
void unseal(const QString& directory);

}
