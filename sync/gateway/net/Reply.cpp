#include "sync/gateway/net/Reply.h"

#include <QHash>
#include <QJsonDocument>

#include <httplib.h>

namespace motcua::gateway::reply {

namespace {

int statusOf(const QString& code) {
    static const QHash<QString, int> statuses{{QStringLiteral("request.malformed"), 400}, {QStringLiteral("batch.malformed"), 400},
        {QStringLiteral("record.malformed"), 400}, {QStringLiteral("station.unknown"), 401}, {QStringLiteral("station.revoked"), 403},
        {QStringLiteral("enrolment.code-wrong"), 403}, {QStringLiteral("enrolment.login-unknown"), 403},
        {QStringLiteral("enrolment.key-mismatch"), 403}, {QStringLiteral("enrolment.request-invalid"), 403},
        {QStringLiteral("request.unknown-path"), 404}, {QStringLiteral("claim.unknown"), 404}, {QStringLiteral("claim.needs-newer-program"), 404},
        {QStringLiteral("blob.missing"), 404}, {QStringLiteral("blob.upload-unknown"), 404}, {QStringLiteral("blob.wrong-offset"), 409},
        {QStringLiteral("claim.held-by-other"), 409}, {QStringLiteral("blob.upload-gone"), 410}, {QStringLiteral("request.length-required"), 411},
        {QStringLiteral("blob.tus-version"), 412}, {QStringLiteral("request.too-large"), 413}, {QStringLiteral("batch.too-large"), 413},
        {QStringLiteral("blob.too-large"), 413}, {QStringLiteral("request.media-type"), 415}, {QStringLiteral("blob.busy"), 423},
        {QStringLiteral("request.too-many"), 429}, {QStringLiteral("blob.checksum-mismatch"), 460}, {QStringLiteral("platform.not-stored"), 503},
        {QStringLiteral("platform.busy"), 503}};
    return statuses.value(code, 500);
}

}

void jsonText(httplib::Response& response, int status, const QByteArray& body) {
    response.status = status;
    response.set_content(body.constData(), static_cast<size_t>(body.size()), "application/json");
}

void json(httplib::Response& response, int status, const QJsonObject& body) {
    jsonText(response, status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void error(httplib::Response& response, const base::Error& error) {
    const int status = statusOf(error.code);
    const bool isInner = status == 500;
    QJsonObject detail;
    if (!isInner)
        for (auto it = error.detail.cbegin(); it != error.detail.cend(); ++it)
            detail.insert(it.key(), it.value());
    if (status == 429 || status == 503)
        response.set_header("Retry-After", "5");
    json(response, status, {{QStringLiteral("code"), isInner ? QStringLiteral("platform.failed") : error.code}, {QStringLiteral("detail"), detail}});
}

}
