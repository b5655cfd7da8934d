#pragma once

#include "app/base/Result.h"
#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/store/UploadTable.h"
#include "sync/protocol/Digest.h"

#include <QDateTime>
#include <QFile>

#include <memory>

namespace motcua::gateway {

/// A blob on its way.
struct Upload {
    QUuid id;
    QByteArray hash;
    qint64 bytes = 0;
    qint64 offset = 0;
    QDateTime expires;
    QByteArray metadata = {}; ///< as the creation said it
    bool isKept = false;      ///< all is there, and the blob exists
    bool isComplete() const { return offset == bytes; }
};

/// Uploads as tus has them: created, filled in pieces, over when given up or expired. One that is complete says so until it expires, to a
/// client that lost the last answer. How far each has come and which
/// request fills it is in the store, the bytes are in <data>/uploads, sealed as the blob will be: so an upload goes on after a restart, and through
/// whichever program serves the same data. Owned by Platform; may be used by any thread.
class Uploads {
public:
    struct Parts {
        PlatformStore& store;
        Blobs& blobs;
        const base::Clock& clock;
        const PageRoom& room;
        std::shared_ptr<const vault::Vault> vault;
        QString directory; ///< the platform's data directory
    };
    explicit Uploads(const Parts& parts)
        : m_store(parts.store), m_blobs(parts.blobs), m_clock(parts.clock), m_room(parts.room), m_vault(parts.vault), m_directory(parts.directory) {}

    /// Bytes of one request on their way into an upload. Alone with it while it lives; bytes that came stay unless drop() is called.
    class Writing {
    public:
        /// `holder`: what the upload is leased to.
        Writing(Uploads& owner, const Peer& peer, Upload upload, const QUuid& holder);
        ~Writing();
        Writing(const Writing&) = delete;
        Writing& operator=(const Writing&) = delete;

        /// Errors: "blob.too-large" (past the announced length), "platform.not-stored", "platform.disk-reserve", "blob.busy" (the request
        /// stood still for longer than its lease, and another took over).
        base::Outcome append(const char* data, size_t size);
        /// Takes this request's bytes back.
        void drop();
        /// Completes the blob if all is there. Errors: "blob.checksum-mismatch" (the upload is then over), "platform.not-stored",
        /// "blob.busy".
        base::Outcome finish();
        const Upload& upload() const { return m_upload; }

    private:
        base::Outcome open();
        base::Outcome keepLease();
        base::Outcome release();
        QByteArray digestOfFile() const;

        Uploads& m_owner;
        Peer m_peer;
        Upload m_upload;
        QUuid m_holder;
        qint64 m_renewAt; ///< UTC milliseconds
        bool m_isHeld = true;
        qint64 m_start;
        protocol::Digest m_digest;
        BlobWriter m_file;
    };

    struct Wish {
        QByteArray hash;
        qint64 bytes = 0;
        QByteArray metadata = {};
    };
    /// Where the station has as many unfinished ones as it may, its oldest that no request fills is ended for it. Errors: "request.too-many"
    /// (requests fill all of them), "platform.disk-reserve", "platform.unit-quota", "platform.not-stored".
    base::Result<Upload> create(const Peer& peer, const Wish& wish);
    /// Errors: "blob.upload-unknown", "blob.upload-gone".
    base::Result<Upload> find(const Peer& peer, const QUuid& id) const;
    /// Errors: "blob.upload-unknown", "blob.busy".
    base::Outcome remove(const Peer& peer, const QUuid& id);
    /// Errors: those of find(), "blob.busy" (another request fills it), "blob.wrong-offset" with offset.
    base::Result<std::unique_ptr<Writing>> write(const Peer& peer, const QUuid& id, qint64 offset);
    base::Outcome expire();
    /// Removes files that a crash left lying without a row, and that are older than any upload.
    base::Outcome sweep();

    static constexpr qint64 lifetime = 24LL * 3600 * 1000; ///< milliseconds
    /// How long a request that stands still keeps others away. Longer than a connection may be silent.
    static constexpr qint64 leaseTime = 30 * 1000; ///< milliseconds
    static constexpr int mostPerStation = 32;

private:
    QString fileOf(const QUuid& id) const;
    base::Result<Upload> uploadOf(const UploadRow& row) const;
    base::Outcome forget(const QUuid& id);
    /// Ends the station's oldest idle upload if it has as many as it may; its id, whose file is to be removed.
    static base::Result<std::optional<QUuid>> makeRoom(Tables& tables, const Peer& peer, qint64 now);

    PlatformStore& m_store;
    Blobs& m_blobs;
    const base::Clock& m_clock;
    const PageRoom& m_room;
    std::shared_ptr<const vault::Vault> m_vault;
    QString m_directory;
};

}
