#pragma once

#include "app/base/Result.h"
#include "app/domain/Decide.h"
#include "app/sqlite/Connection.h"

#include <QCache>

namespace motcua::gateway {

/// Dossiers as replayed from the records held: the last used ones in memory, the others replayed anew when asked for. What is taken
/// out is put back only when its changes are durable, so after a failure the records speak. Owned by Ledger; not thread-safe.
class Dossiers {
public:
    Dossiers() : m_cache(mostKept) {}

    /// A dossier without events when there is none. Errors: "sqlite.…", "event.…" when a held record cannot be read.
    base::Result<domain::Dossier> take(sqlite::Connection& connection, domain::DossierId id);
    void putBack(domain::Dossier dossier);

private:
    static constexpr int mostKept = 8192;
    QCache<QUuid, domain::Dossier> m_cache;
};

}
