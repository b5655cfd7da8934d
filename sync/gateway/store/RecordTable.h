#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "sync/gateway/store/Peer.h"
#include "sync/protocol/Record.h"

#include <functional>
#include <span>
#include <vector>

namespace motcua::gateway {

struct NewRecord {
    qint64 cursor = 0;
    const protocol::Record* record = nullptr;
    QByteArray hash;
};

/// The records of all stations, which are never changed.
class RecordTable {
public:
    virtual ~RecordTable() = default;

    /// Null: there is none.
    virtual base::Result<QByteArray> hashOf(qint64 station, qint64 seq) const = 0;
    /// In the order of their cursors.
    virtual base::Result<std::vector<protocol::Record>> ofDossier(domain::DossierId dossier) const = 0;
    /// Everything that is held, in the order of the cursors, each with the hash that was written down with it. An error of `visit`
    /// ends the walk.
    using Visit = std::function<base::Outcome(const protocol::Record& record, const QByteArray& hash)>;
    virtual base::Outcome each(const Visit& visit) const = 0;

    /// `peer`: whose records they are. `received`: UTC milliseconds.
    virtual base::Outcome add(const Peer& peer, std::span<const NewRecord> records, qint64 received) = 0;
};

}
