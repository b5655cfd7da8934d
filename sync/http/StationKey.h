#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"

#include <QByteArray>

namespace motcua::http {

/// A station's new P-256 key with what it needs to introduce itself. The key never leaves the station: whoever gets it seals it
/// at once.
struct StationKey {
    base::Secret key;          ///< PKCS#8, PEM
    QByteArray signingRequest; ///< PKCS#10, PEM
    QByteArray certificate;    ///< self-signed, PEM; good for the enrolment listener only

    /// Errors: "enrolment.no-key" (the system has no randomness or no P-256).
    static base::Result<StationKey> make();
};

/// Whether the PEM certificate belongs to the PEM private key.
bool certifies(const QByteArray& certificate, const base::Secret& key);

}
