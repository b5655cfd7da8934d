#include "sync/gateway/ledger/Heard.h"

namespace motcua::gateway {

base::Result<bool> Heard::isNews(const Peer& peer, qint64 cursor) const {
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT 1 FROM items WHERE kind IN ('accounts', 'settings') AND cursor <= ?1 AND "
                                  "cursor > (SELECT coalesce(max(cursor), 0) FROM heard WHERE station = ?2) AND unit = ?3 LIMIT 1");
    return query.bind(cursor, peer.key, peer.unit).next();
}

base::Outcome Heard::note(const Peer& peer, qint64 cursor, std::optional<qint64> written) {
    const auto news = isNews(peer, cursor);
    if (!news || !*news)
        return news ? base::done() : base::fail(news.error());
    return m_database.inTransaction([&](sqlite::Connection& connection) {
        auto insert = connection.prepare("INSERT OR IGNORE INTO heard(station, cursor, seq, at) "
                                         "SELECT key, ?2, coalesce(?3, seq), ?4 FROM stations WHERE key = ?1");
        insert.bind(peer.key, cursor, nullptr, m_clock.now().toMSecsSinceEpoch());
        if (written)
            insert.bindOne(3, *written);
        return insert.run();
    });
}

base::Result<Heard::Past> Heard::Past::of(sqlite::Connection& connection, qint64 station) {
    auto query = connection.prepare("SELECT cursor, seq, at FROM heard WHERE station = ?1 ORDER BY cursor DESC");
    query.bind(station);
    Past past;
    return query.each([&] {
                    past.m_rows.push_back({query.integer(0), query.integer(1), query.integer(2)});
                })
        .map([&](base::Done) { return std::move(past); });
}

qint64 Heard::Past::cursorAt(qint64 seq, qint64 at) const {
    for (const Row& row : m_rows)
        if (seq > row.seq && at > row.when + grace)
            return row.cursor;
    return 0;
}

}
