#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::protocol {

/// What a technician types at a new station: 10 characters of a one-time secret (50 bits), then 26 characters (130 bits) of the
/// SHA-256 of the platform's CA certificate (DER), so the station knows whom it talks to before it says the secret.
/// Crockford's base 32, printed in six groups of six; case, hyphens and spaces do not count, O reads as 0, I and L as 1.
struct EnrolmentCode {
    QString secret;      ///< 10 characters, upper case
    QString fingerprint; ///< 26 characters, upper case

    /// Errors: "enrolment.code-malformed".
    static base::Result<EnrolmentCode> fromText(const QString& text);
    /// `random`: at least 7 secure random bytes. `authority`: the CA certificate, DER.
    static EnrolmentCode make(const QByteArray& random, const QByteArray& authority);

    QString toText() const;
    /// Whether `authority` (DER) is the CA this code was made for.
    bool names(const QByteArray& authority) const;
};

}
