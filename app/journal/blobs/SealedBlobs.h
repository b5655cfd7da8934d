#pragma once

#include "app/domain/ports/BlobStore.h"
#include "app/journal/disk/DataDirectory.h"
#include "app/journal/disk/Disk.h"
#include "app/journal/keys/Sealer.h"

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Where a blob came from, which decides whether the platform still has to get it.
enum class BlobOrigin { Here, Platform };

/// Blobs as sealed files named by the SHA-256 of their content, each with a row in the table `blob`, which is written after
/// the file is durable: a crash between the two leaves a file without a row, which the next put() replaces. The GUI thread and
/// the sync thread have one each, on their own connections.
class SealedBlobs final : public domain::ports::BlobStore {
public:
    static constexpr qsizetype largest = 64 * 1024 * 1024;

    SealedBlobs(sqlite::Connection& connection, DataDirectory directory, const QUuid& station, Sealer sealer, Disk& disk);

    base::Result<domain::BlobHash> put(const QByteArray& content) override;
    base::Result<QByteArray> read(const domain::BlobHash& hash) const override;
    bool contains(const domain::BlobHash& hash) const override;

    /// Errors besides those of put(): "blob.damaged" when `hash` is not that of the content.
    base::Outcome keep(const domain::BlobHash& hash, const QByteArray& content, BlobOrigin origin);

private:
    base::Outcome writeFile(const domain::BlobHash& hash, const QByteArray& sealed);
    SealPlace placeOf(const domain::BlobHash& hash) const;

    sqlite::Connection& m_connection;
    DataDirectory m_directory;
    QUuid m_station;
    Sealer m_sealer;
    Disk& m_disk;
};

}
