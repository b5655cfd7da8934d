#pragma once

#include "sync/engine/Store.h"

#include <QSet>
#include <QStringList>

namespace motcua::http {

/// Which blobs the push has to bring, shared by its lanes: the store's pending ones, and those that the platform misses
/// although it once confirmed them. What the platform has taken is written down for several at a time: were that lost, a
/// blob would only be offered once more. Owned by the sync worker, in its thread.
class BlobDesk {
public:
    explicit BlobDesk(engine::Store& store) : m_store(store) {}

    base::Result<std::vector<engine::PendingBlob>> pending() const;

    /// The platform would not take record `seq` for want of these. False: they were brought already for that reason, or this
    /// station does not have them, so bringing them again would change nothing.
    bool bringAgain(qint64 seq, const QStringList& hashes);

    void taken(const QString& hash) { m_underWay << hash; }
    void putBack(const QString& hash) { m_underWay.removeAll(hash); }
    /// Durable at the latest with the next flush().
    base::Outcome held(const QString& hash);
    base::Outcome flush();
    const QStringList& underWay() const { return m_underWay; }

private:
    engine::Store& m_store;
    QStringList m_underWay;
    QStringList m_held; ///< not yet written down
    std::vector<engine::PendingBlob> m_again;
    QSet<QString> m_brought;
};

}
