#include "sync/gateway/net/TusEndpoint.h"

#include "sync/gateway/blobs/Uploads.h"
#include "sync/gateway/net/Listener.h"
#include "sync/gateway/net/Reply.h"
#include "sync/protocol/Address.h"

#include <QLocale>

namespace motcua::gateway {

namespace {

constexpr char tusVersion[] = "1.0.0";
constexpr qint64 mostInMemory = 1024 * 1024;
constexpr char pieceType[] = "application/offset+octet-stream";

base::Result<qint64> lengthIn(const httplib::Request& request, const char* name) {
    const QByteArray text = QByteArray::fromStdString(request.get_header_value(name));
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    if (!good || value < 0 || !std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; }))
        return base::fail(QStringLiteral("request.malformed"), {{QStringLiteral("field"), QLatin1String(name)}});
    return value;
}

/// The value of `sha256` in Upload-Metadata: "key base64,key base64".
base::Result<QByteArray> hashIn(const httplib::Request& request) {
    for (const QByteArray& pair : QByteArray::fromStdString(request.get_header_value("Upload-Metadata")).split(',')) {
        const QByteArrayList parts = pair.trimmed().split(' ');
        if (parts.size() != 2 || parts[0] != "sha256")
            continue;
        const QByteArray hex = QByteArray::fromBase64(parts[1]);
        const QByteArray hash = QByteArray::fromHex(hex);
        if (hash.size() == 32 && hash.toHex() == hex)
            return hash;
    }
    return base::fail(QStringLiteral("request.malformed"), {{QStringLiteral("field"), QStringLiteral("Upload-Metadata")}});
}

/// The digest in Upload-Checksum; empty when there is none.
base::Result<QByteArray> checksumIn(const httplib::Request& request) {
    if (!request.has_header("Upload-Checksum"))
        return QByteArray();
    const QByteArrayList parts = QByteArray::fromStdString(request.get_header_value("Upload-Checksum")).split(' ');
    const QByteArray digest = parts.size() == 2 && parts[0] == "sha256" ? QByteArray::fromBase64(parts[1]) : QByteArray();
    if (digest.size() != 32)
        return base::fail(QStringLiteral("request.malformed"), {{QStringLiteral("field"), QStringLiteral("Upload-Checksum")}});
    return digest;
}

