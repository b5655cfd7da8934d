#include "sync/http/BlobDesk.h"

#include <algorithm>

namespace motcua::http {

namespace {

/// Enough for every lane to find one that no other has taken.
constexpr int lookAhead = 16;
constexpr int mostUnwritten = 16;

}

base::Result<std::vector<engine::PendingBlob>> BlobDesk::pending() const {
    auto blobs = m_store.pendingBlobs(lookAhead + static_cast<int>(m_held.size()));
    if (!blobs)
        return blobs;
    std::erase_if(*blobs, [this](const engine::PendingBlob& blob) { return m_held.contains(blob.hash); });
    blobs->insert(blobs->begin(), m_again.begin(), m_again.end());
    return blobs;
}

bool BlobDesk::bringAgain(qint64 seq, const QStringList& hashes) {
    if (hashes.isEmpty())
        return false;
    for (const QString& hash : hashes)
        if (m_brought.contains(hash) || !m_store.hasBlob(hash))
            return false;
    for (const QString& hash : hashes) {
        engine::PendingBlob blob;
        blob.hash = hash;
        blob.neededBy = seq;
        m_again.push_back(blob);
        m_brought.insert(hash);
        m_held.removeAll(hash);
    }
    return true;
}

base::Outcome BlobDesk::held(const QString& hash) {
    putBack(hash);
    std::erase_if(m_again, [&hash](const engine::PendingBlob& blob) { return blob.hash == hash; });
    m_held << hash;
    return m_held.size() < mostUnwritten ? base::done() : flush();
}

base::Outcome BlobDesk::flush() {
    if (m_held.isEmpty())
        return base::done();
    auto written = m_store.blobsHeld(m_held);
    if (written)
        m_held.clear();
    return written;
}

}
