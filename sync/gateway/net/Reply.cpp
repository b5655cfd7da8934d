#include "sync/gateway/net/Reply.h"

#include <QJsonDocument>

#include <zlib.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace motcua::gateway::reply {

namespace {

/// What a code is answered with; the contract has the same (Problem).
struct Kind {
    const char* code;
    int status;
    const char* title; ///< in words that do not change from one occurrence to the next
};

constexpr int inner = 500;
constexpr Kind kinds[] = {
    {"platform.failed", inner, "The platform failed."}, // what every other code becomes
    {"request.malformed", 400, "The request is not as the contract has it."},
    {"batch.malformed", 400, "The batch is not as the contract has it."},
    {"record.malformed", 400, "A record is not as the contract has it."},
    {"station.unknown", 401, "No station has this certificate."},
    {"station.revoked", 403, "This station was revoked."},
    {"batch.wrong-head", 400, "The batch's head is not signed by this station's key."},
    {"activation.code-wrong", 403, "The activation code is unknown, used, over, or somebody else's."},
    {"activation.proof-wrong", 403, "The key that was offered does not sign for this code."},
    {"enrolment.code-wrong", 403, "The enrolment code is unknown, used or over."},
    {"enrolment.login-unknown", 403, "The unit has no open account of this login."},
    {"enrolment.key-mismatch", 403, "The signing request is for another key than the connection's."},
    {"enrolment.request-invalid", 403, "The signing request cannot be used."},
    {"request.unknown-path", 404, "There is nothing here."},
    {"claim.unknown", 404, "The unit has no such folder."},
    {"claim.needs-newer-program", 404, "The folder has records that this station does not read."},
    {"blob.missing", 404, "The unit has put no such content here."},
    {"blob.upload-unknown", 404, "This station has no such upload."},
    {"blob.wrong-offset", 409, "The upload goes on at another offset."},
    {"claim.held-by-other", 409, "Another station asked first."},
    {"blob.upload-gone", 410, "The upload has expired or was ended."},
    {"request.length-required", 411, "The body must say its length."},
    {"blob.tus-version", 412, "tus is spoken here in version 1.0.0."},
    {"request.slow", 408, "The request did not come in time."},
    {"request.too-large", 413, "The body is too large."},
    {"batch.too-large", 413, "The batch is too large."},
    {"blob.too-large", 413, "The content is larger than announced or than is taken."},
    {"request.long-address", 414, "The address is too long."},
    {"request.media-type", 415, "The body is of a media type that is not taken here."},
    {"blob.busy", 423, "Another request is filling this upload."},
    {"blob.range", 416, "Nothing of the content is in this range."},
    {"request.too-many", 429, "There were too many requests."},
    {"request.large-head", 431, "The headers are too large or too many."},
    {"blob.checksum-mismatch", 460, "The bytes are not what was announced."},
    {"platform.not-stored", 503, "The disk refused: nothing of it is kept."},
    {"platform.busy", 503, "The platform is busy."},
    {"platform.disk-reserve", 507, "The platform's disk is nearly full: it takes records and no pages."},
    {"platform.unit-quota", 507, "The unit has sent as much in 24 hours as it may: the platform takes its records and no pages."},
};

const Kind& kindOf(const QString& code) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return code == QLatin1String(kind.code); });
    return found == std::end(kinds) ? kinds[0] : *found;
}

Answer with(int status, const QByteArray& body, const char* type) {
    Answer answer{.status = status, .body = body};
    answer.set("Content-Type", type);
    return answer;
}

/// Nothing: it cannot be packed.
QByteArray packed(const QByteArray& bytes) {
    constexpr int gzip = 16;
    constexpr int memory = 8;
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<uInt>::max() ||
        deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return isWhole ? out : QByteArray();
}

}

Answer empty(int status) {
    return {.status = status};
}

Answer jsonText(int status, const QByteArray& body) {
    return with(status, body, "application/json");
}

Answer packedJson(int status, const QByteArray& body) {
    const QByteArray small = packed(body);
    Answer answer = jsonText(status, small.isEmpty() ? body : small);
    if (!small.isEmpty())
        answer.set("Content-Encoding", "gzip");
    answer.set("Vary", "Accept-Encoding");
    return answer;
}

Answer json(int status, const QJsonObject& body) {
    return jsonText(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer error(const base::Error& error) {
    const Kind& kind = kindOf(error.code);
    QJsonObject parameters;
    if (kind.status != inner)
        for (auto it = error.detail.cbegin(); it != error.detail.cend(); ++it)
            parameters.insert(it.key(), it.value());
    const QString code = QLatin1String(kind.code);
    QJsonObject problem{{QStringLiteral("type"), QStringLiteral("urn:motcua:problem:") + code}, {QStringLiteral("title"), QLatin1String(kind.title)},
        {QStringLiteral("status"), kind.status}, {QStringLiteral("code"), code}};
    if (!parameters.isEmpty())
        problem.insert(QStringLiteral("parameters"), parameters);
    Answer answer = with(kind.status, QJsonDocument(problem).toJson(QJsonDocument::Compact), "application/problem+json");
    constexpr int tooMany = 429;
    constexpr int unavailable = 503;
    constexpr int full = 507;
    if (kind.status == tooMany || kind.status == unavailable)
        answer.set("Retry-After", "5");
    if (kind.status == full)
        answer.set("Retry-After", "300");
    // Who is nobody here is not read any further.
    answer.isLast = code.startsWith(QLatin1String("station."));
    return answer;
}

Answer error(const char* code) {
    return error(base::Error{QString::fromLatin1(code)});
}

const char* reasonOf(int status) {
    struct Reason {
        int status;
        const char* words;
    };
    static constexpr Reason reasons[] = {{100, "Continue"}, {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"},
        {206, "Partial Content"}, {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {408, "Request Timeout"},
        {409, "Conflict"}, {410, "Gone"}, {411, "Length Required"}, {412, "Precondition Failed"}, {413, "Content Too Large"}, {414, "URI Too Long"},
        {415, "Unsupported Media Type"}, {416, "Range Not Satisfiable"}, {423, "Locked"}, {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"}, {460, "Checksum Mismatch"}, {500, "Internal Server Error"}, {503, "Service Unavailable"},
        {507, "Insufficient Storage"}};
    const auto* found = std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& reason) { return reason.status == status; });
    return found == std::end(reasons) ? "Unknown" : found->words;
}

}
