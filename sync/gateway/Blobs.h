#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/Database.h"
#include "sync/gateway/Stations.h"

namespace motcua::gateway {

/// Pages and papers, content-addressed files under <data>/blobs; which unit has put what here is in the database. One unit's
/// blob is no other unit's, even if the bytes are the same. Owned by Platform; may be used by any thread.
class Blobs {
public:
    struct Parts {
        Database& database;
        const base::Clock& clock;
        QString folder;  ///< the platform's data folder
    };
    explicit Blobs(Parts parts) : m_parts(std::move(parts)) {}

    bool holds(const Peer& peer, const QByteArray& hash) const;
    /// Errors: "blob.missing".
    base::Result<QByteArray> read(const Peer& peer, const QByteArray& hash) const;
    /// Moves a finished, checked file in; durable when it returns. Errors: "platform.not-stored".
    base::Outcome keep(const Peer& peer, const QByteArray& hash, const QString& file, qint64 bytes);
    QString pathOf(const QByteArray& hash) const;

private:
    Parts m_parts;
};

}
