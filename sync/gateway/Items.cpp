#include "sync/gateway/Items.h"

#include <QJsonDocument>

namespace motcua::gateway {

base::Result<qint64> nextCursor(sqlite::Connection& connection) {
    return connection
        .scalar("SELECT 1 + max(coalesce((SELECT max(cursor) FROM records), 0), coalesce((SELECT max(cursor) FROM items), 0))");
}

base::Result<qint64> publish(
    sqlite::Connection& connection, const Audience& audience, const char* kind, const QJsonObject& body) {
    const auto cursor = nextCursor(connection);
    if (!cursor)
        return base::fail(cursor.error());
    auto insert = connection.prepare("INSERT INTO items(cursor, unit, station, kind, body) VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(*cursor, nullptr, nullptr, QString::fromLatin1(kind), QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (audience.unit)
        insert.bindOne(2, *audience.unit);
    if (audience.station)
        insert.bindOne(3, *audience.station);
    if (auto inserted = insert.run(); !inserted)
        return base::fail(inserted.error());
    return *cursor;
}

}
