#include "sync/http/PushBlobs.h"

#include "app/base/Logging.h"
#include "sync/engine/Planner.h"

#include <algorithm>

namespace motcua::http {

namespace {

constexpr qint64 goodLineWhole = 512 * 1024;
constexpr qint64 goodLineChunk = 1024 * 1024;
constexpr qint64 leastChunk = 64 * 1024;
constexpr qint64 mostChunk = 4 * 1024 * 1024;

}

PushBlobs::PushBlobs(const Link& link, BlobDesk& desk) : m_link(link), m_desk(desk), m_manner{goodLineWhole, goodLineChunk} {}

bool PushBlobs::hasWork() {
    auto pending = m_desk.pending();
    if (!pending)
        return true;
    engine::Backlog backlog;
    backlog.blobs = *std::move(pending);
    if (!engine::planner::nextBlobs(backlog, m_desk.underWay(), 1).empty())
        return true;
    if (const auto written = m_desk.flush(); !written)
        qCWarning(base::lcSync).noquote() << "held blobs not written down:" << written.error().toLogLine();
    return false;
}

void PushBlobs::start() {
    auto pending = m_desk.pending();
    if (!pending)
        return failed(pending.error());
    engine::Backlog backlog;
    backlog.blobs = *std::move(pending);
    const auto next = engine::planner::nextBlobs(backlog, m_desk.underWay(), 1);
    if (next.empty())
        return succeeded();
    const engine::PendingBlob& blob = next.front();
    m_desk.taken(blob.hash);
    m_upload =
        std::make_unique<BlobUpload>(m_link, blob, m_manner, [this, hash = blob.hash](const base::Outcome& outcome) { uploaded(hash, outcome); });
    m_upload->start();
}

void PushBlobs::uploaded(const QString& hash, const base::Outcome& outcome) {
    m_upload.release()->deleteLater();
    if (!outcome) {
        m_desk.putBack(hash);
        // On a line that breaks, what has arrived should count: small pieces that can be resumed.
        m_manner = {0, std::max(m_manner.chunk / 2, leastChunk)};
        return failed(outcome.error());
    }
    if (const auto written = m_desk.held(hash); !written)
        return failed(written.error());
    m_manner.chunk = std::min(m_manner.chunk * 2, mostChunk);
    m_manner.wholeUpTo = std::min(m_manner.chunk, goodLineWhole);
    succeeded();
}

}
