#pragma once

#include "app/journal/keys/KeyCost.h"

#include <QByteArray>
#include <QString>

namespace motcua::base {
class Clock;
}

namespace motcua::journal {

class Disk;

/// What a station's data is opened with besides its directory. The pointers are borrowed and must outlive the StationData.
struct StationOptions {
    const base::Clock* clock = nullptr; ///< null: the system's
    Disk* disk = nullptr;               ///< null: the system's
    QByteArray vfs = {};                ///< SQLite's; empty: the system's
    KeyCost cost = {};                  ///< of slots made from now on
    int snapshotEvery = 2000;           ///< events between two snapshots
    QString tpm = {};                   ///< see TpmCounter::open()
};

}
