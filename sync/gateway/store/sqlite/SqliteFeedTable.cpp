#include "sync/gateway/store/sqlite/SqliteFeedTable.h"

#include "sync/gateway/store/sqlite/RecordRow.h"
#include "sync/gateway/store/sqlite/RowMarks.h"

#include <QJsonDocument>
#include <QSet>

namespace motcua::gateway {

namespace {

/// Three sources in the order of their cursors: records, items, and what was given back to the station. A row is its cursor there, the
/// kind of an item (NULL: a record), and the cursor of the record or item itself. To each a condition is added.
/// What a station says that it heard, and what it gives back, is between it and the platform.
constexpr char feedRecords[] = "SELECT r.cursor, NULL AS kind, r.cursor AS source FROM records r WHERE r.unit = ?1 AND r.cursor > ?3 "
                               "AND r.station <> ?2 AND r.waiting < 4 AND r.kind NOT IN ('feed-heard', 'numbers-returned')";
constexpr char feedItems[] = " UNION ALL SELECT cursor, kind, cursor FROM items WHERE cursor > ?3 AND (unit IS NULL OR unit = ?1) "
                             "AND (station IS NULL OR station = ?2)";
constexpr char feedGivenBack[] = " UNION ALL SELECT g.cursor, i.kind, g.source FROM given_back g LEFT JOIN items i ON i.cursor = g.source "
                                 "WHERE g.station = ?2 AND g.cursor > ?3";
constexpr char feedEnd[] = " ORDER BY 1 LIMIT ?4";

constexpr char laterRecord[] =
    "(r.version > 1 OR EXISTS (SELECT 1 FROM records e WHERE e.dossier = r.dossier AND e.version > 1 AND e.cursor < r.cursor))";
/// An item is held back from who reads no later version than `later` says.
constexpr char readItem[] = "later < ?5";
/// Of what was given back, records and items alike.
constexpr char readBack[] = "(i.cursor IS NULL OR i.later < ?5)";

/// Items of kinds that the first version knows, and volumes of its one book.
bool isLater(const QByteArray& kind, const QJsonObject& body) {
    static const QSet<QByteArray> known{"catalogue", "settings", "calendar", "accounts", "volume", "code-range", "claim", "claim-refused", "notice"};
    return !known.contains(kind) || (kind == "volume" && body.value(QLatin1String("kind")).toInt() != 0);
}

/// The newest record version that is not enough to be given the item; 0: everybody is given it. A kind of job says which one it asks for.
int heldUpTo(const QByteArray& kind, const QJsonObject& body) {
    const int asked = kind == "job" ? body.value(QLatin1String("reads")).toInt() : 0;
    return qMax(isLater(kind, body) ? 1 : 0, asked - 1);
}

/// Nobody is given what was moved to another unit without the key.
QByteArray queryFor(int reads) {
    const QByteArray records = feedRecords + QByteArray(" AND ") + rowmarks::isRight("records", "r");
    const QByteArray items = feedItems + QByteArray(" AND ") + rowmarks::isRight("items", "items");
    if (reads < 2)
        return records + " AND NOT " + laterRecord + items + " AND " + readItem + feedEnd;
    return records + items + " AND " + readItem + feedGivenBack + " AND " + readBack + feedEnd;
}

/// The sources of what a station that read no later version than ?5 was not given, and now is, as it reads ?6: past ?3, and of kinds of job, which do
/// no harm when they come again, wherever they stand.
QByteArray heldQuery() {
    return "SELECT source FROM (" + QByteArray(feedRecords) + " AND ?5 < 2 AND " + laterRecord +
           " UNION ALL SELECT cursor, kind, cursor FROM items WHERE (cursor > ?3 OR later > 1) AND (unit IS NULL OR unit = ?1) "
           "AND (station IS NULL OR station = ?2) AND later >= ?5 AND later < ?6" +
           feedGivenBack + " AND (?5 < 2 OR i.later >= ?5)) WHERE cursor <= ?4 GROUP BY source ORDER BY source";
}

/// An item's body, of a row that nobody has put or changed without the key; else NULL, which does not open.
QByteArray body() {
    return "CASE WHEN " + rowmarks::isRight("items", "i") + " THEN i.body END";
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

QByteArray SqliteFeedTable::bodyOf(qint64 cursor, const QByteArray& sealed) const {
    return m_vault.open(sealed, sealedrow::placeOfItem(cursor)).value_or(QByteArray());
}

base::Result<PublishedItem> SqliteFeedTable::newest(const Audience& audience, const char* kind) const {
    auto query = m_connection.prepare(
        "SELECT cursor, " + body() + " FROM items i WHERE kind = ?1 AND unit IS ?2 AND station IS ?3 ORDER BY cursor DESC LIMIT 1");
    query.bind(QString::fromLatin1(kind), nullptr, nullptr);
    bindAudience(query, audience, 2);
    return query.next().map([&](bool found) {
        return found ? PublishedItem{query.integer(0), bodyIn(bodyOf(query.integer(0), query.bytes(1)))} : PublishedItem();
    });
}

base::Result<std::vector<PublishedItem>> SqliteFeedTable::toEveryone(const char* kind, qint64 afterCursor) const {
    auto query = m_connection.prepare(
        "SELECT cursor, " + body() + " FROM items i WHERE kind = ?1 AND cursor > ?2 AND unit IS NULL AND station IS NULL ORDER BY cursor");
    query.bind(QString::fromLatin1(kind), afterCursor);
    std::vector<PublishedItem> items;
    return query.each([&] {
                    items.push_back({query.integer(0), bodyIn(bodyOf(query.integer(0), query.bytes(1)))});
                })
        .map([&](base::Done) { return std::move(items); });
}

base::Result<std::vector<UnitItem>> SqliteFeedTable::toUnits(const char* kind, qint64 afterCursor) const {
    auto query = m_connection.prepare(
        "SELECT cursor, unit, " + body() + " FROM items i WHERE kind = ?1 AND cursor > ?2 AND unit IS NOT NULL AND station IS NULL ORDER BY cursor");
    query.bind(QString::fromLatin1(kind), afterCursor);
    std::vector<UnitItem> items;
    return query.each([&] {
                    items.push_back({query.integer(0), query.integer(1), bodyIn(bodyOf(query.integer(0), query.bytes(2)))});
                })
        .map([&](base::Done) { return std::move(items); });
}

base::Result<std::vector<QJsonObject>> SqliteFeedTable::toStationsOf(qint64 unit, const char* kind) const {
    auto query = m_connection.prepare(
        "SELECT " + body() + ", i.cursor FROM items i JOIN stations s ON s.key = i.station WHERE i.kind = ?2 AND s.unit = ?1 ORDER BY i.cursor");
    query.bind(unit, QString::fromLatin1(kind));
    std::vector<QJsonObject> bodies;
    return query.each([&] { bodies.push_back(bodyIn(bodyOf(query.integer(1), query.bytes(0)))); }).map([&](base::Done) { return std::move(bodies); });
}

base::Outcome SqliteFeedTable::each(const Question& question, const Visit& visit) const {
    auto rows = m_connection.prepare(queryFor(question.reads));
    rows.bind(question.peer.unit, question.peer.key, question.after, question.most, question.reads);
    for (;;) {
        const auto row = rows.next();
        if (!row || !*row)
            return row ? base::done() : base::fail(row.error());
        auto content = rows.isNull(1) ? record(rows.integer(2)) : item(rows.integer(2), rows.bytes(1));
        if (!content)
            return base::fail(content.error());
        const auto goesOn = visit({rows.integer(0), std::move(*content)});
        if (!goesOn || !*goesOn)
            return goesOn ? base::done() : base::fail(goesOn.error());
    }
}

base::Result<FeedEntry::Content> SqliteFeedTable::record(qint64 cursor) const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" WHERE r.cursor = ?1"));
    return query.bind(cursor).next().map([&](bool) { return FeedEntry::Content(recordOf(query, m_vault)); });
}

