#pragma once

#include "sync/gateway/store/PlatformStore.h"

namespace motcua::gateway {

/// What became of the records that waited.
struct Settled {
    qint64 judged = 0;
    qint64 irregular = 0; ///< of those: what would have been refused, had it been read when it came (see FaultTable)
    qint64 waiting = 0;   ///< of programs newer than this one, or behind such
};

/// Judges the records that an older version of this program kept without reading them, as far as this one reads them, and brings the
/// dossiers and books up to what they say. They were acknowledged: what is wrong with them is written down, and stays. `now`: UTC
/// milliseconds. Errors: "store.…".
base::Result<Settled> settleWaiting(PlatformStore& store, qint64 now);

}
