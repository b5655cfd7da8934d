#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/blobs/BlobRows.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

namespace motcua::gateway {

/// Pages and papers, content-addressed files under <data>/blobs; which unit has put what here is in the store. One unit's
/// blob is no other unit's, even if the bytes are the same. Owned by Platform; may be used by any thread.
class Blobs {
public:
    struct Parts {
        PlatformStore& store;
        const base::Clock& clock;
        QString directory; ///< the platform's data directory
    };
    explicit Blobs(Parts parts) : m_parts(std::move(parts)), m_rows(m_parts.store) {}

    bool holds(const Peer& peer, const QByteArray& hash) const;
    /// Errors: "blob.missing".
    base::Result<qint64> sizeOf(const Peer& peer, const QByteArray& hash) const;
    /// Errors: "blob.missing".
    base::Result<QByteArray> read(const Peer& peer, const QByteArray& hash) const;
    /// A finished, checked upload.
    struct Finished {
        QByteArray hash;
        qint64 bytes = 0;
        QString file;
        QUuid upload; ///< its row is over when the blob is kept; null: it has none
    };
    /// Moves the file in; durable when it returns. Errors: "platform.not-stored".
    base::Outcome keep(const Peer& peer, const Finished& finished);
    /// Keeps content that came whole and was checked; durable when it returns. Errors: "platform.not-stored".
    base::Outcome put(const Peer& peer, const QByteArray& hash, const QByteArray& content);
    /// Where blobs will lie in a new data directory: made once, so that no page has to wait until the directory it comes into is durable.
    static bool makeDirectories(const QString& data);
    QString pathOf(const QByteArray& hash) const;

private:
    Parts m_parts;
    BlobRows m_rows;
};

}
