#include "Questions.h"

#include "Must.h"
#include "Pages.h"

#include "sync/protocol/Digest.h"
#include "sync/protocol/RecordCodec.h"

#include <QUrl>

namespace motcua::recorder {

Questions::Questions(const http::Credentials& credentials)
    : m_station(credentials.station), m_transport(must(http::Transport::make(credentials, m_clock), "no transport")) {}

http::Answer Questions::ask(const QByteArray& method, const QString& path, const Headers& headers, const QByteArray& body) {
    http::Request request{method, path, headers};
    request.body = body;
    request.understood = {400, 403, 404, 409, 410, 412, 413, 460};
    std::optional<base::Result<http::Answer>> answer;
    m_transport->send(request, [&answer](const base::Result<http::Answer>& came) { answer = came; });
    waitUntil([&] { return answer.has_value(); }, "a question is not answered");
    return must(std::move(*answer), "a question is not answered");
}

void Questions::askAll(const ChainEnd& end, const QByteArray& lastBatch) {
    const Headers json{{"Content-Type", "application/json"}};
    ask("GET", QStringLiteral("/v1/health"));
    ask("GET", QStringLiteral("/v1/mark"));
    ask("GET", QStringLiteral("/v1/feed?after=3&limit=2&wait=0"));
    ask("GET", QStringLiteral("/v1/feed?after=-1"));
    ask("GET", QStringLiteral("/v1/nothing"));
    ask("POST", QStringLiteral("/v1/claims"), json, R"({"dossier":"00000000-0000-7000-8000-000000000001"})");
    upload();
    ask("POST", QStringLiteral("/v1/records"), json, lastBatch);
    ask("POST", QStringLiteral("/v1/records"), json, "no JSON");
    pushOne(end, end.seq + 5, "note-added", 1, R"({"text":"a gap"})");
    pushOne(end, end.seq, "note-added", 1, R"({"text":"a fork"})");
    pushOne(end, end.seq + 1, "dossier-received", 2, R"({"code":"of a later program"})");
    pushOne(end, end.seq + 1, "lease-granted", 1, "{}");
    pushOne(end, end.seq + 1, "note-added", 1, R"({"text":"a dossier nobody knows"})");
}

/// As BlobUpload does it with a page that is too large for one request.
void Questions::upload() {
    const QByteArray content = tinyPage(255).content;
    const QByteArray hash = protocol::Digest::of(content).toHex();
    const qsizetype half = content.size() / 2;
    const QPair<QByteArray, QByteArray> tus("Tus-Resumable", "1.0.0");
    const Headers creation{tus, {"Upload-Length", QByteArray::number(content.size())}, {"Upload-Metadata", "sha256 " + hash.toBase64()}};
    const auto chunk = [&](qsizetype offset, const QByteArray& bytes) {
        return Headers{tus, {"Upload-Offset", QByteArray::number(offset)}, {"Content-Type", "application/offset+octet-stream"},
            {"Upload-Checksum", "sha256 " + protocol::Digest::of(bytes).toBase64()}};
    };
    ask("OPTIONS", QStringLiteral("/v1/blobs"), {tus});
    const QString upload = QUrl(QString::fromLatin1(ask("POST", QStringLiteral("/v1/blobs"), creation).headers.value("location"))).path();
    ask("PATCH", upload, chunk(0, content.left(half)), content.left(half));
    ask("HEAD", upload, {tus});
    ask("PATCH", upload, chunk(0, content.mid(half)), content.mid(half));
    ask("PATCH", upload, chunk(half, content.mid(half)), content.mid(half));
    ask("HEAD", upload, {tus});
    ask("POST", QStringLiteral("/v1/blobs"), creation);
    ask("HEAD", QStringLiteral("/v1/blobs/by-hash/") + QString::fromLatin1(hash));
    ask("GET", QStringLiteral("/v1/blobs/content/") + QString::fromLatin1(hash));
}

void Questions::pushOne(const ChainEnd& end, qint64 seq, const QByteArray& kind, int version, const QByteArray& payload) {
    protocol::Record record;
    record.header.station = m_station;
    record.header.seq = seq;
    record.header.kind = kind;
    record.header.version = version;
    record.header.dossier = QUuid(QStringLiteral("00000000-0000-7000-8000-000000000001"));
    record.header.dossierVersion = kind == "dossier-received" ? 1 : 0;
    record.header.at = Q_INT64_C(1767578100000);
    record.header.previous = end.head;
    record.header.sealedDigest = QByteArray(32, '\1');
    record.salt = QByteArray(16, '\2');
    record.payload = payload;
    record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    protocol::BatchEncoder encoder;
    encoder.add(record);
    ask("POST", QStringLiteral("/v1/records"), {{"Content-Type", "application/json"}}, encoder.finish());
}

}
