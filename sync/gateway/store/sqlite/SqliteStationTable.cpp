#include "sync/gateway/store/sqlite/SqliteStationTable.h"

#include "sync/gateway/store/sqlite/RowMarks.h"

namespace motcua::gateway {

namespace {

constexpr char stationQuery[] = "SELECT key, unit, id, name, certificate, enrolled, revoked, contact, seq, head, reads, held_from FROM stations";

StationRow stationIn(const sqlite::Statement& row) {
    return {{row.integer(0), row.integer(1), row.uuid(2)}, row.text(3), row.bytes(4), !row.isNull(5), row.integer(6) != 0, row.integer(7),
        {row.integer(8), row.bytes(9)}, static_cast<int>(row.integer(10)), row.integer(11)};
}

constexpr int hashBytes = 32;

}

base::Result<std::optional<StationRow>> SqliteStationTable::find(const QUuid& id) const {
    auto query = m_connection.prepare(stationQuery + QByteArray(" WHERE id = ?1 AND ") + rowmarks::isRight("stations", "stations"));
    return query.bind(id).next().map([&](bool found) { return found ? std::optional(stationIn(query)) : std::nullopt; });
}

base::Result<std::vector<StationRow>> SqliteStationTable::ofUnit(qint64 unit) const {
    auto query = m_connection.prepare(stationQuery + QByteArray(" WHERE unit = ?1 ORDER BY key"));
    query.bind(unit);
    std::vector<StationRow> stations;
    return query.each([&] { stations.push_back(stationIn(query)); }).map([&](base::Done) { return std::move(stations); });
}

base::Result<std::vector<QByteArray>> SqliteStationTable::revoked() const {
    auto query = m_connection.prepare("SELECT certificate FROM stations WHERE revoked = 1 AND certificate IS NOT NULL");
    std::vector<QByteArray> certificates;
    return query.each([&] { certificates.push_back(query.bytes(0)); }).map([&](base::Done) { return std::move(certificates); });
}

base::Result<ChainEnd> SqliteStationTable::chainEnd(qint64 station) const {
    auto query = m_connection.prepare("SELECT seq, head FROM stations WHERE key = ?1");
    return query.bind(station).next().map([&](bool found) { return found ? ChainEnd{query.integer(0), query.bytes(1)} : ChainEnd(); });
}

base::Result<qint64> SqliteStationTable::add(qint64 unit, const QUuid& id, const QString& name) {
    const auto added = m_connection
                           .prepare("INSERT INTO stations(key, id, unit, name, head) "
                                    "VALUES((SELECT coalesce(max(key), 0) + 1 FROM stations), ?1, ?2, ?3, ?4)")
                           .bind(id, unit, name, QByteArray(hashBytes, '\0'))
                           .run();
    if (!added)
        return base::fail(added.error());
    auto query = m_connection.prepare("SELECT key FROM stations WHERE id = ?1");
    return query.bind(id).next().map([&](bool) { return query.integer(0); });
}

base::Result<bool> SqliteStationTable::enrol(qint64 station, const Enrolled& enrolled) {
    return m_connection
        .prepare("UPDATE stations SET enrolled = ?1, contact = ?1, certificate = ?2, name = CASE WHEN ?3 = '' THEN name ELSE ?3 END "
                 "WHERE key = ?4 AND enrolled IS NULL")
        .bind(enrolled.at, enrolled.certificate, enrolled.name, station)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

base::Result<bool> SqliteStationTable::revoke(const QUuid& id) {
    return m_connection.prepare("UPDATE stations SET revoked = 1 WHERE id = ?1").bind(id).run().map([&](base::Done) {
        return m_connection.changes() == 1;
    });
}

base::Outcome SqliteStationTable::heardFrom(qint64 station, qint64 at) {
    return m_connection.prepare("UPDATE stations SET contact = max(coalesce(contact, 0), ?1) WHERE key = ?2").bind(at, station).run();
}

base::Outcome SqliteStationTable::setReads(qint64 station, int reads, qint64 heldFrom) {
    return m_connection.prepare("UPDATE stations SET reads = ?1, held_from = ?2 WHERE key = ?3").bind(reads, heldFrom, station).run();
}

base::Result<std::optional<ChainEnd>> SqliteStationTable::lockChain(qint64 station) {
    auto query = m_connection.prepare("SELECT seq, head, coalesce((SELECT r.at FROM records r WHERE r.station = stations.key AND "
                                      "r.seq = stations.seq AND r.waiting < 4), 0) FROM stations WHERE key = ?1");
    return query.bind(station).next().map([&](bool found) {
        return found ? std::optional(ChainEnd{query.integer(0), query.bytes(1), query.integer(2)}) : std::nullopt;
    });
}

base::Outcome SqliteStationTable::setChainEnd(qint64 station, const ChainEnd& end) {
    return m_connection.prepare("UPDATE stations SET seq = ?1, head = ?2 WHERE key = ?3").bind(end.seq, end.head, station).run();
}

}
