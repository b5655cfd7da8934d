#include "sync/gateway/ledger/LedgerBatch.h"

#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/publish/Items.h"
#include "sync/protocol/RefusalDetail.h"

#include <QJsonDocument>

namespace motcua::gateway {

CheckedRecord CheckedRecord::of(const protocol::Record& record) {
    auto body = domain::decodeBody(record.header.kind, record.header.version, record.payload, record.header.dossierVersion > 0);
    if (body)
        if (const auto sound = domain::wellFormed(*body); !sound)
            body = base::fail(sound.error());
    return {&record, protocol::hashOf(record.header), protocol::payloadDigestOf(record.salt, record.payload) == record.header.payloadDigest,
        std::move(body)};
}

base::Outcome LedgerBatch::begin() {
    auto query = m_connection.prepare("SELECT s.seq, s.head, u.code FROM stations s JOIN units u ON u.key = s.unit WHERE s.key = ?1");
    const auto row = query.bind(m_peer.key).next();
    if (!row || !*row)
        return base::fail(row ? base::Error{QStringLiteral("station.unknown")} : row.error());
    m_seq = query.integer(0);
    m_head = query.bytes(1);
    m_unitCode = query.text(2);
    const auto cursor = nextCursor(m_connection);
    if (!cursor)
        return base::fail(cursor.error());
    m_cursor = *cursor;
    auto heard = Heard::Past::of(m_connection, m_peer.key);
    if (!heard)
        return base::fail(heard.error());
    m_heard = std::move(*heard);
    return m_mandates.catchUp(m_connection, m_cursor - 1);
}

bool LedgerBatch::refuse(const CheckedRecord& checked, const base::Error& why, const QStringList& missingBlobs) {
    m_refusal = {checked.record->header.seq, why.code, missingBlobs, protocol::refusalDetail(why.detail)};
    return false;
}

base::Result<bool> LedgerBatch::take(CheckedRecord checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.station != m_peer.id)
        return refuse(checked, QStringLiteral("record.wrong-station"));
    if (header.seq <= m_seq)
        return repeated(checked);
    if (!chained(checked))
        return false;
    domain::Event event{std::move(*checked.body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
    if (!headerFits(header, event.body))
        return refuse(checked, QStringLiteral("record.header-mismatch"));
    const Verdict verdict = allowed(checked, event);
    if (!verdict || !*verdict)
        return verdict;
    return apply(checked, std::move(event)).map([](base::Done) { return true; });
}

LedgerBatch::Verdict LedgerBatch::repeated(const CheckedRecord& checked) {
    auto query = m_connection.prepare("SELECT hash FROM records WHERE station = ?1 AND seq = ?2");
    const auto row = query.bind(m_peer.key, checked.record->header.seq).next();
    if (!row)
        return base::fail(row.error());
    return (*row && query.bytes(0) == checked.hash) || refuse(checked, QStringLiteral("record.fork"));
}

bool LedgerBatch::chained(const CheckedRecord& checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.seq != m_seq + 1)
        return refuse(checked, QStringLiteral("record.gap"));
    if (header.previous != m_head)
        return refuse(checked, QStringLiteral("record.broken-chain"));
    if (!checked.payloadIntact)
        return refuse(checked, QStringLiteral("record.payload-altered"));
    return checked.body || refuse(checked, checked.body.error());
}

bool LedgerBatch::headerFits(const protocol::RecordHeader& header, const domain::EventBody& body) const {
    const auto [volume, number] = domain::takenNumber(body);
    const bool aboutDossier = !std::holds_alternative<domain::VolumeClosed>(body);
    return header.volume == volume.value() && header.number == number && header.dossier.isNull() != aboutDossier &&
           (header.dossierVersion > 0) == domain::changesDossier(body);
}

base::Outcome LedgerBatch::apply(const CheckedRecord& checked, domain::Event event) {
    for (const auto& step : {insertRecord(checked), keepEntry(event), settleClaim(event)})
        if (!step)
            return step;
    for (domain::Volume& volume : m_volumes)
        volume = domain::evolve(std::move(volume), event);
    const QUuid id = event.dossier.value();
    if (!id.isNull()) {
        domain::Dossier& dossier = m_dossiers[id];
        dossier = domain::evolve(std::move(dossier), event);
    }
    m_seq = checked.record->header.seq;
    m_head = checked.hash;
    ++m_taken;
    return base::done();
}

base::Outcome LedgerBatch::insertRecord(const CheckedRecord& checked) {
    if (!m_insert)
        m_insert.emplace(m_connection.prepare(
            "INSERT INTO records(cursor, station, seq, unit, hash, kind, version, dossier, dossier_version, volume, number, actor, at, "
            "previous, payload_digest, sealed_digest, salt, payload, received) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"));
    const protocol::Record& record = *checked.record;
    const protocol::RecordHeader& header = record.header;
    return m_insert
        ->bind(m_cursor++, m_peer.key, header.seq, m_peer.unit, checked.hash, QString::fromLatin1(header.kind), header.version, header.dossier,
            header.dossierVersion, header.volume, header.number, header.actor, header.at, header.previous, header.payloadDigest, header.sealedDigest,
            record.salt, record.payload, m_now)
        .run();
}

base::Outcome LedgerBatch::keepEntry(const domain::Event& event) {
    if (const auto* registered = std::get_if<domain::EntryRegistered>(&event.body))
        return m_connection.prepare("INSERT INTO entries(volume, number, unit, dossier) VALUES(?1, ?2, ?3, ?4)")
            .bind(registered->entry.volume.value(), registered->entry.number, m_peer.unit, event.dossier.value())
            .run();
    if (const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body))
        return m_connection.prepare("UPDATE entries SET spoiled = 1 WHERE volume = ?1 AND number = ?2")
            .bind(spoiled->volume.value(), spoiled->number)
            .run();
    return base::done();
}

