#include "sync/http/Failure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::http {

namespace {

base::Error passing(const char* code) {
    return {QString::fromLatin1(code), {}, nullptr, true};
}

base::Error lasting(const char* code) {
    return {QString::fromLatin1(code), {}, nullptr, false};
}

/// The platform's own code, if what came looks like one; anything else is not repeated.
QString platformCode(const QByteArray& body) {
    static const QRegularExpression form(QStringLiteral(R"(^[a-z]+(\.[a-z-]+)+$)"));
    const QString code = QJsonDocument::fromJson(body).object().value(QLatin1String("code")).toString();
    return code.size() <= 64 && form.match(code).hasMatch() ? code : QString();
}

base::Error ofStatus(const Failure& failure) {
    base::Error error;
    if (failure.status == 401 || failure.status == 403)
        error = lasting("sync.certificate-refused");
    else if (failure.status >= 500 || failure.status == 429 || failure.status == 408)
        error = passing("sync.server-error");
    else
        error = passing("sync.bad-answer");
    error.detail.insert(QStringLiteral("status"), QString::number(failure.status));
    if (const QString code = platformCode(failure.body); !code.isEmpty())
        error.detail.insert(QStringLiteral("platform"), code);
    return error;
}

base::Error ofPlatformCertificate(const Failure& failure) {
    base::Error error = lasting("sync.tls-untrusted");
    const bool hostname = failure.tls.contains(QSslError::HostNameMismatch);
    error.detail.insert(QStringLiteral("reason"),
        isAboutDates(failure) ? QStringLiteral("dates") : hostname ? QStringLiteral("host-name") : QStringLiteral("authority"));
    return error;
}

/// The other side ended the handshake, or what answers there speaks no TLS.
base::Error ofHandshake(const Failure& failure) {
    static const QRegularExpression aboutUs(
        QStringLiteral("alert.*(certificate|unknown ca|access denied|bad cert)"), QRegularExpression::CaseInsensitiveOption);
    if (failure.words.contains(aboutUs))
        return lasting("sync.certificate-refused");
    return passing("sync.bad-answer");
}

bool isProtocolTrouble(QNetworkReply::NetworkError error) {
    return error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolInvalidOperationError ||
        error == QNetworkReply::ProtocolFailure || error == QNetworkReply::UnknownContentError;
}

}

bool isAboutDates(const Failure& failure) {
    return !failure.tls.isEmpty() && std::all_of(failure.tls.cbegin(), failure.tls.cend(), [](QSslError::SslError error) {
        return error == QSslError::CertificateExpired || error == QSslError::CertificateNotYetValid;
    });
}

base::Error classify(const Failure& failure) {
    if (failure.late)
        return passing("sync.timed-out");
    if (failure.large)
        return passing("sync.bad-answer");
    if (!failure.tls.isEmpty())
        return ofPlatformCertificate(failure);
    if (failure.status >= 300)
        return ofStatus(failure);
    if (failure.network == QNetworkReply::SslHandshakeFailedError)
        return ofHandshake(failure);
    static const QRegularExpression alert(QStringLiteral("alert.*(certificate|unknown ca)"), QRegularExpression::CaseInsensitiveOption);
    if (failure.words.contains(alert))
        return lasting("sync.certificate-refused");
    if (isProtocolTrouble(failure.network))
        return passing("sync.bad-answer");
    return passing("sync.no-line");
}

}
