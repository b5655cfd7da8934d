#include "sync/http/Failure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <openssl/x509_vfy.h>

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
    static const QRegularExpression form(QStringLiteral(R"(\A[a-z]+(\.[a-z-]+)+\z)"));
    const QString code = QJsonDocument::fromJson(body).object().value(QLatin1String("code")).toString();
    return code.size() <= 64 && form.match(code).hasMatch() ? code : QString();
}

base::Error ofStatus(const Failure& failure) {
    base::Error error;
    if (failure.status == 401 || failure.status == 403)
        error = lasting("sync.certificate-refused");
    else if (failure.status == 507)
        error = passing(platformCode(failure.body) == QLatin1String("platform.unit-quota") ? "platform.unit-quota" : "platform.disk-reserve");
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
    const bool hostname = failure.verdict == X509_V_ERR_HOSTNAME_MISMATCH || failure.verdict == X509_V_ERR_IP_ADDRESS_MISMATCH;
    error.detail.insert(QStringLiteral("reason"), isAboutDates(failure) ? QStringLiteral("dates")
                                                  : hostname            ? QStringLiteral("host-name")
                                                                        : QStringLiteral("authority"));
    return error;
}

}

bool isAboutDates(const Failure& failure) {
    return failure.kind == Failure::Kind::Untrusted &&
           (failure.verdict == X509_V_ERR_CERT_HAS_EXPIRED || failure.verdict == X509_V_ERR_CERT_NOT_YET_VALID);
}

base::Error classify(const Failure& failure) {
    switch (failure.kind) {
    case Failure::Kind::Late:
        return passing("sync.timed-out");
    case Failure::Kind::Large:
    case Failure::Kind::NoTls:
        return passing("sync.bad-answer");
    case Failure::Kind::Untrusted:
        return ofPlatformCertificate(failure);
    case Failure::Kind::CertificateRefused:
        return lasting("sync.certificate-refused");
    case Failure::Kind::Revoked: {
        // What a platform that takes the connection says in words.
        base::Error error = lasting("sync.certificate-refused");
        error.detail.insert(QStringLiteral("platform"), QStringLiteral("station.revoked"));
        return error;
    }
    case Failure::Kind::Status:
        return ofStatus(failure);
    case Failure::Kind::NoLine:
        break;
    }
    return passing("sync.no-line");
}

}
