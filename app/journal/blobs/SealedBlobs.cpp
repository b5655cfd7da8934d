#include "app/journal/blobs/SealedBlobs.h"

#include "app/journal/log/JournalErrors.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/Digest.h"

#include <QFile>
#include <QFileInfo>

namespace motcua::journal {

SealedBlobs::SealedBlobs(sqlite::Connection& connection, DataDirectory directory, const QUuid& station, Sealer sealer, Disk& disk)
    : m_connection(connection), m_directory(std::move(directory)), m_station(station), m_sealer(std::move(sealer)), m_disk(disk) {}

SealPlace SealedBlobs::placeOf(const domain::BlobHash& hash) const {
    return {m_station, 0, "blob:" + hash.toString().toLatin1()};
}

base::Result<domain::BlobHash> SealedBlobs::put(const QByteArray& content) {
    if (content.size() > largest)
        return base::fail(QStringLiteral("blob.too-large"), {{QStringLiteral("bytes"), QString::number(content.size())}});
    const domain::BlobHash hash = domain::blobHashOf(protocol::Digest::of(content));
    return keep(hash, content, BlobOrigin::Here).map([&](base::Done) { return hash; });
}

base::Outcome SealedBlobs::keep(const domain::BlobHash& hash, const QByteArray& content, BlobOrigin origin) {
    // The file is written before the row, so the database cannot be the one to refuse.
    if (m_connection.isReadOnly())
        return base::fail(QStringLiteral("journal.read-only"));
    if (content.size() > largest)
        return base::fail(QStringLiteral("blob.too-large"), {{QStringLiteral("bytes"), QString::number(content.size())}});
    if (hash.isNull() || domain::blobHashOf(protocol::Digest::of(content)) != hash)
        return base::fail(QStringLiteral("blob.damaged"));
    if (contains(hash) && read(hash))
        return base::done();
    const auto sealed = m_sealer.seal(content, placeOf(hash));
    if (!sealed)
        return base::fail(blobError(sealed.error()));
    const auto written = writeFile(hash, *sealed);
    if (!written)
        return base::fail(blobError(written.error()));
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(blobError(transaction.error()));
    const auto kept =
        m_connection
            .prepare("INSERT INTO blob(hash, bytes, sealed_digest, held, needed_by) "
                     "SELECT ?1, ?2, ?3, ?4, -EXISTS (SELECT 1 FROM wanted WHERE hash = ?1) WHERE true "
                     "ON CONFLICT(hash) DO UPDATE SET sealed_digest = excluded.sealed_digest")
            .bind(hash.toString(), content.size(), protocol::Digest::of(*sealed), origin == BlobOrigin::Platform)
            .run()
            .and_then([&](base::Done) { return m_connection.prepare("DELETE FROM wanted WHERE hash = ?1").bind(hash.toString()).run(); })
            .and_then([&](base::Done) { return transaction->commit(); });
    if (!kept)
        return base::fail(blobError(kept.error()));
    return kept;
}

base::Outcome SealedBlobs::writeFile(const domain::BlobHash& hash, const QByteArray& sealed) {
    const QString directory = m_directory.blobDirectory(hash);
    if (!QFileInfo::exists(directory)) {
        const auto made = m_disk.makeDirectory(m_directory.blobs())
                              .and_then([&](base::Done) { return m_disk.makeDirectory(directory); })
                              .and_then([&](base::Done) { return m_disk.syncDirectory(m_directory.path()); })
                              .and_then([&](base::Done) { return m_disk.syncDirectory(m_directory.blobs()); });
        if (!made)
            return made;
    }
    return replaceDurably(m_disk, m_directory.blob(hash), sealed);
}

base::Result<QByteArray> SealedBlobs::read(const domain::BlobHash& hash) const {
    if (hash.isNull())
        return base::fail(QStringLiteral("blob.missing"));
    QFile file(m_directory.blob(hash));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("blob.missing"));
    if (file.size() > largest + Sealer::epochSize + Sealer::nonceSize + Sealer::tagSize)
        return base::fail(QStringLiteral("blob.damaged"));
    auto content = m_sealer.open(file.readAll(), placeOf(hash));
    if (!content)
        return base::fail(base::Error{QStringLiteral("blob.damaged")}.causedBy(content.error()));
    return content;
}

bool SealedBlobs::contains(const domain::BlobHash& hash) const {
    auto statement = m_connection.prepare("SELECT 1 FROM blob WHERE hash = ?1");
    const auto row = statement.bind(hash.toString()).next();
    return row && *row && QFileInfo::exists(m_directory.blob(hash));
}

}
