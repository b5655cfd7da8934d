#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"
#include "sync/gateway/store/Tables.h"

#include <QCache>

#include <mutex>

namespace motcua::gateway {

/// Dossiers as replayed from the records held: the last used ones in memory, each together with its stamp, the others replayed anew
/// when asked for. What is in memory is used only when the store, which locks the dossier for the transaction, confirms the stamp: so
/// what another program has added is noticed. Owned by Ledger; may be used by any thread.
class HeldDossiers {
public:
    struct Held {
        domain::Dossier dossier;
        qint64 stamp = 0; ///< the cursor of the last record that is replayed in it; 0: the dossier has no record
    };

    /// Locks the dossier for the rest of the transaction; version 0 when there is none. Errors: "store.…".
    base::Result<Held> take(Tables& tables, domain::DossierId id);
    /// Call when what the dossier has become is durable.
    void keep(Held held);

private:
    static constexpr int mostKept = 8192;

    std::mutex m_mutex;
    QCache<QUuid, Held> m_cache{mostKept};
};

}
