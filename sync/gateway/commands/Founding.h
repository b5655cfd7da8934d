#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/keys/Activations.h"
#include "sync/gateway/keys/Root.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/vault/OutsideKey.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace motcua::gateway {

/// How a new platform is founded.
struct FoundingPlan {
    QString directory;
    QStringList hosts;        ///< that stations will reach it by
    QString catalogue;        ///< directory with procedures*.csv, fees.csv and holidays.csv
    QString catalogueVersion; ///< "2026-11-01"
    QString unit;             ///< for training: electronic identification code, "H49.30"
    bool isTraining = false;
    vault::KeySource key = {};   ///< for training, where it says nothing: <directory>.keys/gateway.key
    QString recoveryKey = {};    ///< where it is put; for training, where nothing is said: <directory>.keys/recovery.key
    QString recoveryPublic = {}; ///< or a file with its public half
    /// Asked for when all else is sound; null, or saying nothing: for training one beside the data is made, its passphrase with it.
    std::function<base::Result<std::shared_ptr<const Root>>()> root = {};
    int authorityDays = Root::usualDays; ///< how long what it signs is good
    QStringList settings = {};           ///< for training: of its unit, as configureUnit() takes them
    bool hasDeskVolumes = false;         ///< for training: each desk has volumes of its own, as units had before they were carried over
};

/// The desks of a new platform and the codes that enrol them; its people and the codes that make them sign there.
struct Founded {
    QString keyFile;     ///< what opens the data; empty: a passphrase
    QString recoveryKey; ///< where it was put; empty: it was made elsewhere
    std::vector<NewCode> codes;
    std::vector<NewActivation> activations;
};

/// Makes the data directory: keys, an empty store, the province's catalogue, calendar and kinds of job. For training also a unit with its
/// settings, fictive accounts and four desks. Errors: "platform.exists", "platform.missing" with file, "csv.malformed",
/// "catalogue.malformed", "catalogue.bad-version", "setting.…", "platform.not-stored", "command.incomplete" with option (no key, no recovery key, or
/// no root), those of KeyRing::make() and makeRecoveryKey(); nothing is written then.
base::Result<Founded> found(const FoundingPlan& plan, const base::Clock& clock);

}
