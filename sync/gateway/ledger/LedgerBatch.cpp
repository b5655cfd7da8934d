#include "sync/gateway/ledger/LedgerBatch.h"

#include "app/domain/EventBlobs.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "app/domain/EventTexts.h"
#include "app/domain/Moments.h"
#include "app/domain/SoundRecord.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/ClaimTable.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/FaultTable.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/RefusalDetail.h"

namespace motcua::gateway {

CheckedRecord CheckedRecord::of(const protocol::Record& record, ActCheck& acts) {
    auto body = domain::decodeSound(record.header.kind, record.header.version, record.payload, record.header.dossierVersion > 0);
    std::optional<base::Error> unplain;
    if (body) {
        auto sound = domain::wellFormed(*body);
        if (!sound && sound.error().code == QLatin1String("event.text-unplain")) {
            unplain = sound.error();
            *body = domain::withPlainTexts(std::move(*body));
            sound = domain::wellFormed(*body);
        }
        if (!sound)
            body = base::fail(sound.error());
    }
    QByteArray hash = protocol::hashOf(record.header);
    const ActFound act = acts.look(record, hash);
    return {&record, std::move(hash), protocol::payloadDigestOf(record.salt, record.payload) == record.header.payloadDigest, std::move(body),
        std::move(unplain), act, {}};
}

base::Outcome LedgerBatch::begin() {
    const auto end = m_parts.tables.stations().lockChain(m_peer.key);
    if (!end || !*end)
        return base::fail(end ? base::Error{QStringLiteral("station.unknown")} : end.error());
    m_end = **end;
    const auto last = m_end.seq > 0 ? m_parts.tables.records().ofStation(m_peer.key, m_end.seq - 1, 1) : std::vector<protocol::Record>();
    if (!last)
        return base::fail(last.error());
    if (!last->empty())
        m_actBefore = last->front().act;
    auto desk = Desk::of(m_parts.tables, m_peer);
    if (!desk)
        return base::fail(desk.error());
    auto jobs = m_parts.jobs.upToNow(m_parts.tables);
    if (!jobs)
        return base::fail(jobs.error());
    m_jobs = std::move(*jobs);
    auto keys = m_parts.keys.upToNow(m_parts.tables);
    if (!keys)
        return base::fail(keys.error());
    m_keys = std::move(*keys);
    const auto lists = m_parts.lists.upToNow(m_parts.tables, m_peer.unit);
    if (!lists)
        return base::fail(lists.error());
    m_judge.emplace(Judge::Parts{m_parts.tables, m_parts.mandates, m_jobs, *lists}, std::move(*desk));
    return m_parts.mandates.catchUp(m_parts.tables);
}

protocol::Refusal LedgerBatch::refusalOf(qint64 seq, const Objection& objection) {
    return {seq, objection.why.code, objection.missingBlobs, protocol::refusalDetail(objection.why.detail)};
}

bool LedgerBatch::refuse(const CheckedRecord& checked, const Objection& objection) {
    m_refusal = refusalOf(checked.record->header.seq, objection);
    return false;
}

base::Result<bool> LedgerBatch::take(CheckedRecord&& checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.station != m_peer.id)
        return refuse(checked, "record.wrong-station");
    if (header.seq <= m_end.seq)
        return repeated(checked);
    if (!chained(checked))
        return false;
    const auto moment = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); };
    if (!domain::isPossible(moment(header.at), moment(m_terms.now)))
        return objectTo(checked, "record.moment-impossible");
    if (!checked.body)
        return objectTo(checked, Objection{checked.body.error()});
    // A desk of before the rule does not know of refused records, and its chain must not stop for a text: it is read as if it had been plain.
    if (checked.unplain && m_terms.onRefusal == OnRefusal::GoOn)
        return objectTo(checked, Objection{*checked.unplain});
    const domain::Event event = eventOf(header, std::move(*checked.body));
    const auto one = caseOf(checked, event);
    if (!one)
        return base::fail(one.error());
    const Verdict verdict = allows(checked, *one);
    if (!isFine(verdict))
        return verdict ? objectTo(checked, **verdict) : base::fail(verdict.error());
    std::vector<base::Error> doubts = m_judge->doubts(*one);
    if (const auto unsure = signatures(*one).doubt(*one, checked.act))
        doubts.push_back(*unsure);
    m_judge->take(event, header.seq);
    return apply(checked, event).and_then([&](base::Done) { return keepDoubts(checked, doubts); }).map([](base::Done) { return true; });
}

Verdict LedgerBatch::allows(const CheckedRecord& checked, const Judge::Case& one) {
    if (Verdict readable = isReadable(one); !isFine(readable))
        return readable;
    if (!Judge::headerFits(one))
        return mayNot("record.header-mismatch");
    if (Verdict verdict = m_judge->allows(one); !isFine(verdict))
        return verdict;
    return signatures(one).allows(one, *checked.record, checked.act);
}

