#include "sync/gateway/net/Reply.h"

#include <QJsonDocument>

#include <httplib.h>

#include <algorithm>
#include <iterator>

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
    {"request.too-large", 413, "The body is too large."},
    {"batch.too-large", 413, "The batch is too large."},
    {"blob.too-large", 413, "The content is larger than announced or than is taken."},
    {"request.media-type", 415, "The body is of a media type that is not taken here."},
    {"blob.busy", 423, "Another request is filling this upload."},
    {"request.too-many", 429, "There were too many requests."},
    {"blob.checksum-mismatch", 460, "The bytes are not what was announced."},
    {"platform.not-stored", 503, "The disk refused: nothing of it is kept."},
    {"platform.busy", 503, "The platform is busy."},
};

const Kind& kindOf(const QString& code) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return code == QLatin1String(kind.code); });
    return found == std::end(kinds) ? kinds[0] : *found;
}

void send(httplib::Response& response, int status, const QByteArray& body, const char* type) {
    response.status = status;
    response.set_content(body.constData(), static_cast<size_t>(body.size()), type);
}

}

void jsonText(httplib::Response& response, int status, const QByteArray& body) {
    send(response, status, body, "application/json");
}

void json(httplib::Response& response, int status, const QJsonObject& body) {
    jsonText(response, status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void error(httplib::Response& response, const base::Error& error) {
    const Kind& kind = kindOf(error.code);
    QJsonObject parameters;
    if (kind.status != inner)
        for (auto it = error.detail.cbegin(); it != error.detail.cend(); ++it)
            parameters.insert(it.key(), it.value());
    constexpr int tooMany = 429;
    constexpr int unavailable = 503;
    if (kind.status == tooMany || kind.status == unavailable)
        response.set_header("Retry-After", "5");
    const QString code = QLatin1String(kind.code);
    QJsonObject problem{{QStringLiteral("type"), QStringLiteral("urn:motcua:problem:") + code}, {QStringLiteral("title"), QLatin1String(kind.title)},
        {QStringLiteral("status"), kind.status}, {QStringLiteral("code"), code}};
    if (!parameters.isEmpty())
        problem.insert(QStringLiteral("parameters"), parameters);
    send(response, kind.status, QJsonDocument(problem).toJson(QJsonDocument::Compact), "application/problem+json");
}

}
