#pragma once

#include "app/base/Result.h"
#include "app/sqlite/Connection.h"

#include <QJsonObject>

#include <optional>

namespace motcua::gateway {

/// Whom a feed item is for: one station, one unit, or everyone.
struct Audience {
    std::optional<qint64> unit = {};
    std::optional<qint64> station = {};
};

/// Appends an item to the feed; in the caller's transaction. Returns its cursor.
base::Result<qint64> publish(sqlite::Connection& connection, const Audience& audience, const char* kind, const QJsonObject& body);

/// What was published last to exactly this audience under `kind`; an empty object: nothing yet.
base::Result<QJsonObject> newest(sqlite::Connection& connection, const Audience& audience, const char* kind);

/// The next cursor of the sequence that records and items share; in the caller's transaction.
base::Result<qint64> nextCursor(sqlite::Connection& connection);

}
