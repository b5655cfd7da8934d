#include "sync/engine/Planner.h"

#include <algorithm>

namespace motcua::engine::planner {

RecordsWork nextRecords(const Backlog& backlog, int batch) {
    if (!backlog.markConfirmed)
        return {RecordsWork::Kind::AskMark, backlog.acknowledged, 0};
    qint64 upTo = std::min(backlog.lastSeq, backlog.acknowledged + batch);
    for (const PendingBlob& blob : backlog.blobs)
        if (blob.neededBy > backlog.acknowledged)
            upTo = std::min(upTo, blob.neededBy - 1);
    if (upTo <= backlog.acknowledged)
        return {};
    return {RecordsWork::Kind::Send, backlog.acknowledged, static_cast<int>(upTo - backlog.acknowledged)};
}

std::vector<PendingBlob> nextBlobs(const Backlog& backlog, const QStringList& underWay, int free) {
    std::vector<PendingBlob> next;
    for (const PendingBlob& blob : backlog.blobs)
        if (blob.neededBy > 0 && !underWay.contains(blob.hash))
            next.push_back(blob);
    std::stable_sort(next.begin(), next.end(), [](const PendingBlob& a, const PendingBlob& b) { return a.neededBy < b.neededBy; });
    if (next.size() > static_cast<size_t>(std::max(free, 0)))
        next.resize(static_cast<size_t>(std::max(free, 0)));
    return next;
}

}
