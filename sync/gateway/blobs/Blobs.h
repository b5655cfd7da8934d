#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/blobs/BlobRows.h"
#include "sync/gateway/blobs/PageRoom.h"
#include "sync/gateway/blobs/SealedFile.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

#include <memory>
#include <shared_mutex>

namespace motcua::gateway {

/// Pages and papers, sealed files under <data>/blobs, named by the hash of their content; which unit has put what here is in the store. One unit's
/// blob is no other unit's, even if the bytes are the same. Owned by Platform; may be used by any thread.
class Blobs {
public:
    struct Parts {
        PlatformStore& store;
        const base::Clock& clock;
        const PageRoom& room;
        std::shared_ptr<const vault::Vault> vault;
        QString directory; ///< the platform's data directory
    };
    explicit Blobs(Parts parts) : m_parts(std::move(parts)), m_rows(m_parts.store) {}

    bool holds(const Peer& peer, const QByteArray& hash) const;
    /// Errors: "blob.missing".
    base::Result<qint64> sizeOf(const Peer& peer, const QByteArray& hash) const;
    /// Errors: "blob.missing".
    base::Result<std::shared_ptr<BlobReader>> open(const Peer& peer, const QByteArray& hash) const;
    /// A finished, checked upload.
    struct Finished {
        QByteArray hash;
        qint64 bytes = 0;
        QString file;
        QUuid upload; ///< its row is over when the blob is kept; null: it has none
    };
    /// Moves the file in; durable when it returns. Errors: "platform.not-stored", "platform.disk-reserve".
    base::Outcome keep(const Peer& peer, const Finished& finished);
    /// Keeps content that came whole and was checked; durable when it returns. Errors: "platform.not-stored", "platform.disk-reserve",
    /// "platform.unit-quota".
    base::Outcome put(const Peer& peer, const QByteArray& hash, const QByteArray& content);
    /// Removes what no record has named for so long: a desk that still needs it is asked for it again.
    base::Outcome sweepUnnamed();
    static constexpr qint64 unnamedLifetime = 30LL * 24 * 3600 * 1000; ///< milliseconds

    /// Whether the file is there, opens and is what its name says.
    bool isSound(const QByteArray& hash) const;
    /// Files that lie in clear, or under an older key, are sealed under the current one; goes on where it was stopped. Errors: "platform.not-stored".
    base::Outcome sealFiles();

    /// Where blobs will lie in a new data directory: made once, so that no page has to wait until the directory it comes into is durable.
    static bool makeDirectories(const QString& data);
    QString pathOf(const QByteArray& hash) const;

private:
    base::Outcome sealFile(const QByteArray& hash) const;
    bool replace(const QString& path, const QByteArray& content) const;

    Parts m_parts;
    std::shared_mutex m_moving; ///< shared: a file comes in and is not in the store yet; alone: files are removed
    BlobRows m_rows;
};

}
