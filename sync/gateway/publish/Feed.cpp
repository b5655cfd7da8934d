#include "sync/gateway/publish/Feed.h"

#include "sync/gateway/ledger/RecordRow.h"
#include "sync/protocol/RecordCodec.h"

namespace motcua::gateway {

namespace {

constexpr qsizetype pageBytes = 4 * 1024 * 1024;

/// Both sources in the order of their cursors; a row is of one or the other.
constexpr char select[] =
    "SELECT cursor, NULL AS item FROM records WHERE unit = ?1 AND cursor > ?3 AND station <> ?2 "
    "UNION ALL SELECT cursor, kind FROM items WHERE cursor > ?3 AND (unit IS NULL OR unit = ?1) AND (station IS NULL OR station = ?2) "
    "ORDER BY cursor LIMIT ?4";

void beginItem(QByteArray& json, qint64 cursor, const QByteArray& kind) {
    json.append("{\"cursor\":").append(QByteArray::number(cursor)).append(",\"kind\":\"").append(kind).append("\",\"body\":");
}

base::Outcome appendBody(sqlite::Connection& connection, QByteArray& json, qint64 cursor, bool isItem) {
    if (isItem) {
        auto item = connection.prepare("SELECT body FROM items WHERE cursor = ?1");
        const auto row = item.bind(cursor).next();
        if (!row)
            return base::fail(row.error());
        json.append(item.bytes(0));
        return base::done();
    }
    auto query = connection.prepare(recordColumns + QByteArray(" WHERE r.cursor = ?1"));
    const auto row = query.bind(cursor).next();
    if (!row)
        return base::fail(row.error());
    protocol::appendJson(json, recordOf(query));
    return base::done();
}

}

base::Result<QByteArray> Feed::page(const Peer& peer, const FeedQuery& query) {
    if (const auto noted = m_heard.note(peer, query.after, query.written); !noted)
        return base::fail(noted.error());
    const auto until = std::chrono::steady_clock::now() + query.wait;
    FeedBell::Waiter waiter(m_bell, peer.unit, peer.key);
    for (;;) {
        auto page = read(peer, query);
        if (!page)
            return base::fail(page.error());
        if (page->count > 0 || query.wait.count() == 0 || waiter.isTurnedAway() || !waiter.wait(until))
            return std::move(page->json);
    }
}

base::Result<Feed::Page> Feed::read(const Peer& peer, const FeedQuery& query) {
    const Session session = m_database.reader();
    auto rows = session->prepare(select);
    rows.bind(peer.unit, peer.key, query.after, query.limit + 1);
    Page page;
    bool more = false;
    page.json.append("{\"items\":[");
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            break;
        more = page.count == query.limit || page.json.size() > pageBytes;
        if (more)
            break;
        if (page.count++ > 0)
            page.json.append(',');
        const qint64 cursor = rows.integer(0);
        const bool isItem = !rows.isNull(1);
        beginItem(page.json, cursor, isItem ? rows.bytes(1) : QByteArray("record"));
        if (auto body = appendBody(*session, page.json, cursor, isItem); !body)
            return base::fail(body.error());
        page.json.append('}');
    }
    page.json.append(more ? "],\"more\":true}" : "],\"more\":false}");
    return page;
}

}
