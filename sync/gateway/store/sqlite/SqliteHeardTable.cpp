#include "sync/gateway/store/sqlite/SqliteHeardTable.h"

namespace motcua::gateway {

namespace {

constexpr char raisable[] = " WHERE station = ?1 AND cursor = ?2 AND at >= ?4 AND seq < ?3 AND ?3 <= ?5 + (SELECT seq FROM stations WHERE key = ?1)";

}

base::Result<bool> SqliteHeardTable::isNews(const Peer& peer, qint64 cursor) const {
    auto query = m_connection.prepare("SELECT 1 FROM items WHERE kind IN ('accounts', 'settings', 'job') AND cursor <= ?1 AND "
                                      "cursor > (SELECT coalesce(max(cursor), 0) FROM heard WHERE station = ?2) AND "
                                      "(unit = ?3 OR (unit IS NULL AND station IS NULL)) LIMIT 1");
    return query.bind(cursor, peer.key, peer.unit).next();
}

base::Result<std::vector<HeardRow>> SqliteHeardTable::of(qint64 station) const {
    auto query = m_connection.prepare("SELECT cursor, seq, at FROM heard WHERE station = ?1 ORDER BY cursor DESC");
    query.bind(station);
    std::vector<HeardRow> rows;
    return query.each([&] {
                    rows.push_back({query.integer(0), query.integer(1), query.integer(2)});
                })
        .map([&](base::Done) { return std::move(rows); });
}

base::Result<std::vector<SaidRow>> SqliteHeardTable::said(qint64 station) const {
    auto query = m_connection.prepare("SELECT seq, heard FROM records "
                                      "WHERE station = ?1 AND kind = 'feed-heard' AND waiting = 0 ORDER BY seq DESC");
    query.bind(station);
    std::vector<SaidRow> rows;
    return query.each([&] { rows.push_back({query.integer(0), query.integer(1)}); }).map([&](base::Done) { return std::move(rows); });
}

base::Outcome SqliteHeardTable::add(qint64 station, qint64 cursor, std::optional<qint64> written, qint64 at) {
    auto insert = m_connection.prepare("INSERT OR IGNORE INTO heard(station, cursor, seq, at) "
                                       "SELECT key, ?2, CASE WHEN ?3 BETWEEN seq AND seq + ?5 THEN ?3 ELSE seq END, ?4 FROM stations WHERE key = ?1");
    insert.bind(station, cursor, nullptr, at, mostUnsent);
    if (written)
        insert.bindOne(3, *written);
    return insert.run();
}

base::Result<bool> SqliteHeardTable::raises(qint64 station, qint64 cursor, qint64 written, qint64 since) const {
    auto query = m_connection.prepare(QByteArray("SELECT 1 FROM heard") + raisable);
    return query.bind(station, cursor, written, since, mostUnsent).next();
}

base::Outcome SqliteHeardTable::raise(qint64 station, qint64 cursor, qint64 written, qint64 since) {
    auto update = m_connection.prepare(QByteArray("UPDATE heard SET seq = ?3") + raisable);
    return update.bind(station, cursor, written, since, mostUnsent).run();
}

}
