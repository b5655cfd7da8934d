#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QUuid>

#include <optional>
#include <vector>

namespace motcua::gateway {

struct UploadRow {
    QUuid id;
    qint64 station = 0;
    QByteArray hash;
    qint64 bytes = 0;         ///< when it is complete
    qint64 offset = 0;        ///< what came of them and was taken
    qint64 expires = 0;       ///< UTC milliseconds
    QByteArray metadata = {}; ///< as the creation said it
    bool isKept = false;      ///< it is over: the blob is there
};

/// Blobs on their way: how far each has come, and which request fills it. Whoever fills one has leased it, so a request that died
/// holds it no longer than the lease. One that is over stays until it expires: whoever lost the last answer asks for it.
class UploadTable {
public:
    virtual ~UploadTable() = default;

    /// Nothing: the station has no such upload.
    virtual base::Result<std::optional<UploadRow>> find(const QUuid& id, qint64 station) const = 0;
    /// Of those that are not over.
    virtual base::Result<int> count(qint64 station) const = 0;
    /// Bytes that the unit's stations have announced, of those that are not over.
    virtual base::Result<qint64> announced(qint64 unit) const = 0;
    /// The oldest of the station's that are not over and that no request fills; nothing: all are being filled.
    virtual base::Result<std::optional<QUuid>> oldestIdle(qint64 station, qint64 now) const = 0;
    virtual base::Result<std::vector<QUuid>> expiredAt(qint64 now) const = 0;
    virtual base::Result<std::vector<QUuid>> all() const = 0;

    virtual base::Outcome add(const UploadRow& row) = 0;
    struct Lease {
        QUuid holder;
        qint64 now = 0; ///< UTC milliseconds
        qint64 until = 0;
    };
    /// Takes the lease, or makes the holder's own longer. False: another holds it, or the upload is not there.
    virtual base::Result<bool> lease(const QUuid& id, const Lease& lease) = 0;
    /// Ends the lease and writes down how far the upload has come. False: it was no longer the holder's, and nothing is changed.
    virtual base::Result<bool> release(const QUuid& id, const QUuid& holder, qint64 offset) = 0;
    /// All is there, and the blob is kept.
    virtual base::Outcome finish(const QUuid& id) = 0;
    virtual base::Outcome remove(const QUuid& id) = 0;
};

}
