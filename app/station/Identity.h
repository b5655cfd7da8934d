#pragma once

#include "app/base/Secret.h"
#include "app/journal/keys/Secrets.h"
#include "app/station/StationCard.h"
#include "sync/http/Credentials.h"

namespace motcua::station {

/// Who the station is to the platform, sealed in its journal.
struct Identity {
    StationCard card;
    base::Secret key; ///< P-256, PKCS#8, PEM

    /// Errors: "journal.write-failed", "journal.disk-full".
    base::Outcome seal(journal::Secrets& secrets) const;
    /// Errors: "station.not-enrolled", "secret.damaged".
    static base::Result<Identity> unseal(const journal::Secrets& secrets);
    http::Credentials credentials() const;
};

}