base::Outcome speaksTus(const httplib::Request& request) {
    return request.get_header_value("Tus-Resumable") == tusVersion ? base::done() : base::fail(QStringLiteral("blob.tus-version"));
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
        response.set_header("Upload-Expires", QLocale::c().toString(upload.expires, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toStdString());
}

bool drain(const char*, size_t) {
    return true;
}

/// Everything is in the creating request, and it is small enough to be held in memory: no upload needs to be remembered.
bool isWhole(const httplib::Request& request, qint64 length) {
    return length <= mostInMemory && request.get_header_value("Content-Length") == std::to_string(length);
}

void refuse(httplib::Response& response, const base::Error& error) {
    response.set_header("Tus-Resumable", tusVersion);
    if (error.code == QLatin1String("blob.tus-version"))
        response.set_header("Tus-Version", tusVersion);
    reply::error(response, error);
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
    response.set_header("Tus-Resumable", tusVersion);
    response.set_header("Tus-Version", tusVersion);
    response.set_header("Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination");
    response.set_header("Tus-Checksum-Algorithm", "sha256");
    setNumber(response, "Tus-Max-Size", protocol::limit::blobBytes);
}

base::Outcome TusEndpoint::receive(const Piece& piece) {
    const auto checksum = checksumIn(piece.request);
    auto writing = checksum ? m_uploads.write(piece.peer, piece.upload, piece.offset) : base::fail(checksum.error());
    if (!writing) {
        piece.body(drain);
        return base::fail(writing.error());
    }
    base::Outcome taken = base::done();
    const bool whole = piece.body([&](const char* data, size_t size) {
        taken = (*writing)->append(data, size);
        return taken.has_value();
    });
    if (!taken) {
        Listener::endAfterAnswer(piece.request, piece.response);
        (*writing)->drop();
        return taken;
    }
    if (!checksum->isEmpty() && (!whole || (*writing)->digest() != *checksum)) {
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
    const auto length = speaksTus(request).and_then([&](base::Done) { return lengthIn(request, "Upload-Length"); });
    const auto hash = length ? hashIn(request) : base::fail(length.error());
    const bool tooLarge = length && *length > protocol::limit::blobBytes;
    const bool hasBytes = request.get_header_value("Content-Type") == pieceType;
    const bool isHeld = hash && !tooLarge && m_blobs.holds(peer, *hash);
    if (!hash || tooLarge || isHeld || !hasBytes)
        body(drain);
    if (!hash || tooLarge)
        return refuse(response, hash ? base::Error{QStringLiteral("blob.too-large")} : hash.error());
    response.set_header("Tus-Resumable", tusVersion);
    response.status = 201;
    if (isHeld) {
        setNumber(response, "Upload-Offset", *length);
        response.set_header("Location", protocol::address::blobsByHash + hash->toHex().toStdString());
        return;
    }
    if (hasBytes && isWhole(request, *length))
        return createWhole({peer, request, response, body, {}, 0}, *hash, *length);
    const auto upload = m_uploads.create(peer, *hash, *length);
    if (!upload) {
        if (hasBytes)
            body(drain);
        return refuse(response, upload.error());
    }
    response.set_header("Location", std::string(protocol::address::blobs) + '/' + upload->id.toString(QUuid::WithoutBraces).toStdString());
    const httplib::ContentReader nothing([](const httplib::ContentReceiver&) { return true; }, nullptr);
    const auto received = receive({peer, request, response, hasBytes ? body : nothing, upload->id, 0});
    if (!received)
        refuse(response, received.error());
}

void TusEndpoint::createWhole(const Piece& piece, const QByteArray& hash, qint64 length) {
    const auto checksum = checksumIn(piece.request);
    QByteArray content;
    content.reserve(length);
    const bool came = piece.body([&](const char* data, size_t size) {
        content.append(data, static_cast<qsizetype>(size));
        return content.size() <= length;
    });
    if (!checksum)
        return refuse(piece.response, checksum.error());
    const QByteArray digest = protocol::Digest::of(content);
    if (!came || digest != hash || !(checksum->isEmpty() || *checksum == digest))
        return refuse(piece.response, {QStringLiteral("blob.checksum-mismatch")});
    if (const auto kept = m_blobs.put(piece.peer, hash, content); !kept)
        return refuse(piece.response, kept.error());
    setNumber(piece.response, "Upload-Offset", length);
    piece.response.set_header("Location", protocol::address::blobsByHash + hash.toHex().toStdString());
}

void TusEndpoint::patch(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body) {
    const bool isPiece = request.get_header_value("Content-Type") == pieceType;
    const auto id = speaksTus(request)
                        .and_then([&](base::Done) { return isPiece ? base::done() : base::fail(QStringLiteral("request.media-type")); })
                        .and_then([&](base::Done) { return uploadIn(request); });
    const auto offset = id ? lengthIn(request, "Upload-Offset") : base::fail(id.error());
    if (!offset) {
        body(drain);
        return refuse(response, offset.error());
    }
    response.set_header("Tus-Resumable", tusVersion);
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
    response.set_header("Tus-Resumable", tusVersion);
    response.set_header("Cache-Control", "no-store");
    setNumber(response, "Upload-Offset", upload->offset);
    setNumber(response, "Upload-Length", upload->bytes);
    setExpiry(response, *upload);
}

void TusEndpoint::remove(const Peer& peer, const httplib::Request& request, httplib::Response& response) {
    const auto removed = speaksTus(request).and_then([&](base::Done) { return uploadIn(request); }).and_then([&](const QUuid& id) {
        return m_uploads.remove(peer, id);
    });
    if (!removed)
        return refuse(response, removed.error());
    response.status = 204;
    response.set_header("Tus-Resumable", tusVersion);
}

}
