#include "sync/gateway/store/sqlite/SqliteBlobTable.h"

#include "sync/gateway/store/sqlite/RowMarks.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

constexpr qint64 hour = 3600LL * 1000; ///< milliseconds
constexpr qint64 day = 24;             ///< hours
/// What the smallest file takes.
constexpr qint64 leastBytes = 64LL * 1024;

}

base::Result<bool> SqliteBlobTable::holds(const QByteArray& hash, qint64 unit) const {
    auto query = m_connection.prepare("SELECT 1 FROM blobs b WHERE hash = ?1 AND unit = ?2 AND " + rowmarks::isRight("blobs", "b"));
    return query.bind(hash, unit).next();
}

base::Result<std::optional<qint64>> SqliteBlobTable::sizeOf(const QByteArray& hash, qint64 unit) const {
    auto query = m_connection.prepare("SELECT bytes FROM blobs b WHERE hash = ?1 AND unit = ?2 AND " + rowmarks::isRight("blobs", "b"));
    return query.bind(hash, unit).next().map([&](bool found) { return found ? std::optional(query.integer(0)) : std::nullopt; });
}

base::Result<qint64> SqliteBlobTable::keptLately(qint64 unit, qint64 now) const {
    auto query = m_connection.prepare("SELECT coalesce(sum(bytes), 0) FROM blob_hours WHERE unit = ?1 AND hour > ?2 AND hour <= ?3");
    return query.bind(unit, now / hour - day, now / hour).next().map([&](bool) { return query.integer(0); });
}

base::Outcome SqliteBlobTable::each(const std::function<void(const QByteArray&)>& visit) const {
    auto query = m_connection.prepare("SELECT DISTINCT hash FROM blobs");
    return query.each([&] { visit(query.bytes(0)); });
}

base::Result<std::vector<BlobRow>> SqliteBlobTable::unnamed(qint64 before) const {
    // 1, 2: Waits::Unread and Waits::Behind.
    auto query = m_connection.prepare("SELECT hash, unit, bytes, received FROM blobs WHERE named = 0 AND received < ?1 "
                                      "AND NOT EXISTS (SELECT 1 FROM records WHERE records.unit = blobs.unit AND waiting > 0 AND waiting IN (1, 2))");
    query.bind(before);
    std::vector<BlobRow> rows;
    return query.each([&] {
                    rows.push_back({query.bytes(0), query.integer(1), query.integer(2), query.integer(3)});
                })
        .map([&](base::Done) { return std::move(rows); });
}

base::Result<bool> SqliteBlobTable::isHeldByAnyone(const QByteArray& hash) const {
    auto query = m_connection.prepare("SELECT 1 FROM blobs WHERE hash = ?1");
    return query.bind(hash).next();
}

base::Result<qint64> SqliteBlobTable::filesKey() const {
    auto query = m_connection.prepare("SELECT key FROM sealing WHERE what = 'files'");
    return query.next().map([&](bool found) { return found ? query.integer(0) : 0; });
}

base::Outcome SqliteBlobTable::setFilesKey(qint64 key) {
    return m_connection.prepare("INSERT OR REPLACE INTO sealing(what, key, up_to, clear) VALUES('files', ?1, 0, 0)").bind(key).run();
}

base::Outcome SqliteBlobTable::setNamed(const QByteArray& hash, qint64 unit) {
    return m_connection.prepare("UPDATE blobs SET named = 1 WHERE hash = ?1 AND unit = ?2 AND named = 0").bind(hash, unit).run();
}

base::Outcome SqliteBlobTable::remove(const QByteArray& hash, qint64 unit) {
    return m_connection.prepare("DELETE FROM blobs WHERE hash = ?1 AND unit = ?2").bind(hash, unit).run();
}

base::Outcome SqliteBlobTable::add(const BlobRow& row) {
    auto added = m_connection.prepare("INSERT OR IGNORE INTO blobs(hash, unit, bytes, received, named) VALUES(?1, ?2, ?3, ?4, 0)")
                     .bind(row.hash, row.unit, row.bytes, row.received)
                     .run();
    if (!added || m_connection.changes() == 0)
        return added;
    const qint64 now = row.received / hour;
    if (auto dropped = m_connection.prepare("DELETE FROM blob_hours WHERE unit = ?1 AND hour <= ?2").bind(row.unit, now - day).run(); !dropped)
        return dropped;
    return m_connection
        .prepare("INSERT INTO blob_hours(unit, hour, bytes) VALUES(?1, ?2, ?3) ON CONFLICT(unit, hour) DO UPDATE SET bytes = bytes + excluded.bytes")
        .bind(row.unit, now, std::max(row.bytes, leastBytes))
        .run();
}

}
