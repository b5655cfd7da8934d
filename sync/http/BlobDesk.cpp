#include "sync/http/BlobDesk.h"

#include <algorithm>

namespace motcua::http {

namespace {

constexpr int lookAhead = 64;

}

base::Result<std::vector<engine::PendingBlob>> BlobDesk::pending() const {
    auto blobs = m_store.pendingBlobs(lookAhead);
    if (blobs)
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
    }
    return true;
}

void BlobDesk::held(const QString& hash) {
    putBack(hash);
    std::erase_if(m_again, [&hash](const engine::PendingBlob& blob) { return blob.hash == hash; });
}

}
