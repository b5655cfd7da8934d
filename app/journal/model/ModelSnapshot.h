#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyRing.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>
#include <QUuid>

#include <memory>

namespace motcua::journal {

class Disk;

/// The sealed file that spares replaying. Written in one step, sealing and writing on a thread of its own; a file that does
/// not open (damaged, cut, of another version of the model) is as good as none. Owned by ReadModel.
class ModelSnapshot {
public:
    /// Counted up when the model's tables or what is replayed into them change: older files are then dropped.
    static constexpr int modelVersion = 9;

    ModelSnapshot(QString file, const QUuid& station, KeyRingPointer key, Disk& disk);
    /// Waits for the last save.
    ~ModelSnapshot();

    /// The image; empty when there is none that opens.
    QByteArray load() const;
    /// Returns at once; a fault is logged, nothing depends on it. A save that still runs is waited for.
    void save(QByteArray image);
    /// Waits for the last save.
    void finish();

private:
    QString m_file;
    QUuid m_station;
    KeyRingPointer m_key;
    Disk& m_disk;
    QThreadPool m_pool;
};

}
