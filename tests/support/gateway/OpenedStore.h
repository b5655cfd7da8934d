#pragma once

#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/vault/KeyRing.h"

namespace motcua::test {

/// A province's data, by the key that it was made with.
base::Result<std::unique_ptr<gateway::PlatformStore>> openedStore(const QString& directory);

base::Result<std::unique_ptr<gateway::Authority>> openedAuthority(const QString& directory);

/// A record's content as it lies in the store, and an item's body: for who writes rows by SQL.
QByteArray sealedContent(const QString& directory, const protocol::Record& record);

/// The data as a program before left it: everything in the database in clear, and of that program's version. The key ring stays; nobody has it open.
void unseal(const QString& directory);

}
