#pragma once

#include "app/base/Result.h"
#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/store/PlatformStore.h"

#include <QStringList>

namespace motcua::gateway {

/// What a look at everything that is held has found.
struct AuditReport {
    qint64 events = 0;
    qint64 lost = 0;    ///< records missing in a chain, altered, or not admissible in their order; rows of any kind put or changed without the key;
                        ///< blobs not there
    qint64 doubled = 0; ///< numbers of a book taken twice, dossier versions that occur twice
    qint64 gaps = 0;    ///< numbers missing in a book
    qint64 open = 0;    ///< numbers of units' runs that are at a desk or came back: somebody may still give them
    qint64 writtenOff = 0; ///< numbers of units' runs that nobody will give
    qint64 waiting = 0;    ///< records of newer programs, and those behind them: nothing is wrong with them
    qint64 irregular = 0;  ///< records that stand and that somebody should look into (see FaultTable)
    qint64 refused = 0;    ///< records that do not stand, which their stations were told
    QStringList faults; ///< one line each, with its place; of each thing that is looked at 100 at most, of irregular and refused records the newest
    QStringList unread; ///< whose newer program's record which dossier waits for, one line each; at most 100
    bool isClean() const { return lost == 0 && doubled == 0 && gaps == 0; }
};

/// Verifies every row, chain, digest, dossier, book and blob anew. Errors: "store.…".
base::Result<AuditReport> audit(const PlatformStore& store, const Blobs& blobs);

}
