#include "sync/http/BlobUpload.h"

#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Digest.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace motcua::http {

namespace {

constexpr std::chrono::seconds shortDeadline{20};
constexpr std::chrono::seconds chunkDeadline{60};

QByteArray checksum(QByteArrayView bytes) {
    return "sha256 " + protocol::Digest::of(bytes).toBase64();
}

Request tus(const QByteArray& method, const QString& path) {
    Request request{method, path, {{"Tus-Resumable", "1.0.0"}}};
    request.deadline = shortDeadline;
    return request;
}

}

BlobUpload::BlobUpload(const Link& link, const engine::PendingBlob& blob, UploadManner manner, DoneHandler done)
    : m_link(link), m_blob(blob), m_manner(manner), m_done(std::move(done)), m_address(blob.upload) {}

void BlobUpload::start() {
    auto content = m_link.store.readBlob(m_blob.hash);
    if (!content)
        return finish(base::fail(content.error()));
    m_content = *std::move(content);
    // A platform that keeps sending us back must not keep us for ever.
    m_stepsLeft = 12 + 2 * static_cast<int>(m_content.size() / std::max<qint64>(m_manner.chunk, 1));
    if (m_address.isEmpty())
        create();
    else
        askOffset();
}

void BlobUpload::exchange(const Request& request, void (BlobUpload::*then)(const Answer&)) {
    if (--m_stepsLeft < 0)
        return finish(base::fail(answers::bad("upload-in-circles")));
    m_link.transport.send(request, [this, then](const base::Result<Answer>& answer) {
        if (!answer)
            finish(base::fail(answer.error()));
        else
            (this->*then)(*answer);
    });
}

void BlobUpload::create() {
    Request request = tus("POST", QString::fromLatin1(protocol::address::blobs));
    request.headers << qMakePair("Upload-Length", QByteArray::number(m_content.size()))
                    << qMakePair("Upload-Metadata", "sha256 " + m_blob.hash.toLatin1().toBase64());
    if (!m_content.isEmpty() && m_content.size() <= m_manner.wholeUpTo) {
        request.headers << qMakePair("Content-Type", "application/offset+octet-stream");
        request.body = m_content;
        request.deadline = chunkDeadline;
    }
    exchange(request, &BlobUpload::created);
}

bool BlobUpload::takeOffset(const Answer& answer) {
    bool isNumber = false;
    const qint64 offset = answer.headers.value("upload-offset").toLongLong(&isNumber);
    if (!isNumber || offset < 0 || offset > m_content.size())
        return false;
    m_offset = offset;
    return true;
}

void BlobUpload::created(const Answer& answer) {
    if (!takeOffset(answer)) {
        // tus leaves the offset out when nothing travelled with the creation.
        if (answer.headers.contains("upload-offset"))
            return finish(base::fail(answers::bad("upload-offset")));
        m_offset = 0;
    }
    const QString path = QUrl(QString::fromLatin1(answer.headers.value("location"))).path();
    if (m_offset == m_content.size() && answer.headers.contains("upload-offset"))
        return finish(base::done());
    // Only the path is taken: an address elsewhere would send a citizen's page to a stranger.
    if (!path.startsWith(QString::fromLatin1(protocol::address::blobs) + QLatin1Char('/')))
        return finish(base::fail(answers::bad("upload-location")));
    m_address = path;
    if (const auto kept = m_link.store.rememberUpload(m_blob.hash, m_address); !kept)
        return finish(base::fail(kept.error()));
    sendChunk();
}

void BlobUpload::askOffset() {
    Request request = tus("HEAD", m_address);
    request.understood = {404, 410};
    exchange(request, &BlobUpload::offsetCame);
}

void BlobUpload::offsetCame(const Answer& answer) {
    if (answer.status == 404 || answer.status == 410)
        return forgetAndCreate();
    if (!takeOffset(answer))
        return finish(base::fail(answers::bad("upload-offset")));
    if (m_offset == m_content.size())
        return finish(base::done());
    sendChunk();
}

void BlobUpload::sendChunk() {
    Request request = tus("PATCH", m_address);
    request.body = m_content.mid(m_offset, m_manner.chunk);
    request.headers << qMakePair("Upload-Offset", QByteArray::number(m_offset)) << qMakePair("Content-Type", "application/offset+octet-stream")
                    << qMakePair("Upload-Checksum", checksum(request.body));
    request.deadline = chunkDeadline;
    request.understood = {404, 409, 410, 460};
    exchange(request, &BlobUpload::chunkAnswered);
}

void BlobUpload::chunkAnswered(const Answer& answer) {
    switch (answer.status) {
    case 404:
    case 410:
        return forgetAndCreate();
    case 409:
        return askOffset();
    case 460:
        return finish(base::fail(answers::bad("upload-checksum")));
    default:
        break;
    }
    const qint64 before = m_offset;
    if (!takeOffset(answer) || m_offset <= before)
        return finish(base::fail(answers::bad("upload-offset")));
    if (m_offset == m_content.size())
        return finish(base::done());
    sendChunk();
}

void BlobUpload::forgetAndCreate() {
    m_offset = 0;
    m_address.clear();
    if (const auto kept = m_link.store.rememberUpload(m_blob.hash, {}); !kept)
        return finish(base::fail(kept.error()));
    create();
}

void BlobUpload::finish(base::Outcome outcome) {
    m_content.clear();
    std::exchange(m_done, {})(std::move(outcome));
}

}
