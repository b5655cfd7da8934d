#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Tables.h"

#include <QJsonObject>
#include <QString>

namespace motcua::gateway {

/// What the province publishes to every unit, as the feed carries it.
struct CatalogueEdition {
    QJsonObject catalogue;
    QJsonObject calendar;
};

/// A commune as people and seals write it.
struct Commune {
    QString name;     ///< "Bãi Cháy"
    QString fullName; ///< "Phường Bãi Cháy"
};

/// Reads procedures.csv and holidays.csv in `directory`. `version`: the catalogue's, a date "yyyy-MM-dd". Errors: "platform.missing" with
/// file, "csv.malformed", "catalogue.malformed" with line, "catalogue.bad-version" with version.
base::Result<CatalogueEdition> readEdition(const QString& directory, const QString& version);

/// Looks in the files communes-*.csv of `directory` for the General Statistics Office's code ("06673"). Errors: "commune.unknown" with
/// commune, "platform.missing", "csv.malformed".
base::Result<Commune> readCommune(const QString& directory, const QString& code);

/// Publishes what differs from what was published last; in the caller's transaction. False: nothing did. A dossier keeps the version
/// that it was accepted under. Errors: "catalogue.version-taken" with version (other content under the version in force),
/// "catalogue.older-version" with version and current.
base::Result<bool> publishEdition(Tables& tables, const CatalogueEdition& edition);

}
