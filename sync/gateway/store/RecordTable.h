#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "sync/gateway/store/Peer.h"
#include "sync/protocol/Record.h"

#include <functional>
#include <span>
#include <vector>

namespace motcua::gateway {

/// Whether a record was judged by the domain's rules when it was taken in.
enum class Waits {
    No = 0,
    Unread = 1,  ///< a newer program wrote it
    Behind = 2,  ///< it can be read, and follows one about the same dossier that could not
    Barred = 3,  ///< judged late and never to be followed (malformed, of another header, with another one's code): it stays as if unread
    Refused = 4, ///< it keeps its place in its chain and counts for nothing
    Spoilt = 5,  ///< the same, and the number that it took in a book is spoiled
};
/// Whether the station was told that it does not stand.
inline bool isRefused(Waits waits) {
    return waits == Waits::Refused || waits == Waits::Spoilt;
}

struct NewRecord {
    qint64 cursor = 0;
    const protocol::Record* record = nullptr;
    QByteArray hash;
    Waits waits = Waits::No;
    QByteArray content = {}; ///< salt and payload, sealed as PlatformStore::sealed() does; empty: sealed as it is added
};

struct HeldRecord {
    qint64 cursor = 0;
    qint64 unit = 0;
    Waits waits = Waits::No;
    protocol::Record record;
    qint64 received = 0; ///< when it came, UTC milliseconds
};

/// The records of all stations, which are never changed.
class RecordTable {
public:
    virtual ~RecordTable() = default;

    /// Null: there is none.
    virtual base::Result<QByteArray> hashOf(qint64 station, qint64 seq) const = 0;
    /// A station's own, in the order of its chain, whatever became of them; at most `limit` after `seq`.
    virtual base::Result<std::vector<protocol::Record>> ofStation(qint64 station, qint64 seq, int limit) const = 0;
    /// Those that were not refused, in the order of their cursors.
    virtual base::Result<std::vector<HeldRecord>> ofDossier(domain::DossierId dossier) const = 0;
    /// All that write in a unit's lists of people or strike out of them and stand, after a cursor, in the order of their cursors.
    virtual base::Result<std::vector<HeldRecord>> listings(qint64 afterCursor) const = 0;
    /// The highest version of the dossier's records; 0: it has none.
    virtual base::Result<int> newestVersion(domain::DossierId dossier) const = 0;
    /// Everything that is held, in the order of the cursors, each with the hash that was written down with it. An error of `visit`
    /// ends the walk.
    using Visit = std::function<base::Outcome(const HeldRecord& held, const QByteArray& hash)>;
    virtual base::Outcome each(const Visit& visit) const = 0;

    /// All that wait to be judged, in the order of their cursors.
    virtual base::Result<std::vector<HeldRecord>> waiting() const = 0;
    virtual base::Outcome setWaits(qint64 cursor, Waits waits) = 0;
    /// `peer`: whose records they are. `received`: UTC milliseconds.
    virtual base::Outcome add(const Peer& peer, std::span<const NewRecord> records, qint64 received) = 0;
};

}
