#include "sync/gateway/net/TusEndpoint.h"

#include "sync/gateway/net/Reply.h"
#include "sync/gateway/net/Routes.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/HttpDate.h"

namespace motcua::gateway::tus {

namespace {

constexpr qint64 mostInMemory = 1024 * 1024;
/// Without a sign that an address would have to escape.
constexpr auto inAddress = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

base::Outcome speaksTus(const Request& request) {
    return request.header("Tus-Resumable") == version ? base::done() : base::fail(QStringLiteral("blob.tus-version"));
}

base::Outcome bringsPiece(const Request& request) {
    return request.header("Content-Type") == pieceType ? base::done() : base::fail(QStringLiteral("request.media-type"));
}

base::Result<QUuid> uploadIn(const Request& request) {
    const QUuid id = QUuid::fromString(QLatin1String(request.argument));
    return id.isNull() ? base::Result<QUuid>(base::fail(QStringLiteral("blob.upload-unknown"))) : id;
}

void setExpiry(Answer& answer, const Upload& upload) {
    if (!upload.isComplete())
        answer.set("Upload-Expires", protocol::httpDate(upload.expires));
}

Answer described(int status, const Upload& upload) {
    Answer answer{.status = status};
    answer.set("Cache-Control", "no-store");
    answer.set("Upload-Offset", QByteArray::number(upload.offset));
    answer.set("Upload-Length", QByteArray::number(upload.bytes));
    answer.set("Upload-Metadata", upload.metadata);
    setExpiry(answer, upload);
    return answer;
}

Answer refused(const base::Error& error) {
    Answer answer = reply::error(error);
    if (error.code == QLatin1String("blob.tus-version"))
        answer.set("Tus-Version", version);
    return answer;
}

/// Where a blob that is held is an upload. What the creation said besides the hash is kept in the address itself.
QByteArray addressOfHeld(const Metadata& metadata) {
    const QByteArray address = protocol::address::blobsByHash + metadata.hash.toHex();
    return metadata.isPlain() ? address : address + "?metadata=" + metadata.text.toBase64(inAddress);
}

/// Errors: "blob.missing".
base::Result<Upload> held(Blobs& blobs, const Peer& peer, const Request& request) {
    const QByteArray hash = QByteArray::fromHex(request.argument);
    const QByteArray metadata = QByteArray::fromBase64(request.parameter("metadata").value_or(QByteArray()), inAddress);
    return blobs.sizeOf(peer, hash).map([&](qint64 bytes) { return Upload{{}, hash, bytes, bytes, {}, checkedMetadata(metadata, hash), true}; });
}

}

Answer options() {
    Answer answer{.status = 204};
    answer.set("Tus-Version", version);
    answer.set("Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination");
    answer.set("Tus-Checksum-Algorithm", algorithms);
    answer.set("Tus-Max-Size", QByteArray::number(protocol::limit::blobBytes));
    return answer;
}

Answer head(Uploads& uploads, const Peer& peer, const Request& request) {
    const auto upload =
        speaksTus(request).and_then([&](base::Done) { return uploadIn(request); }).and_then([&](const QUuid& id) { return uploads.find(peer, id); });
    return upload ? described(200, *upload) : refused(upload.error());
}

Answer remove(Uploads& uploads, const Peer& peer, const Request& request) {
    const auto removed = speaksTus(request).and_then([&](base::Done) { return uploadIn(request); }).and_then([&](const QUuid& id) {
        return uploads.remove(peer, id);
    });
    return removed ? reply::empty(204) : refused(removed.error());
}

Answer headHeld(Blobs& blobs, const Peer& peer, const Request& request) {
    const auto spoken = request.has("Tus-Resumable") ? speaksTus(request) : base::done();
    const auto upload = spoken.and_then([&](base::Done) { return held(blobs, peer, request); });
    if (!upload)
        return refused(upload.error());
    return isTus(request) ? described(204, *upload) : reply::empty(204);
}

Answer patchHeld(Blobs& blobs, const Peer& peer, const Request& request, bool bringsBytes) {
    const auto upload = speaksTus(request).and_then([&](base::Done) { return bringsPiece(request); }).and_then([&](base::Done) {
        return held(blobs, peer, request);
    });
    const auto offset = upload ? numberIn(request, "Upload-Offset") : base::fail(upload.error());
    if (!offset)
        return refused(offset.error());
    if (*offset != upload->offset)
        return refused({QStringLiteral("blob.wrong-offset"), {{QStringLiteral("offset"), QString::number(upload->offset)}}});
    if (bringsBytes)
        return refused({QStringLiteral("blob.too-large")});
    Answer answer{.status = 204};
    answer.set("Upload-Offset", QByteArray::number(upload->offset));
    return answer;
}

base::Result<std::unique_ptr<Piece>> Piece::open(Uploads& uploads, const Peer& peer, const Request& request, const QUuid& upload, qint64 offset) {
    auto checksum = checksumIn(request);
    auto writing = checksum ? uploads.write(peer, upload, offset) : base::fail(checksum.error());
    if (!writing)
        return base::fail(writing.error());
    return std::unique_ptr<Piece>(new Piece(std::move(*writing), std::move(*checksum)));
}

Piece::~Piece() {
    if (!m_isOver && m_checksum)
        m_writing->drop();
}

base::Outcome Piece::take(const QByteArray& bytes) {
    if (bytes.isEmpty())
        return base::done();
    const base::Outcome taken = m_writing->append(bytes.constData(), static_cast<size_t>(bytes.size()));
    if (taken && m_checksum)
        m_checksum->add(bytes.constData(), static_cast<size_t>(bytes.size()));
    if (!taken) {
        m_isOver = true;
        m_writing->drop();
    }
    return taken;
}

base::Outcome Piece::finish(Answer& answer) {
    m_isOver = true;
    if (m_checksum && !m_checksum->fits()) {
        m_writing->drop();
        return base::fail(QStringLiteral("blob.checksum-mismatch"));
    }
    if (const auto finished = m_writing->finish(); !finished)
        return finished;
    answer.set("Upload-Offset", QByteArray::number(m_writing->upload().offset));
    setExpiry(answer, m_writing->upload());
    return base::done();
}

std::optional<Answer> Creation::begun() {
    const auto length = speaksTus(request()).and_then([&](base::Done) { return numberIn(request(), "Upload-Length"); });
    const auto metadata = length ? metadataIn(request()) : base::fail(length.error());
    if (!metadata || *length > protocol::limit::blobBytes)
        return refused(metadata ? base::Error{QStringLiteral("blob.too-large")} : metadata.error());
    m_length = *length;
    m_metadata = *metadata;
    if (platform().blobs().holds(peer(), m_metadata.hash)) {
        m_answer.set("Upload-Offset", QByteArray::number(m_length));
        m_answer.set("Location", addressOfHeld(m_metadata));
        return m_answer;
    }
    const bool hasBytes = bringsPiece(request()).has_value();
    m_isWhole = m_length == 0 || (hasBytes && m_length <= mostInMemory && request().length == m_length);
    return m_isWhole ? std::nullopt : createRow(hasBytes);
}

std::optional<Answer> Creation::createRow(bool bringsBytes) {
    const auto upload = platform().uploads().create(peer(), {m_metadata.hash, m_length, m_metadata.text});
    if (!upload)
        return refused(upload.error());
    m_answer.set("Location", QByteArray(protocol::address::blobs) + '/' + upload->id.toByteArray(QUuid::WithoutBraces));
    auto piece = Piece::open(platform().uploads(), peer(), request(), upload->id, 0);
    if (!piece)
        return refused(piece.error());
    m_piece = std::move(*piece);
    return bringsBytes ? std::nullopt : std::optional(finish({}));
}

Answer Creation::keepWhole(const QByteArray& content) {
    auto checksum = checksumIn(request());
    if (!checksum)
        return refused(checksum.error());
    if (*checksum)
        (*checksum)->add(content.constData(), static_cast<size_t>(content.size()));
    if (protocol::Digest::of(content) != m_metadata.hash || (*checksum && !(*checksum)->fits()))
        return refused({QStringLiteral("blob.checksum-mismatch")});
    if (const auto kept = platform().blobs().put(peer(), m_metadata.hash, content); !kept)
        return refused(kept.error());
    m_answer.set("Upload-Offset", QByteArray::number(m_length));
    m_answer.set("Location", addressOfHeld(m_metadata));
    return m_answer;
}

std::optional<Answer> Creation::take(const QByteArray& bytes) {
    const auto taken = m_piece->take(bytes);
    if (taken)
        return std::nullopt;
    // The upload is free again before anybody hears of it.
    m_piece.reset();
    return refused(taken.error());
}

Answer Creation::finish(const QByteArray& rest) {
    if (m_isWhole)
        return keepWhole(rest);
    if (auto early = take(rest))
        return *early;
    const auto finished = m_piece->finish(m_answer);
    m_piece.reset();
    return finished ? m_answer : refused(finished.error());
}

std::optional<Answer> Continuation::begun() {
    const auto id =
        speaksTus(request()).and_then([&](base::Done) { return bringsPiece(request()); }).and_then([&](base::Done) { return uploadIn(request()); });
    const auto offset = id ? numberIn(request(), "Upload-Offset") : base::fail(id.error());
    auto piece = offset ? Piece::open(platform().uploads(), peer(), request(), *id, *offset) : base::fail(offset.error());
    if (!piece)
        return refused(piece.error());
    m_piece = std::move(*piece);
    return std::nullopt;
}

std::optional<Answer> Continuation::take(const QByteArray& bytes) {
    const auto taken = m_piece->take(bytes);
    if (taken)
        return std::nullopt;
    m_piece.reset();
    return refused(taken.error());
}

Answer Continuation::finish(const QByteArray& rest) {
    if (auto early = take(rest))
        return *early;
    Answer answer{.status = 204};
    const auto finished = m_piece->finish(answer);
    m_piece.reset();
    return finished ? answer : refused(finished.error());
}

}
