#pragma once

#include "app/base/Error.h"

#include <QByteArray>

namespace motcua::http {

/// Everything known about a request that brought no usable answer.
struct Failure {
    enum class Kind {
        NoLine,             ///< nobody was reached, or the connection broke
        Late,               ///< our deadline cut it off
        Large,              ///< our bound cut it off
        NoTls,              ///< what answers there speaks something else
        Untrusted,          ///< the platform's certificate, see `verdict`
        CertificateRefused, ///< ours, by the platform
        Revoked,            ///< the same, and it says why
        Status              ///< an answer that says no
    };
    Kind kind = Kind::NoLine;
    int verdict = 0; ///< X509_V_ERR_…
    int status = 0;
    QByteArray body = {};
};

/// Only the dates of a certificate are wrong: whose clock is it?
bool isAboutDates(const Failure& failure);

/// "sync.no-line", "sync.timed-out", "sync.tls-untrusted" (detail "reason"), "sync.certificate-refused" (detail "platform"),
/// "sync.server-error" and "sync.bad-answer" (detail "status", "platform"). Retryable unless a person must act first.
base::Error classify(const Failure& failure);

}
