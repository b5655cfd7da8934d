#include "sync/gateway/net/TusEndpoint.h"

#include "sync/gateway/blobs/Uploads.h"
#include "sync/gateway/net/Listener.h"
#include "sync/gateway/net/Reply.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/HttpDate.h"

namespace motcua::gateway {

namespace {

constexpr qint64 mostInMemory = 1024 * 1024;
/// Without a sign that an address would have to escape.
constexpr auto inAddress = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr char pieceType[] = "application/offset+octet-stream";

base::Outcome speaksTus(const httplib::Request& request) {
    return request.get_header_value("Tus-Resumable") == tus::version ? base::done() : base::fail(QStringLiteral("blob.tus-version"));
}

base::Outcome bringsPiece(const httplib::Request& request) {
    return request.get_header_value("Content-Type") == pieceType ? base::done() : base::fail(QStringLiteral("request.media-type"));
}

base::Result<QUuid> uploadIn(const httplib::Request& request) {
    const QUuid id = QUuid::fromString(QLatin1String(request.matches[1].str().c_str()));
    return id.isNull() ? base::Result<QUuid>(base::fail(QStringLiteral("blob.upload-unknown"))) : id;
}

void setNumber(httplib::Response& response, const char* name, qint64 value) {
    response.set_header(name, std::to_string(value));
}

void setExpiry(httplib::Response& response, const Upload& upload) {
    if (!upload.isComplete())
        response.set_header("Upload-Expires", protocol::httpDate(upload.expires).toStdString());
}

void describe(httplib::Response& response, const Upload& upload) {
    response.set_header("Cache-Control", "no-store");
    setNumber(response, "Upload-Offset", upload.offset);
    setNumber(response, "Upload-Length", upload.bytes);
    response.set_header("Upload-Metadata", upload.metadata.toStdString());
    setExpiry(response, upload);
}

bool drain(const char*, size_t) {
    return true;
}

/// Everything is in the creating request, and it is small enough to be held in memory: no upload needs to be remembered.
bool isWhole(const httplib::Request& request, qint64 length) {
    return length <= mostInMemory && request.get_header_value("Content-Length") == std::to_string(length);
}

void refuse(httplib::Response& response, const base::Error& error) {
    if (error.code == QLatin1String("blob.tus-version"))
        response.set_header("Tus-Version", tus::version);
    reply::error(response, error);
}

/// Where a blob that is held is an upload. What the creation said besides the hash is kept in the address itself.
std::string addressOfHeld(const tus::Metadata& metadata) {
    std::string address = protocol::address::blobsByHash + metadata.hash.toHex().toStdString();
    if (!metadata.isPlain())
        address += "?metadata=" + metadata.text.toBase64(inAddress).toStdString();
    return address;
}

}

struct TusEndpoint::Piece {
    const Peer& peer;
    const httplib::Request& request;
    httplib::Response& response;
    const httplib::ContentReader& body;
    QUuid upload;
    qint64 offset = 0;
};

void TusEndpoint::options(httplib::Response& response) const {
    response.status = 204;
    response.set_header("Tus-Version", tus::version);
    response.set_header("Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination");
    response.set_header("Tus-Checksum-Algorithm", tus::algorithms);
    setNumber(response, "Tus-Max-Size", protocol::limit::blobBytes);
}

base::Outcome TusEndpoint::receive(const Piece& piece) {
    auto checksum = tus::checksumIn(piece.request);
    auto writing = checksum ? m_uploads.write(piece.peer, piece.upload, piece.offset) : base::fail(checksum.error());
    if (!writing) {
        piece.body(drain);
        return base::fail(writing.error());
    }
    base::Outcome taken = base::done();
    const bool whole = piece.body([&](const char* data, size_t size) {
        taken = (*writing)->append(data, size);
        if (taken && *checksum)
            (*checksum)->add(data, size);
        return taken.has_value();
    });
    if (!taken) {
        Listener::endAfterAnswer(piece.request, piece.response);
        (*writing)->drop();
        return taken;
    }
    if (*checksum && (!whole || !(*checksum)->fits())) {
        (*writing)->drop();
        return base::fail(QStringLiteral("blob.checksum-mismatch"));
    }
    if (const auto finished = (*writing)->finish(); !finished)
        return finished;
    setNumber(piece.response, "Upload-Offset", (*writing)->upload().offset);
    setExpiry(piece.response, (*writing)->upload());
    return base::done();
}

void TusEndpoint::create(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body) {
    const auto length = speaksTus(request).and_then([&](base::Done) { return tus::numberIn(request, "Upload-Length"); });
    const auto metadata = length ? tus::metadataIn(request) : base::fail(length.error());
    const bool tooLarge = length && *length > protocol::limit::blobBytes;
    const bool hasBytes = bringsPiece(request).has_value();
    const bool isHeld = metadata && !tooLarge && m_blobs.holds(peer, metadata->hash);
    if (!metadata || tooLarge || isHeld || !hasBytes)
        body(drain);
    if (!metadata || tooLarge)
        return refuse(response, metadata ? base::Error{QStringLiteral("blob.too-large")} : metadata.error());
    response.status = 201;
    if (isHeld) {
        setNumber(response, "Upload-Offset", *length);
        response.set_header("Location", addressOfHeld(*metadata));
        return;
    }
    const httplib::ContentReader nothing([](const httplib::ContentReceiver&) { return true; }, nullptr);
    const Piece piece{peer, request, response, hasBytes ? body : nothing, {}, 0};
    if (*length == 0 || (hasBytes && isWhole(request, *length)))
        createWhole(piece, *metadata, *length);
    else
        createRow(piece, *metadata, *length);
}

void TusEndpoint::createRow(const Piece& piece, const tus::Metadata& metadata, qint64 length) {
    const auto upload = m_uploads.create(piece.peer, {metadata.hash, length, metadata.text});
    if (!upload) {
        piece.body(drain);
        return refuse(piece.response, upload.error());
    }
    piece.response.set_header("Location", std::string(protocol::address::blobs) + '/' + upload->id.toString(QUuid::WithoutBraces).toStdString());
    const auto received = receive({piece.peer, piece.request, piece.response, piece.body, upload->id, 0});
    if (!received)
        refuse(piece.response, received.error());
}

void TusEndpoint::createWhole(const Piece& piece, const tus::Metadata& metadata, qint64 length) {
    auto checksum = tus::checksumIn(piece.request);
    QByteArray content;
    content.reserve(length);
    const bool came = piece.body([&](const char* data, size_t size) {
        content.append(data, static_cast<qsizetype>(size));
        return content.size() <= length;
    });
    if (!checksum)
        return refuse(piece.response, checksum.error());
    if (*checksum)
        (*checksum)->add(content.constData(), static_cast<size_t>(content.size()));
    if (!came || protocol::Digest::of(content) != metadata.hash || (*checksum && !(*checksum)->fits()))
        return refuse(piece.response, {QStringLiteral("blob.checksum-mismatch")});
    if (const auto kept = m_blobs.put(piece.peer, metadata.hash, content); !kept)
        return refuse(piece.response, kept.error());
    setNumber(piece.response, "Upload-Offset", length);
    piece.response.set_header("Location", addressOfHeld(metadata));
}

void TusEndpoint::patch(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body) {
    const auto id =
        speaksTus(request).and_then([&](base::Done) { return bringsPiece(request); }).and_then([&](base::Done) { return uploadIn(request); });
    const auto offset = id ? tus::numberIn(request, "Upload-Offset") : base::fail(id.error());
    if (!offset) {
        body(drain);
        return refuse(response, offset.error());
    }
    response.status = 204;
    const auto received = receive({peer, request, response, body, *id, *offset});
    if (!received)
        refuse(response, received.error());
}

void TusEndpoint::head(const Peer& peer, const httplib::Request& request, httplib::Response& response) {
    const auto upload = speaksTus(request).and_then([&](base::Done) { return uploadIn(request); }).and_then([&](const QUuid& id) {
        return m_uploads.find(peer, id);
    });
    if (!upload)
        return refuse(response, upload.error());
    response.status = 200;
    describe(response, *upload);
}

void TusEndpoint::remove(const Peer& peer, const httplib::Request& request, httplib::Response& response) {
    const auto removed = speaksTus(request).and_then([&](base::Done) { return uploadIn(request); }).and_then([&](const QUuid& id) {
        return m_uploads.remove(peer, id);
    });
    if (!removed)
        return refuse(response, removed.error());
    response.status = 204;
}

base::Result<Upload> TusEndpoint::held(const Peer& peer, const httplib::Request& request) const {
    const QByteArray hash = QByteArray::fromHex(QByteArray::fromStdString(request.matches[1].str()));
    const QByteArray metadata = QByteArray::fromBase64(QByteArray::fromStdString(request.get_param_value("metadata")), inAddress);
    return m_blobs.sizeOf(peer, hash).map([&](qint64 bytes) {
        return Upload{{}, hash, bytes, bytes, {}, tus::checkedMetadata(metadata, hash), true};
    });
}

void TusEndpoint::headHeld(const Peer& peer, const httplib::Request& request, httplib::Response& response) {
    const auto spoken = request.has_header("Tus-Resumable") ? speaksTus(request) : base::done();
    const auto upload = spoken.and_then([&](base::Done) { return held(peer, request); });
    if (!upload)
        return refuse(response, upload.error());
    response.status = 204;
    if (isTus(request))
        describe(response, *upload);
}

void TusEndpoint::patchHeld(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body) {
    bool isEmpty = true;
    body([&isEmpty](const char*, size_t size) {
        isEmpty = isEmpty && size == 0;
        return true;
    });
    const auto upload =
        speaksTus(request).and_then([&](base::Done) { return bringsPiece(request); }).and_then([&](base::Done) { return held(peer, request); });
    const auto offset = upload ? tus::numberIn(request, "Upload-Offset") : base::fail(upload.error());
    if (!offset)
        return refuse(response, offset.error());
    if (*offset != upload->offset)
        return refuse(response, {QStringLiteral("blob.wrong-offset"), {{QStringLiteral("offset"), QString::number(upload->offset)}}});
    if (!isEmpty)
        return refuse(response, {QStringLiteral("blob.too-large")});
    response.status = 204;
    setNumber(response, "Upload-Offset", upload->offset);
}

}
