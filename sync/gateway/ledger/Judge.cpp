#include "sync/gateway/ledger/Judge.h"

#include "app/base/Clock.h"
#include "app/domain/DossierCode.h"
#include "app/domain/EventBlobs.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Moments.h"
#include "app/domain/jobs/JobFit.h"
#include "sync/gateway/ledger/TakenIn.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

/// The unit that an event which opens a dossier says it is received at; null: the event opens none.
const domain::UnitCode* openingUnit(const domain::EventBody& body) {
    if (const auto* received = std::get_if<domain::DossierReceived>(&body))
        return &received->receivedUnit;
    if (const auto* refused = std::get_if<domain::DossierRefused>(&body))
        return &refused->receivedUnit;
    if (const auto* asked = std::get_if<domain::SupplementAsked>(&body); asked && asked->atIntake)
        return &asked->receivedUnit;
    return nullptr;
}

/// The procedure that an event which opens a dossier says it is about; null: the event opens none.
const domain::ProcedureVersion* openingProcedure(const domain::EventBody& body) {
    if (const auto* received = std::get_if<domain::DossierReceived>(&body))
        return &received->procedure;
    if (const auto* refused = std::get_if<domain::DossierRefused>(&body))
        return &refused->procedure;
    const auto* asked = std::get_if<domain::SupplementAsked>(&body);
    return asked && asked->atIntake ? &asked->procedure : nullptr;
}

/// A code bears the day on which the dossier was received.
bool isOfItsDay(const domain::DossierReceived& received) {
    const auto code = domain::DossierCode::parse(received.code);
    return code && code->date == base::toVietnamTime(received.received).date();
}

/// `timed`: the kind of job sets the time, whatever the row says.
const char* alteredField(const domain::ProcedureVersion& said, const domain::ProcedureVersion& row, bool timed) {
    const std::pair<bool, const char*> fields[] = {{said.name == row.name, "procedure.name"}, {said.field == row.field, "procedure.field"},
        {timed || (said.timeValue == row.timeValue && said.timeUnit == row.timeUnit), "procedure.timeValue"},
        {said.legalBasis == row.legalBasis, "procedure.legalBasis"}, {said.result == row.result, "procedure.result"}};
    const auto altered = std::find_if(std::begin(fields), std::end(fields), [](const auto& field) { return !field.first; });
    return altered == std::end(fields) ? nullptr : altered->second;
}

Verdict wrongIn(const char* code, const char* field) {
    return mayNot({QLatin1String(code), {{QStringLiteral("field"), QLatin1String(field)}}});
}

}

base::Result<Desk> Desk::of(const Tables& tables, const Peer& peer) {
    Desk desk{peer, {}, 1, {}};
    const auto unit = tables.units().codeOf(peer.unit);
    const auto row = unit ? tables.stations().find(peer.id) : base::fail(unit.error());
    auto heard = row ? Heard::Past::of(tables, peer.key) : base::fail(row.error());
    if (!heard)
        return base::fail(heard.error());
    desk.unit = domain::UnitCode::fromString(*unit);
    desk.reads = *row ? (*row)->reads : 1;
    desk.heard = std::move(*heard);
    return desk;
}

bool Judge::headerFits(const Case& one) {
    const protocol::RecordHeader& header = one.header;
    const domain::EventBody& body = one.event.body;
    const auto [volume, number] = domain::takenNumber(body);
    return header.volume == volume.value() && header.number == number && header.dossier.isNull() != domain::isAboutDossier(body) &&
           (header.dossierVersion > 0) == domain::changesDossier(body);
}

Verdict Judge::allows(const Case& one) {
    if (Verdict actor = actorMay(one); !isFine(actor))
        return actor;
    if (!one.event.dossier.isNull()) {
        if (Verdict unit = unitFits(one); !isFine(unit))
            return unit;
        if (const auto admitted = domain::admissible(one.dossier, one.event); !admitted)
            return mayNot(admitted.error());
    }
    if (const auto right = domain::signedRightly(one.dossier, one.event, m_standing); !right)
        return mayNot(right.error());
    for (const auto question : {&Judge::signerFits, &Judge::listingFits, &Judge::jobFits})
        if (Verdict verdict = (this->*question)(one); !isFine(verdict))
            return verdict;
    return contentFits(one);
}

Verdict Judge::contentFits(const Case& one) {
    if (const auto can = domain::plausible(one.event.body, one.event.at); !can)
        return mayNot(can.error());
    for (const auto question : {&Judge::dueFits, &Judge::procedureFits, &Judge::unitsKnown, &Judge::heardFits})
        if (Verdict verdict = (this->*question)(one); !isFine(verdict))
            return verdict;
    if (Verdict code = codeFits(one); !isFine(code))
        return code;
    if (Verdict blobs = blobsHeld(one); !isFine(blobs))
        return blobs;
    return volumeFits(one);
}

