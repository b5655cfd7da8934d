#pragma once

#include "app/base/Result.h"
#include "app/domain/Calendar.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/Jobs.h"

#include <QJsonObject>

#include <vector>

namespace motcua::journal {

class FeedLog;

/// What the province published, newest version. Owned by ReadModel.
struct Published {
    domain::Catalogue catalogue;
    domain::Jobs jobs; ///< with those that come with the program
    domain::UnitSettings settings;
    domain::Calendar calendar;
    std::vector<domain::Account> accounts;
    domain::CodeRange codeRange;

    /// Whether an item of this kind belongs here.
    static bool holds(const QString& kind);
    /// Whether an item of this kind takes the place of the one before it; kinds of job stand beside one another.
    static bool replaces(const QString& kind);
    /// Whether the station can work by an item of such a kind. Errors: "published.malformed" {kind}.
    static base::Outcome check(const QString& kind, const QJsonObject& body);
    /// From the newest items of the feed that pass check(), of job kinds from all of them. A kind without one keeps its default: a
    /// malformed catalogue must neither lock the station nor displace the one before it.
    static base::Result<Published> from(const FeedLog& feed, domain::StationId station);
};

}
