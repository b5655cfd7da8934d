#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// How far a station's chain of records is held.
struct ChainEnd {
    qint64 seq = 0;
    QByteArray head; ///< the hash of the last record; 32 zero bytes before the first
    qint64 at = 0;   ///< when the last record that stands says it was written, UTC milliseconds; 0: there is none, or it was not asked for
};

struct StationRow {
    Peer peer;
    QString name;
    QByteArray certificate; ///< DER; empty before it is enrolled
    bool isEnrolled = false;
    bool isRevoked = false;
    qint64 lastContact = 0; ///< UTC milliseconds; 0: never
    ChainEnd chain;
    int reads = 1;       ///< the newest record version that it reads; 1 also for one that has not said
    qint64 heldFrom = 0; ///< while it reads the first version alone: what it cannot read is held back past this cursor
};

/// The stations of all units and where their chains stand.
class StationTable {
public:
    virtual ~StationTable() = default;

    virtual base::Result<std::optional<StationRow>> find(const QUuid& id) const = 0;
    /// The oldest first.
    virtual base::Result<std::vector<StationRow>> ofUnit(qint64 unit) const = 0;
    /// The certificates of those that are revoked, DER.
    virtual base::Result<std::vector<QByteArray>> revoked() const = 0;
    virtual base::Result<ChainEnd> chainEnd(qint64 station) const = 0;

    /// Its key.
    virtual base::Result<qint64> add(qint64 unit, const QUuid& id, const QString& name) = 0;
    struct Enrolled {
        QString name; ///< empty: as it is
        QByteArray certificate;
        qint64 at = 0; ///< UTC milliseconds
    };
    /// False: it is enrolled already.
    virtual base::Result<bool> enrol(qint64 station, const Enrolled& enrolled) = 0;
    /// False: there is none.
    virtual base::Result<bool> revoke(const QUuid& id) = 0;
    /// `at`: UTC milliseconds; an earlier one than is known changes nothing.
    virtual base::Outcome heardFrom(qint64 station, qint64 at) = 0;
    virtual base::Outcome setReads(qint64 station, int reads, qint64 heldFrom) = 0;

    /// Where the chain ends, with `at`; until the transaction is over nobody else adds to it. Nothing: no such station.
    virtual base::Result<std::optional<ChainEnd>> lockChain(qint64 station) = 0;
    virtual base::Outcome setChainEnd(qint64 station, const ChainEnd& end) = 0;
};

}