/// By the accounts that the station may have had when it wrote the record: see Heard and Mandates.
Verdict Judge::actorMay(const Case& one) {
    m_standing = {};
    const domain::Event& event = one.event;
    if (event.actor.isNull() && domain::happensUnattended(event.body))
        return may();
    const qint64 since = heardBefore(one);
    const auto mandate = m_parts.mandates.of(m_desk.peer.unit, event.actor, since);
    if (!mandate)
        return mayNot("event.unknown-actor");
    if (!mandate->active)
        return mayNot("event.account-closed");
    m_standing = {mandate->roles, m_parts.mandates.twoHatAllowed(m_desk.peer.unit, since)};
    const int needed = domain::rolesFor(event.body, domain::signersOf(one.dossier));
    return needed == 0 || (needed & mandate->roles) != 0 ? may() : mayNot("event.wrong-role");
}

Verdict Judge::unitFits(const Case& one) const {
    const domain::Dossier& dossier = one.dossier;
    if (const domain::UnitCode* unit = openingUnit(one.event.body); unit && *unit != m_desk.unit)
        return mayNot("event.wrong-unit");
    if (dossier.version > 0 && dossier.receivedUnit != m_desk.unit)
        return mayNot("event.wrong-unit");
    if (dossier.version == 0 && !domain::changesDossier(one.event.body))
        return mayNot("event.unknown-dossier");
    if (const domain::StationId to = domain::releasedTo(one.event.body); !to.isNull()) {
        const auto known = isDeskOfUnit(to);
        if (!known || !*known)
            return known ? mayNot("event.unknown-station") : base::fail(known.error());
    }
    return may();
}

Verdict Judge::codeFits(const Case& one) {
    const auto* received = std::get_if<domain::DossierReceived>(&one.event.body);
    if (!received)
        return may();
    return isOfItsDay(*received) ? isOwnFreeCode(received->code, one.event.dossier) : mayNot("dossier.code-day");
}

/// One of the unit, with a serial that the province gave to this desk, and nobody else's.
Verdict Judge::isOwnFreeCode(const QString& code, domain::DossierId dossier) {
    const auto parsed = domain::DossierCode::parse(code);
    const auto given = ranges();
    if (!given)
        return base::fail(given.error());
    const bool own = parsed && std::any_of((*given)->begin(), (*given)->end(), [&](const domain::CodeRange& range) {
        const domain::UnitCode& unit = range.unit.isNull() ? m_desk.unit : range.unit;
        return parsed->unit == unit && parsed->serial >= range.first && parsed->serial <= range.last && parsed->toString() == code;
    });
    if (!own)
        return mayNot("dossier.code-foreign");
    const auto owner = m_parts.tables.dossiers().ofCode(code);
    if (!owner)
        return base::fail(owner.error());
    const QUuid taken = owner->isNull() ? m_codes.value(code) : *owner;
    if (!taken.isNull() && taken != dossier.value())
        return mayNot("dossier.code-taken");
    m_codes.insert(code, dossier.value());
    return may();
}

base::Result<const std::vector<domain::CodeRange>*> Judge::ranges() {
    if (m_ranges)
        return &*m_ranges;
    return m_parts.tables.feed().toStationsOf(m_desk.peer.unit, "code-range").map([&](const std::vector<QJsonObject>& bodies) {
        m_ranges.emplace();
        for (const QJsonObject& body : bodies)
            if (auto range = base::fromJson<domain::CodeRange>(body); range.station.value() == m_desk.peer.id)
                m_ranges->push_back(std::move(range));
        return &std::as_const(*m_ranges);
    });
}

/// Nothing is due on a day before it was received.
Verdict Judge::dueFits(const Case& one) const {
    const auto dayOf = [](const QDateTime& moment) { return base::toVietnamTime(moment).date(); };
    const TakenIn taken(one.dossier, one.event.body);
    const auto* returned = std::get_if<domain::SupplementReturned>(&one.event.body);
    const QDateTime due = taken.get() ? taken.get()->due : returned ? returned->due : QDateTime();
    const QDateTime received = taken.get() ? taken.get()->received : one.dossier.received;
    return due.isValid() && received.isValid() && dayOf(due) < dayOf(received) ? wrongIn("event.day-impossible", "due") : may();
}

/// One that is in no list which the province ever published was invented.
Verdict Judge::procedureFits(const Case& one) const {
    const domain::ProcedureVersion* procedure = openingProcedure(one.event.body);
    const QSet<QString>& known = m_parts.jobs.procedures;
    if (!procedure || known.isEmpty())
        return may();
    if (!known.contains(domain::nationalCode(procedure->code)) || !isCodeOfProvince(*procedure))
        return wrongIn("procedure.unknown", "procedure.code");
    const char* altered = alteredIn(*procedure, one);
    return altered ? wrongIn("procedure.altered", altered) : may();
}

