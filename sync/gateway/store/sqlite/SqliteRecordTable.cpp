#include "sync/gateway/store/sqlite/SqliteRecordTable.h"

#include "sync/gateway/store/sqlite/RecordRow.h"
#include "sync/gateway/store/sqlite/RowMarks.h"

namespace motcua::gateway {

namespace {

constexpr int heardColumn = 21;

}

base::Result<QByteArray> SqliteRecordTable::hashOf(qint64 station, qint64 seq) const {
    auto query = m_connection.prepare("SELECT hash FROM records WHERE station = ?1 AND seq = ?2");
    return query.bind(station, seq).next().map([&](bool found) { return found ? query.bytes(0) : QByteArray(); });
}

base::Result<std::vector<protocol::Record>> SqliteRecordTable::ofStation(qint64 station, qint64 seq, int limit) const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" WHERE r.station = ?1 AND r.seq > ?2 ORDER BY r.seq LIMIT ?3"));
    query.bind(station, seq, limit);
    std::vector<protocol::Record> records;
    return query.each([&] { records.push_back(recordOf(query, m_vault)); }).map([&](base::Done) { return std::move(records); });
}

base::Result<std::vector<HeldRecord>> SqliteRecordTable::ofDossier(domain::DossierId dossier) const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" WHERE r.dossier = ?1 AND r.waiting < 4 ORDER BY r.cursor"));
    query.bind(dossier.value());
    std::vector<HeldRecord> records;
    return query.each([&] { records.push_back(heldRecordOf(query, m_vault)); }).map([&](base::Done) { return std::move(records); });
}

base::Result<std::vector<HeldRecord>> SqliteRecordTable::listings(qint64 afterCursor) const {
    auto query =
        m_connection.prepare(recordColumns + QByteArray(" WHERE r.kind = 'person-listed' AND r.cursor > ?1 AND r.waiting = 0 ORDER BY r.cursor"));
    query.bind(afterCursor);
    std::vector<HeldRecord> records;
    return query.each([&] { records.push_back(heldRecordOf(query, m_vault)); }).map([&](base::Done) { return std::move(records); });
}

base::Result<int> SqliteRecordTable::newestVersion(domain::DossierId dossier) const {
    auto query = m_connection.prepare("SELECT coalesce(max(version), 0) FROM records WHERE dossier = ?1 AND waiting < 4");
    return query.bind(dossier.value()).next().map([&](bool) { return static_cast<int>(query.integer(0)); });
}

base::Result<std::vector<HeldRecord>> SqliteRecordTable::waiting() const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" WHERE r.waiting IN (1, 2) ORDER BY r.cursor"));
    std::vector<HeldRecord> records;
    return query.each([&] { records.push_back(heldRecordOf(query, m_vault)); }).map([&](base::Done) { return std::move(records); });
}

base::Outcome SqliteRecordTable::setWaits(qint64 cursor, Waits waits) {
    return m_connection.prepare("UPDATE records SET waiting = ?2 WHERE cursor = ?1").bind(cursor, waits).run();
}

base::Outcome SqliteRecordTable::each(const Visit& visit) const {
    auto query = m_connection.prepare(recordColumns + QByteArray(" ORDER BY r.cursor"));
    return query.each([&] { return visit(heldRecordOf(query, m_vault), query.bytes(recordHashColumn)); });
}

base::Outcome SqliteRecordTable::add(const Peer& peer, std::span<const NewRecord> records, qint64 received) {
    auto insert = m_connection.prepare(
        QByteArray("INSERT INTO records(cursor, station, seq, unit, hash, kind, version, dossier, dossier_version, volume, number, actor, "
                   "at, previous, payload_digest, sealed_digest, salt, payload, received, waiting, act, heard, mac) "
                   "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, x'', ?17, ?18, ?19, ?20, ?21, ") +
        rowmarks::ofNew("records", "?1, ?2, ?3, ?4, ?5, ?6, ?8, ?19, ?18, ?20, ?21") + ")");
    for (const NewRecord& added : records) {
        const protocol::Record& record = *added.record;
        const protocol::RecordHeader& header = record.header;
        const auto content = added.content.isEmpty() ? sealedrow::sealedRecord(m_vault, record) : base::Result<QByteArray>(added.content);
        if (!content)
            return base::fail(content.error());
        insert.bind(added.cursor, peer.key, header.seq, peer.unit, added.hash, QString::fromLatin1(header.kind), header.version, header.dossier,
            header.dossierVersion, header.volume, header.number, header.actor, header.at, header.previous, header.payloadDigest, header.sealedDigest,
            *content, received, added.waits, record.act ? protocol::packed(*record.act) : QByteArray(), nullptr);
        if (const qint64 heard = sealedrow::heardIn(record); heard > 0)
            insert.bindOne(heardColumn, heard);
        if (auto inserted = insert.run(); !inserted)
            return inserted;
    }
    return base::done();
}

}
