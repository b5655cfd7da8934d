#pragma once

#include "app/base/Result.h"

#include <QMap>

namespace motcua::gateway {

struct UnitCounts {
    qint64 events = 0;
    qint64 dossiers = 0;
    qint64 bookEntries = 0;
    qint64 spoiled = 0; ///< of the book entries
    qint64 blobs = 0;
    qint64 waiting = 0;                ///< of the events: not judged yet, see Waits
    qint64 irregular = 0;              ///< of the events: see FaultTable
    qint64 refused = 0;                ///< of the events: they do not stand
    QMap<int, qint64> dossiersByState; ///< by the national code of the state
};

/// How much of everything there is.
class Counts {
public:
    virtual ~Counts() = default;
    virtual base::Result<UnitCounts> ofUnit(qint64 unit) const = 0;
};

}