base::Outcome LedgerBatch::settleClaim(const domain::Event& event) {
    const auto* released = std::get_if<domain::DossierReleased>(&event.body);
    if (!released)
        return base::done();
    auto query = m_connection.prepare("SELECT c.asker, s.id FROM claims c JOIN stations s ON s.key = c.asker WHERE c.dossier = ?1");
    const auto row = query.bind(event.dossier.value()).next();
    if (!row || !*row)
        return row ? base::done() : base::fail(row.error());
    const qint64 asker = query.integer(0);
    const bool granted = query.uuid(1) == released->to.value();
    if (auto removed = m_connection.prepare("DELETE FROM claims WHERE dossier = ?1").bind(event.dossier.value()).run(); !removed || granted)
        return removed;
    const auto told = publish(m_connection, {.unit = {}, .station = asker}, "claim-refused",
        {{QStringLiteral("dossier"), event.dossier.toString()}, {QStringLiteral("holder"), released->to.toString()}});
    if (!told)
        return base::fail(told.error());
    m_cursor = *told + 1;
    m_notified.insert(asker);
    return base::done();
}

base::Outcome LedgerBatch::finish() {
    if (m_taken == 0)
        return base::done();
    return writeDossiers().and_then([&](base::Done) { return writeVolumes(); }).and_then([&](base::Done) {
        return m_connection.prepare("UPDATE stations SET seq = ?1, head = ?2 WHERE key = ?3").bind(m_seq, m_head, m_peer.key).run();
    });
}

base::Outcome LedgerBatch::writeDossiers() {
    auto write = m_connection.prepare("INSERT INTO dossiers(id, unit, code, holder, state, version, closed) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                      "ON CONFLICT(id) DO UPDATE SET code = ?3, holder = ?4, state = ?5, version = ?6, closed = ?7");
    for (auto it = m_dossiers.cbegin(); it != m_dossiers.cend(); ++it) {
        const domain::Dossier& dossier = *it;
        if (dossier.id.isNull())
            continue;
        write.bind(it.key(), m_peer.unit, nullptr, dossier.holder.value(), dossier.state, dossier.version, dossier.closed);
        if (!dossier.code.isEmpty())
            write.bindOne(3, dossier.code);
        if (auto written = write.run(); !written)
            return written;
    }
    return base::done();
}

base::Outcome LedgerBatch::writeVolumes() {
    auto write = m_connection.prepare("UPDATE volumes SET body = ?1 WHERE id = ?2");
    for (auto it = m_volumes.cbegin(); it != m_volumes.cend(); ++it)
        if (auto written = write.bind(QJsonDocument(base::toJson(*it)).toJson(QJsonDocument::Compact), it.key()).run(); !written)
            return written;
    return base::done();
}

void LedgerBatch::keepDossiers() {
    for (auto it = m_dossiers.begin(); it != m_dossiers.end(); ++it)
        if (!it->id.isNull())
            m_known.putBack(std::move(*it));
    m_dossiers.clear();
}

}
