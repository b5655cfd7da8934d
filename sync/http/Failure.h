#pragma once

#include "app/base/Error.h"
#include "sync/http/Exchange.h"

#include <QNetworkReply>
#include <QSslError>

namespace motcua::http {

/// Everything known about a request that brought no usable answer.
struct Failure {
    QNetworkReply::NetworkError network = QNetworkReply::NoError;
    int status = 0;  ///< 0: none came
    QByteArray body;
    QString words;  ///< the library's; read for TLS alerts, never shown
    QList<QSslError::SslError> tls;
    bool late = false;   ///< our deadline cut it off
    bool large = false;  ///< our bound cut it off
};

/// Only the dates of a certificate are wrong: whose clock is it?
bool isAboutDates(const Failure& failure);

/// "sync.no-line", "sync.timed-out", "sync.tls-untrusted" (detail "reason"), "sync.certificate-refused" (detail "platform"),
/// "sync.server-error" and "sync.bad-answer" (detail "status", "platform"). Retryable unless a person must act first.
base::Error classify(const Failure& failure);

}
