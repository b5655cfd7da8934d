#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/Platform.h"
#include "sync/gateway/store/ServeLock.h"
#include "sync/vault/KeyRing.h"

namespace motcua::gateway {

/// A data folder that nobody else serves, with everything in it sealed under the newest key.
struct OwnData {
    ServeLock lock;
    std::unique_ptr<Platform> platform;
    QString keyFile;     ///< what opens it; empty: a passphrase
    QString recoveryKey; ///< where one that lay in the folder was moved now; empty: none did
};

/// What is said of a folder without data, or with data that this program may not read: "platform.missing" or "platform.unreadable" with file.
base::Error noDataIn(const QString& directory);

/// The right to be the one who serves, of a folder that has data. Errors: those of noDataIn(), "gateway.in-use".
base::Result<ServeLock> takeData(const QString& directory);

/// For who serves, and for seal. `ring`: nothing: the folder has none, and what is in it in clear is sealed under the key that `source` says or
/// makes. `recoveryKey`: where a recovery key that a program before left there goes; empty: beside the key file. Errors: those of
/// KeyRing::make(), Platform::open() and moveRecoveryKeyOut().
base::Result<OwnData> openOwn(ServeLock lock, const QString& directory, std::optional<vault::KeyRing> ring, const vault::KeySource& source,
    const QString& recoveryKey, const base::Clock& clock, const PageBounds& bounds = {});

}
