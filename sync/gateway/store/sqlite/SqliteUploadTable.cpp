#include "sync/gateway/store/sqlite/SqliteUploadTable.h"

#include "sync/gateway/store/sqlite/SealedRow.h"

namespace motcua::gateway {

namespace {

base::Result<std::vector<QUuid>> idsIn(sqlite::Statement& query) {
    std::vector<QUuid> ids;
    return query.each([&] { ids.push_back(query.uuid(0)); }).map([&](base::Done) { return std::move(ids); });
}

}

base::Result<std::optional<UploadRow>> SqliteUploadTable::find(const QUuid& id, qint64 station) const {
    auto query = m_connection.prepare("SELECT hash, bytes, came, expires, metadata, kept FROM uploads WHERE id = ?1 AND station = ?2");
    using Found = std::optional<UploadRow>;
    return query.bind(id, station).next().and_then([&](bool found) {
        return !found ? base::Result<Found>(Found())
                      : sealedrow::opened(m_vault, query.bytes(4), sealedrow::placeOfUpload(id)).map([&](const QByteArray& metadata) {
                            return Found(UploadRow{
                                id, station, query.bytes(0), query.integer(1), query.integer(2), query.integer(3), metadata, query.integer(5) != 0});
                        });
    });
}

base::Result<int> SqliteUploadTable::count(qint64 station) const {
    auto query = m_connection.prepare("SELECT count(*) FROM uploads WHERE station = ?1 AND kept = 0");
    return query.bind(station).next().map([&](bool) { return static_cast<int>(query.integer(0)); });
}

base::Result<qint64> SqliteUploadTable::announced(qint64 unit) const {
    auto query = m_connection.prepare(
        "SELECT coalesce(sum(uploads.bytes), 0) FROM stations JOIN uploads ON uploads.station = stations.key WHERE stations.unit = ?1 AND kept = 0");
    return query.bind(unit).next().map([&](bool) { return query.integer(0); });
}

base::Result<std::optional<QUuid>> SqliteUploadTable::oldestIdle(qint64 station, qint64 now) const {
    // Each is made with the same time to live, so the first to expire is the oldest.
    auto query = m_connection.prepare("SELECT id FROM uploads WHERE station = ?1 AND kept = 0 AND (writer IS NULL OR leased <= ?2) "
                                      "ORDER BY expires, id LIMIT 1");
    return query.bind(station, now).next().map([&](bool found) { return found ? std::optional(query.uuid(0)) : std::nullopt; });
}

base::Result<std::vector<QUuid>> SqliteUploadTable::expiredAt(qint64 now) const {
    auto query = m_connection.prepare("SELECT id FROM uploads WHERE expires <= ?1");
    return idsIn(query.bind(now));
}

base::Result<std::vector<QUuid>> SqliteUploadTable::all() const {
    auto query = m_connection.prepare("SELECT id FROM uploads");
    return idsIn(query);
}

base::Outcome SqliteUploadTable::add(const UploadRow& row) {
    return m_vault.seal(row.metadata, sealedrow::placeOfUpload(row.id)).and_then([&](const QByteArray& metadata) {
        return m_connection.prepare("INSERT INTO uploads(id, station, hash, bytes, came, expires, metadata) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .bind(row.id, row.station, row.hash, row.bytes, row.offset, row.expires, metadata)
            .run();
    });
}

base::Result<bool> SqliteUploadTable::lease(const QUuid& id, const Lease& lease) {
    return m_connection.prepare("UPDATE uploads SET writer = ?2, leased = ?4 WHERE id = ?1 AND (writer IS NULL OR writer = ?2 OR leased <= ?3)")
        .bind(id, lease.holder, lease.now, lease.until)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

base::Result<bool> SqliteUploadTable::release(const QUuid& id, const QUuid& holder, qint64 offset) {
    return m_connection.prepare("UPDATE uploads SET writer = NULL, leased = 0, came = ?3 WHERE id = ?1 AND writer = ?2")
        .bind(id, holder, offset)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

base::Outcome SqliteUploadTable::finish(const QUuid& id) {
    return m_connection.prepare("UPDATE uploads SET writer = NULL, leased = 0, came = bytes, kept = 1 WHERE id = ?1").bind(id).run();
}

base::Outcome SqliteUploadTable::remove(const QUuid& id) {
    return m_connection.prepare("DELETE FROM uploads WHERE id = ?1").bind(id).run();
}

}
