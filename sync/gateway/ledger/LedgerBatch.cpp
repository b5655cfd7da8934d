#include "sync/gateway/ledger/LedgerBatch.h"

#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/ClaimTable.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/RefusalDetail.h"

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
    const auto end = m_parts.tables.stations().lockChain(m_peer.key);
    if (!end || !*end)
        return base::fail(end ? base::Error{QStringLiteral("station.unknown")} : end.error());
    m_end = **end;
    const auto unit = m_parts.tables.units().codeOf(m_peer.unit);
    if (!unit)
        return base::fail(unit.error());
    m_unitCode = *unit;
    auto heard = Heard::Past::of(m_parts.tables, m_peer.key);
    if (!heard)
        return base::fail(heard.error());
    m_heard = std::move(*heard);
    return m_parts.mandates.catchUp(m_parts.tables);
}

bool LedgerBatch::refuse(const CheckedRecord& checked, const base::Error& why, const QStringList& missingBlobs) {
    m_refusal = {checked.record->header.seq, why.code, missingBlobs, protocol::refusalDetail(why.detail)};
    return false;
}

base::Result<bool> LedgerBatch::take(CheckedRecord checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.station != m_peer.id)
        return refuse(checked, QStringLiteral("record.wrong-station"));
    if (header.seq <= m_end.seq)
        return repeated(checked);
    if (!chained(checked))
        return false;
    domain::Event event = eventOf(header, std::move(*checked.body));
    const auto waits = waitsFor(event);
    if (!waits)
        return base::fail(waits.error());
    if (*waits != Waits::No)
        return takeWaiting(checked, std::move(event), *waits);
    if (!headerFits(header, event.body))
        return refuse(checked, QStringLiteral("record.header-mismatch"));
    const Verdict verdict = allowed(checked, event);
    if (!verdict || !*verdict)
        return verdict;
    return apply(checked, std::move(event)).map([](base::Done) { return true; });
}

LedgerBatch::Verdict LedgerBatch::repeated(const CheckedRecord& checked) {
    const auto held = hashOf(checked.record->header.seq);
    if (!held)
        return base::fail(held.error());
    return *held == checked.hash || refuse(checked, QStringLiteral("record.fork"));
}

/// Of a record that is held, or was taken in this batch.
base::Result<QByteArray> LedgerBatch::hashOf(qint64 seq) const {
    const qint64 before = m_end.seq - static_cast<qint64>(m_taken.size());
    if (seq > before)
        return m_taken[static_cast<size_t>(seq - before - 1)].hash;
    return m_parts.tables.records().hashOf(m_peer.key, seq);
}

bool LedgerBatch::chained(const CheckedRecord& checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.seq != m_end.seq + 1)
        return refuse(checked, QStringLiteral("record.gap"));
    if (header.previous != m_end.head)
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
    const auto cursor = m_parts.tables.cursor().next();
    if (!cursor)
        return base::fail(cursor.error());
    for (const auto& step : {keepEntry(event), settleClaim(event)})
        if (!step)
            return step;
    for (domain::Volume& volume : m_volumes)
        volume = domain::evolve(std::move(volume), event);
    if (!event.dossier.isNull()) {
        HeldDossiers::Held& held = m_dossiers[event.dossier.value()];
        held = {domain::evolve(std::move(held.dossier), event), *cursor};
    }
    m_end = {checked.record->header.seq, checked.hash};
    m_taken.push_back({*cursor, checked.record, checked.hash});
    return base::done();
}

base::Outcome LedgerBatch::keepEntry(const domain::Event& event) {
    if (const auto* registered = std::get_if<domain::EntryRegistered>(&event.body))
        return m_parts.tables.books().addEntry(m_peer.unit, event.dossier, registered->entry.volume, registered->entry.number);
    if (const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body))
        return m_parts.tables.books().spoilEntry(spoiled->volume, spoiled->number);
    return base::done();
}

base::Outcome LedgerBatch::settleClaim(const domain::Event& event) {
    const auto* released = std::get_if<domain::DossierReleased>(&event.body);
    if (!released)
        return base::done();
    Tables& tables = m_parts.tables;
    const auto holding = tables.claims().holding(event.dossier.value());
    if (!holding || !*holding || !(*holding)->asker)
        return holding ? base::done() : base::fail(holding.error());
    const Holding::Asker& asker = *(*holding)->asker;
    if (auto removed = tables.claims().remove(event.dossier.value()); !removed || asker.id == released->to.value())
        return removed;
    const auto told = tables.feed().publish({.unit = {}, .station = asker.station}, "claim-refused",
        {{QStringLiteral("dossier"), event.dossier.toString()}, {QStringLiteral("holder"), released->to.toString()}});
    if (!told)
        return base::fail(told.error());
    m_notified.insert(asker.station);
    return base::done();
}

base::Outcome LedgerBatch::finish() {
    if (m_taken.empty())
        return base::done();
    return m_parts.tables.records()
        .add(m_peer, m_taken, m_now)
        .and_then([&](base::Done) { return writeDossiers(); })
        .and_then([&](base::Done) { return writeVolumes(); })
        .and_then([&](base::Done) { return m_parts.tables.stations().setChainEnd(m_peer.key, m_end); });
}

base::Outcome LedgerBatch::writeDossiers() {
    std::vector<const domain::Dossier*> dossiers;
    for (const HeldDossiers::Held& held : std::as_const(m_dossiers))
        if (held.stamp > 0)
            dossiers.push_back(&held.dossier);
    return m_parts.tables.dossiers().write(m_peer.unit, dossiers);
}

base::Outcome LedgerBatch::writeVolumes() {
    for (const domain::Volume& volume : std::as_const(m_volumes))
        if (auto written = m_parts.tables.books().changeVolume(volume); !written)
            return written;
    return base::done();
}

void LedgerBatch::keepDossiers() {
    for (HeldDossiers::Held& held : m_dossiers)
        if (held.stamp > 0)
            m_parts.dossiers.keep(std::move(held));
    m_dossiers.clear();
}

}