/// As a row has it, or with the suffix of the province.
bool Judge::isCodeOfProvince(const domain::ProcedureVersion& said) const {
    const QString national = domain::nationalCode(said.code);
    const auto rows = m_parts.jobs.rows(said.code);
    const bool isRows = std::any_of(rows.begin(), rows.end(), [&](const domain::Procedure* row) { return row->version.code == said.code; });
    return isRows || said.code == national || said.code == national + QStringLiteral(".000.00.00.") + m_desk.unit.toString().section(u'.', 0, 0);
}

/// A desk works by the rows that it was given. Of an edition that is not known here, as after a backup was put back, another one's words stand for
/// it.
const char* Judge::alteredIn(const domain::ProcedureVersion& said, const Case& one) const {
    const domain::Procedure* const row = m_parts.jobs.row(said.code, said.catalogue);
    const auto rows = row ? std::vector{row} : m_parts.jobs.rows(said.code);
    const auto* received = std::get_if<domain::DossierReceived>(&one.event.body);
    const domain::JobKind* const job = received ? m_parts.jobs.jobs.find(received->job.kind, received->job.version) : nullptr;
    const char* first = nullptr;
    for (const domain::Procedure* each : rows) {
        first = alteredField(said, each->version, job && job->time);
        if (!first)
            break;
    }
    return first;
}

Verdict Judge::unitsKnown(const Case& one) const {
    const auto* received = std::get_if<domain::DossierReceived>(&one.event.body);
    if (!received)
        return may();
    for (const auto& [unit, field] : {std::pair{received->helpedUnit, "helpedUnit"}, {received->decidingUnit, "decidingUnit"}}) {
        const auto found =
            unit == m_desk.unit ? base::Result<bool>(true) : m_parts.tables.units().find(unit).map([](const auto& row) { return row.has_value(); });
        if (!found || !*found)
            return found ? wrongIn("event.unknown-unit", field) : base::fail(found.error());
    }
    return may();
}

/// Nobody has heard what was not said yet.
Verdict Judge::heardFits(const Case& one) const {
    const auto* heard = std::get_if<domain::FeedHeard>(&one.event.body);
    if (!heard)
        return may();
    const auto next = m_parts.tables.cursor().next();
    if (!next)
        return base::fail(next.error());
    return heard->cursor < *next ? may() : wrongIn("heard.unknown", "cursor");
}

qint64 Judge::heardBefore(const Case& one) const {
    return m_desk.heard.cursorAt({one.header.seq, one.header.at, one.received});
}

void Judge::take(const domain::Event& event, qint64 seq) {
    if (const auto* heard = std::get_if<domain::FeedHeard>(&event.body))
        m_desk.heard.say({seq, heard->cursor});
    if (std::holds_alternative<domain::DossierReceived>(event.body) || std::holds_alternative<domain::FeeCollected>(event.body))
        m_slips[event.dossier.value()].add(event);
    takeListing(event);
}

Verdict Judge::blobsHeld(const Case& one) const {
    QStringList missing;
    for (const domain::BlobHash& blob : domain::blobsOf(one.event.body)) {
        const auto held = m_parts.tables.blobs().holds(domain::digestOf(blob), m_desk.peer.unit);
        if (!held)
            return base::fail(held.error());
        if (!*held)
            missing << blob;
    }
    return missing.isEmpty() ? may() : mayNot(base::Error{QStringLiteral("record.blob-missing")}, missing);
}

Verdict Judge::jobFits(const Case& one) const {
    const TakenIn taken(one.dossier, one.event.body);
    if (!taken.get())
        return may();
    // A kind that came since the receipt passes nothing over.
    const bool mayPassOver = !taken.isCorrection();
    const qint64 since = mayPassOver && m_desk.reads > 1 ? heardBefore(one) : 0;
    const auto wasThere = [&](const domain::JobKind& job) { return mayPassOver && wasGiven(job, since); };
    const auto fits = domain::fitsItsKind(*taken.get(), m_parts.jobs.jobs, wasThere);
    return verdictOf(fits.and_then([&](base::Done) { return domain::dueFits(*taken.get(), m_parts.jobs.jobs); }));
}

/// One that asks for a later record version than the desk reads, or read, was held back from it, and came under a cursor of its own.
bool Judge::wasGiven(const domain::JobKind& job, qint64 since) const {
    if (job.reads > m_desk.reads || !m_parts.jobs.isKnownTo(job, since))
        return false;
    if (job.reads == 0)
        return true;
    const auto given = m_parts.tables.feed().givenUnder(m_desk.peer, m_parts.jobs.publishedAt(job));
    return given && *given <= since;
}

base::Result<bool> Judge::isDeskOfUnit(domain::StationId station) const {
    const auto found = m_parts.tables.stations().find(station.value());
    return found.map([&](const std::optional<StationRow>& row) { return row && row->peer.unit == m_desk.peer.unit; });
}

}
