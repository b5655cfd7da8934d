#pragma once

#include "app/base/Result.h"
#include "app/journal/disk/DataDirectory.h"
#include "app/journal/keys/Sealer.h"

#include <QDateTime>
#include <QStringList>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Removes blobs that no draft, own record or received record names: the pages of intakes that were given up. A blob of today
/// is left alone, because the draft that will name it may not be saved yet. Owned by Unlocked, used in the GUI thread while
/// the sync thread rests.
class BlobSweep {
public:
    /// Blobs in one sweep, so that closing the program stays quick.
    static constexpr int most = 200;

    BlobSweep(sqlite::Connection& connection, DataDirectory directory, const QUuid& station, Sealer sealer);

    /// Of the blobs stored before then. Returns how many are gone. A draft that does not open may name any of them: then none.
    base::Result<int> run(const QDateTime& storedBefore);

private:
    base::Result<QStringList> candidates(const QDateTime& storedBefore) const;
    base::Outcome keepNamedInDrafts(QStringList& hashes) const;

    sqlite::Connection& m_connection;
    DataDirectory m_directory;
    QUuid m_station;
    Sealer m_sealer;
};

}