base::Result<FeedEntry::Content> SqliteFeedTable::item(qint64 cursor, const QByteArray& kind) const {
    auto query = m_connection.prepare("SELECT " + body() + " FROM items i WHERE cursor = ?1");
    return query.bind(cursor).next().map([&](bool) { return FeedEntry::Content(FeedEntry::Item{kind, bodyOf(cursor, query.bytes(0))}); });
}

base::Outcome SqliteFeedTable::giveBack(const Peer& peer, const Stretch& stretch, const Readings& reads) {
    std::vector<qint64> sources;
    auto held = m_connection.prepare(heldQuery());
    held.bind(peer.unit, peer.key, stretch.after, stretch.upTo, reads.before, reads.now);
    if (auto read = held.each([&] { sources.push_back(held.integer(0)); }); !read)
        return read;
    auto put = m_connection.prepare("INSERT INTO given_back(station, source, cursor) VALUES(?1, ?2, ?3) "
                                    "ON CONFLICT(station, source) DO UPDATE SET cursor = excluded.cursor");
    for (const qint64 source : sources) {
        const auto cursor = m_cursor.next();
        if (!cursor)
            return base::fail(cursor.error());
        if (auto done = put.bind(peer.key, source, *cursor).run(); !done)
            return done;
    }
    return base::done();
}

base::Result<qint64> SqliteFeedTable::givenUnder(const Peer& peer, qint64 item) const {
    auto query = m_connection.prepare("SELECT cursor FROM given_back WHERE station = ?1 AND source = ?2");
    query.bind(peer.key, item);
    return query.next().map([&](bool found) { return found ? query.integer(0) : item; });
}

base::Result<qint64> SqliteFeedTable::publish(const Audience& audience, const char* kind, const QJsonObject& body) {
    const auto cursor = m_cursor.next();
    if (!cursor)
        return cursor;
    const auto sealed = m_vault.seal(QJsonDocument(body).toJson(QJsonDocument::Compact), sealedrow::placeOfItem(*cursor));
    if (!sealed)
        return base::fail(sealed.error());
    auto insert = m_connection.prepare("INSERT INTO items(cursor, unit, station, kind, body, later) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(*cursor, nullptr, nullptr, QString::fromLatin1(kind), *sealed, heldUpTo(kind, body));
    bindAudience(insert, audience, 2);
    return insert.run().map([&](base::Done) { return *cursor; });
}

}
