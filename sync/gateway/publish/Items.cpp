#include "sync/gateway/publish/Items.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// To ?`first` and the one after it; NULL, which is bound already, stands for all.
void bindAudience(sqlite::Statement& statement, const Audience& audience, int first) {
    if (audience.unit)
        statement.bindOne(first, *audience.unit);
    if (audience.station)
        statement.bindOne(first + 1, *audience.station);
}

}

base::Result<qint64> nextCursor(sqlite::Connection& connection) {
    return connection.scalar("SELECT 1 + max(coalesce((SELECT max(cursor) FROM records), 0), coalesce((SELECT max(cursor) FROM items), 0))");
}

base::Result<QJsonObject> newest(sqlite::Connection& connection, const Audience& audience, const char* kind) {
    auto query = connection.prepare("SELECT body FROM items WHERE kind = ?1 AND unit IS ?2 AND station IS ?3 ORDER BY cursor DESC LIMIT 1");
    query.bind(QString::fromLatin1(kind), nullptr, nullptr);
    bindAudience(query, audience, 2);
    const auto row = query.next();
    if (!row)
        return base::fail(row.error());
    return *row ? QJsonDocument::fromJson(query.bytes(0)).object() : QJsonObject();
}

base::Result<qint64> publish(sqlite::Connection& connection, const Audience& audience, const char* kind, const QJsonObject& body) {
    const auto cursor = nextCursor(connection);
    if (!cursor)
        return base::fail(cursor.error());
    auto insert = connection.prepare("INSERT INTO items(cursor, unit, station, kind, body) VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(*cursor, nullptr, nullptr, QString::fromLatin1(kind), QJsonDocument(body).toJson(QJsonDocument::Compact));
    bindAudience(insert, audience, 2);
    if (auto inserted = insert.run(); !inserted)
        return base::fail(inserted.error());
    return *cursor;
}

}
