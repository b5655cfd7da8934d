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

/// Reads procedures.csv, further procedures-*.csv, fees.csv and holidays.csv in `directory`. `version`: the catalogue's, a date
/// "yyyy-MM-dd". Errors: "platform.missing" with file, "csv.malformed", "catalogue.malformed" with file and line,
/// "catalogue.bad-version" with version.
base::Result<CatalogueEdition> readEdition(const QString& directory, const QString& version);

/// `published` with the rows in `directory` mended or added: of the files that readEdition() reads those that are there, holding
/// nothing but what is mended (Catalogue::completed()); holidays.csv, where it is there, is the whole calendar. Errors: as readEdition().
base::Result<CatalogueEdition> completeEdition(const CatalogueEdition& published, const QString& directory, const QString& version);

/// What was published last. Errors: the database's.
base::Result<CatalogueEdition> publishedEdition(const Tables& tables);

/// Looks in the files communes-*.csv of `directory` for the General Statistics Office's code ("06673"). Errors: "commune.unknown" with
/// commune, "platform.missing", "csv.malformed".
base::Result<Commune> readCommune(const QString& directory, const QString& code);

/// Publishes what differs from what was published last; in the caller's transaction. False: nothing did. A dossier keeps the version
/// that it was accepted under. Errors: "catalogue.version-taken" with version (other content under the version in force),
/// "catalogue.older-version" with version and current.
base::Result<bool> publishEdition(Tables& tables, const CatalogueEdition& edition);

}
