#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace motcua::journal {

/// Something wrong in a data directory. `code` is stable ("verify.header-changed"), `place` names it in words a technician can
/// act on ("event 17: sealed payload changed").
struct Fault {
    QString code;
    QString place;
};

struct Verification {
    qint64 events = 0;
    qint64 erased = 0; ///< payloads that carry a mark of erasure
    qint64 received = 0;
    qint64 blobs = 0;
    QByteArray head; ///< hash of the last header, 32 bytes
    std::vector<Fault> faults;
    QStringList unread; ///< what the province sent and this program could not read, as FeedLog::unread() has it; no fault of the journal
};

/// Checks a data directory without a password: SQLite's own check, each header's hash, the chain, gaps, the sealed bytes against
/// their digests, the blobs' files, the received items and that none is gone, the shape of the key slots. Changes
/// nothing, and works in a directory that cannot be written. What it cannot tell without a password: whether a key slot's sealed bytes still open,
/// and whether a mark of erasure is forged (see ErasedMark); a payload that is merely gone is a fault. Errors: "journal.missing",
/// "journal.newer-version"; everything else is a fault in the result.
base::Result<Verification> verify(const QString& directory);

}