base::Outcome LedgerBatch::keepDoubts(const CheckedRecord& checked, const std::vector<base::Error>& doubts) {
    std::vector<base::Error> all = doubts;
    if (checked.unplain)
        all.push_back(*checked.unplain);
    for (const base::Error& doubt : all)
        if (auto kept = m_parts.tables.faults().add(m_taken.back().cursor, doubt, m_terms.now); !kept)
            return kept;
    return followAct(checked);
}

base::Outcome LedgerBatch::followAct(const CheckedRecord& checked) {
    const auto before = std::exchange(m_actBefore, checked.record->act);
    const qint64 place = before ? checked.record->header.seq - before->first : 0;
    const bool isNamed = before && place >= 0 && place < static_cast<qint64>(before->hashes.size());
    if (!isNamed || before->hashes[static_cast<size_t>(place)] == checked.hash)
        return base::done();
    return m_parts.tables.faults().add(m_taken.back().cursor, base::Error{QStringLiteral("event.act-cut")}, m_terms.now);
}

ActSignatures LedgerBatch::signatures(const Judge::Case& one) const {
    return {{m_keys, m_parts.mandates, m_peer}, m_judge->heardBy(one)};
}

base::Result<Judge::Case> LedgerBatch::caseOf(const CheckedRecord& checked, const domain::Event& event) {
    static const domain::Dossier none;
    const protocol::RecordHeader& header = checked.record->header;
    const domain::VolumeId written = domain::volumeOf(event.body);
    const auto about = event.dossier.isNull() ? base::Result<domain::Dossier*>(nullptr) : dossier(event.dossier);
    const auto book = about ? volume(written.isNull() ? domain::VolumeId(header.volume) : written) : base::fail(about.error());
    if (!book)
        return base::fail(book.error());
    if (auto found = findLease(event, *book); !found)
        return base::fail(found.error());
    return Judge::Case{header, event, *about ? **about : none, *book, m_terms.now, m_end.at, m_lease ? &*m_lease : nullptr};
}

base::Result<bool> LedgerBatch::repeated(const CheckedRecord& checked) {
    const auto held = hashOf(checked.record->header.seq);
    if (!held)
        return base::fail(held.error());
    return *held == checked.hash || refuse(checked, "record.fork");
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
        return refuse(checked, "record.gap");
    if (header.previous != m_end.head)
        return refuse(checked, "record.broken-chain");
    return checked.payloadIntact || refuse(checked, "record.payload-altered");
}

base::Outcome LedgerBatch::apply(const CheckedRecord& checked, const domain::Event& event) {
    const auto cursor = m_parts.tables.cursor().next();
    if (!cursor)
        return base::fail(cursor.error());
    for (const auto& step : {keepEntry(event), settleClaim(event), keepNumbers(event)})
        if (!step)
            return step;
    for (domain::Volume& volume : m_volumes)
        volume = domain::evolve(std::move(volume), event);
    if (!event.dossier.isNull()) {
        HeldDossiers::Held& held = m_dossiers[event.dossier.value()];
        held = {domain::evolve(std::move(held.dossier), event), *cursor};
    }
    m_end = {checked.record->header.seq, checked.hash, checked.record->header.at};
    m_taken.push_back({*cursor, checked.record, checked.hash, Waits::No, checked.content});
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
        .add(m_peer, m_taken, m_terms.now)
        .and_then([&](base::Done) { return nameBlobs(); })
        .and_then([&](base::Done) { return writeDossiers(); })
        .and_then([&](base::Done) { return writeVolumes(); })
        .and_then([&](base::Done) { return m_parts.tables.stations().setChainEnd(m_peer.key, m_end); });
}

/// Of all records, also of those that do not stand or cannot be read yet: what they name stays.
base::Outcome LedgerBatch::nameBlobs() {
    for (const NewRecord& taken : m_taken) {
        const protocol::Record& record = *taken.record;
        if (!record.payload.contains("\"blob\""))
            continue;
        for (const domain::BlobHash& blob : domain::blobsOf(record.header.kind, record.header.version, record.payload))
            if (auto named = m_parts.tables.blobs().setNamed(domain::digestOf(blob), m_peer.unit); !named)
                return named;
    }
    return base::done();
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

base::Result<domain::Dossier*> LedgerBatch::dossier(domain::DossierId id) {
    if (const auto known = m_dossiers.find(id.value()); known != m_dossiers.end())
        return &known->dossier;
    auto taken = m_parts.dossiers.take(m_parts.tables, id);
    if (!taken)
        return base::fail(taken.error());
    return &m_dossiers.emplace(id.value(), std::move(*taken))->dossier;
}

base::Result<domain::Volume*> LedgerBatch::volume(domain::VolumeId id) {
    if (id.isNull())
        return nullptr;
    if (const auto known = m_volumes.find(id.value()); known != m_volumes.end())
        return &*known;
    auto held = m_parts.tables.books().lockVolume(id, m_peer.unit);
    if (!held || !*held)
        return held ? base::Result<domain::Volume*>(nullptr) : base::fail(held.error());
    return &*m_volumes.emplace(id.value(), std::move(**held));
}

}
