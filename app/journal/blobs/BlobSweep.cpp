#include "app/journal/blobs/BlobSweep.h"

#include "app/base/Logging.h"
#include "app/journal/blobs/SealedDrafts.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace motcua::journal {

BlobSweep::BlobSweep(sqlite::Connection& connection, DataDirectory directory, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_directory(std::move(directory)), m_station(station), m_sealer(std::move(sealer)) {}

base::Result<int> BlobSweep::run(const QDateTime& storedBefore) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    auto hashes = candidates(storedBefore);
    if (!hashes)
        return base::fail(hashes.error());
    if (hashes->isEmpty())
        return 0;
    if (const auto kept = keepNamedInDrafts(*hashes); !kept)
        return base::fail(kept.error());
    for (const QString& hash : std::as_const(*hashes))
        if (const auto gone = m_connection.prepare("DELETE FROM blob WHERE hash = ?1").bind(hash).run(); !gone)
            return base::fail(gone.error());
    if (const auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    // The row goes before the file: a file without a row does no harm, a row without its file would be a missing page.
    for (const QString& hash : std::as_const(*hashes))
        QFile::remove(m_directory.blob(hash));
    return static_cast<int>(hashes->size());
}

base::Result<QStringList> BlobSweep::candidates(const QDateTime& storedBefore) const {
    auto statement = m_connection.prepare("SELECT hash FROM blob WHERE needed_by = 0 AND held = 0");
    QStringList hashes;
    while (hashes.size() < most) {
        const auto row = statement.next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            break;
        const QString hash = statement.text(0);
        const QFileInfo file(m_directory.blob(hash));
        if (!file.exists() || file.lastModified() < storedBefore)
            hashes << hash;
    }
    return hashes;
}

base::Outcome BlobSweep::keepNamedInDrafts(QStringList& hashes) const {
    auto statement = m_connection.prepare("SELECT id, sealed FROM draft");
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            return base::done();
        const auto content = m_sealer.open(statement.bytes(1), SealedDrafts::placeOf(m_station, statement.uuid(0)));
        if (!content) {
            qCWarning(base::lcJournal) << "no blobs swept, a draft does not open:" << statement.uuid(0).toString();
            hashes.clear();
            return base::done();
        }
        hashes.erase(
            std::remove_if(hashes.begin(), hashes.end(), [&](const QString& hash) { return content->contains(hash.toLatin1()); }), hashes.end());
    }
}

}
