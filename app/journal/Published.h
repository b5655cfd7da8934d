#pragma once

#include "app/base/Result.h"
#include "app/domain/Calendar.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Settings.h"

#include <vector>

namespace motcua::journal {

class FeedLog;

/// What the province published, newest version. Owned by ReadModel.
struct Published {
    domain::Catalogue catalogue;
    domain::UnitSettings settings;
    domain::Calendar calendar;
    std::vector<domain::Account> accounts;
    domain::CodeRange codeRange;

    /// Whether an item of this kind belongs here.
    static bool holds(const QString& kind);
    /// From the newest items of the feed. What cannot be read keeps its default and is logged: a malformed catalogue must not
    /// lock the station.
    static base::Result<Published> from(const FeedLog& feed, domain::StationId station);
};

}
