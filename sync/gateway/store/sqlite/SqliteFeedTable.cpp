#include "sync/gateway/store/sqlite/SqliteFeedTable.h"

#include "sync/gateway/store/sqlite/RecordRow.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// Both sources in the order of their cursors; a row is of one or the other. To each a condition is added.
constexpr char feedRecords[] = "SELECT r.cursor, NULL AS item FROM records r WHERE r.unit = ?1 AND r.cursor > ?3 AND r.station <> ?2";
constexpr char feedItems[] = " UNION ALL SELECT cursor, kind FROM items WHERE cursor > ?3 AND (unit IS NULL OR unit = ?1) "
                             "AND (station IS NULL OR station = ?2)";
constexpr char feedEnd[] = " ORDER BY cursor LIMIT ?4";

constexpr char laterRecord[] =
    "(r.version > 1 OR EXISTS (SELECT 1 FROM records e WHERE e.dossier = r.dossier AND e.version > 1 AND e.cursor < r.cursor))";
constexpr char laterItem[] = "(kind NOT IN ('catalogue', 'settings', 'calendar', 'accounts', 'volume', 'code-range', 'claim', "
                             "'claim-refused', 'notice') OR (kind = 'volume' AND json_extract(CAST(body AS TEXT), '$.kind') <> 0))";

QByteArray queryFor(FeedTable::Part part) {
    switch (part) {
    case FeedTable::Part::FirstVersion:
        return QByteArray(feedRecords) + " AND NOT " + laterRecord + feedItems + " AND NOT " + laterItem + feedEnd;
    case FeedTable::Part::HeldFromFirst:
        return QByteArray(feedRecords) + " AND " + laterRecord + feedItems + " AND " + laterItem + feedEnd;
    case FeedTable::Part::All:
        break;
    }
    return QByteArray(feedRecords) + feedItems + feedEnd;
}

/// To ?`first` and the one after it; NULL, which is bound already, stands for all.
void bindAudience(sqlite::Statement& statement, const Audience& audience, int first) {
    if (audience.unit)
        statement.bindOne(first, *audience.unit);
    if (audience.station)
        statement.bindOne(first + 1, *audience.station);
}

QJsonObject bodyIn(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}

}

base::Result<PublishedItem> SqliteFeedTable::newest(const Audience& audience, const char* kind) const {
    auto query = m_connection.prepare("SELECT cursor, body FROM items WHERE kind = ?1 AND unit IS ?2 AND station IS ?3 ORDER BY cursor DESC LIMIT 1");
    query.bind(QString::fromLatin1(kind), nullptr, nullptr);
    bindAudience(query, audience, 2);
    return query.next().map([&](bool found) { return found ? PublishedItem{query.integer(0), bodyIn(query.bytes(1))} : PublishedItem(); });
}

base::Result<std::vector<PublishedItem>> SqliteFeedTable::toEveryone(const char* kind, qint64 afterCursor) const {
    auto query =
        m_connection.prepare("SELECT cursor, body FROM items WHERE kind = ?1 AND cursor > ?2 AND unit IS NULL AND station IS NULL ORDER BY cursor");
    query.bind(QString::fromLatin1(kind), afterCursor);
    std::vector<PublishedItem> items;
    return query.each([&] { items.push_back({query.integer(0), bodyIn(query.bytes(1))}); }).map([&](base::Done) { return std::move(items); });
}

base::Result<std::vector<UnitItem>> SqliteFeedTable::toUnits(const char* kind, qint64 afterCursor) const {
    auto query = m_connection.prepare(
        "SELECT cursor, unit, body FROM items WHERE kind = ?1 AND cursor > ?2 AND unit IS NOT NULL AND station IS NULL ORDER BY cursor");
    query.bind(QString::fromLatin1(kind), afterCursor);
    std::vector<UnitItem> items;
    return query.each([&] {
                    items.push_back({query.integer(0), query.integer(1), bodyIn(query.bytes(2))});
                })
        .map([&](base::Done) { return std::move(items); });
}

base::Result<std::vector<QJsonObject>> SqliteFeedTable::toStationsOf(qint64 unit, const char* kind) const {
    auto query =
        m_connection.prepare("SELECT i.body FROM items i JOIN stations s ON s.key = i.station WHERE i.kind = ?2 AND s.unit = ?1 ORDER BY i.cursor");
    query.bind(unit, QString::fromLatin1(kind));
    std::vector<QJsonObject> bodies;
    return query.each([&] { bodies.push_back(bodyIn(query.bytes(0))); }).map([&](base::Done) { return std::move(bodies); });
}

base::Outcome SqliteFeedTable::each(const Question& question, const Visit& visit) const {
    auto rows = m_connection.prepare(queryFor(question.part));
    rows.bind(question.peer.unit, question.peer.key, question.after, question.most);
    for (;;) {
        const auto row = rows.next();
        if (!row || !*row)
            return row ? base::done() : base::fail(row.error());
        auto entry = rows.isNull(1) ? record(rows.integer(0)) : item(rows.integer(0), rows.bytes(1));
        if (!entry)
            return base::fail(entry.error());
        const auto goesOn = visit(std::move(*entry));
        if (!goesOn || !*goesOn)
            return goesOn ? base::done() : base::fail(goesOn.error());
    }
}

base::Result<FeedEntry> SqliteFeedTable::record(qint64 cursor) const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" WHERE r.cursor = ?1"));
    return query.bind(cursor).next().map([&](bool) { return FeedEntry{cursor, recordOf(query)}; });
}

base::Result<FeedEntry> SqliteFeedTable::item(qint64 cursor, const QByteArray& kind) const {
    auto query = m_connection.prepare("SELECT body FROM items WHERE cursor = ?1");
    return query.bind(cursor).next().map([&](bool) { return FeedEntry{cursor, FeedEntry::Item{kind, query.bytes(0)}}; });
}

base::Result<qint64> SqliteFeedTable::publish(const Audience& audience, const char* kind, const QJsonObject& body) {
    const auto cursor = m_cursor.next();
    if (!cursor)
        return cursor;
    auto insert = m_connection.prepare("INSERT INTO items(cursor, unit, station, kind, body) VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(*cursor, nullptr, nullptr, QString::fromLatin1(kind), QJsonDocument(body).toJson(QJsonDocument::Compact));
    bindAudience(insert, audience, 2);
    return insert.run().map([&](base::Done) { return *cursor; });
}

}
