#include "app/base/Clock.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Moments.h"
#include "app/domain/SlipNumber.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFit.h"
#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/ledger/TakenIn.h"

#include <algorithm>
#include <chrono>

namespace motcua::gateway {

namespace {

using Doubt = std::optional<base::Error>;

Doubt doubtful(const char* code, const char* field) {
    return base::Error{QLatin1String(code), {{QStringLiteral("field"), QLatin1String(field)}}};
}

Doubt aboutMoney(const Judge::Case& one) {
    const auto* paid = std::get_if<domain::FeeCollected>(&one.event.body);
    return paid && one.dossier.collected + paid->amount > one.dossier.feeTotal() ? doubtful("fee.more-than-owed", "amount") : std::nullopt;
}

/// A number that only a row of a series has, on a slip that took none: another slip has it, or will.
Doubt aboutSlip(const Judge::Case& one) {
    const QString* printed = domain::slipNumberOf(one.event.body);
    const auto* paid = std::get_if<domain::FeeCollected>(&one.event.body);
    const bool isShared = paid && !paid->slipOf.isNull();
    return printed && !isShared && !domain::slipOf(one.event.body) && domain::looksLikeRow(*printed) ? doubtful("slip.without-row", "slipNumber")
                                                                                                     : std::nullopt;
}

/// A day outside receipt and today, as the desk's clock and this one's have it.
Doubt aboutHandNumber(const Judge::Case& one) {
    const auto* byHand = std::get_if<domain::AttestedByHand>(&one.event.body);
    if (!byHand)
        return std::nullopt;
    constexpr qint64 tolerance = std::chrono::milliseconds(base::clockTolerance).count();
    const auto dayOf = [](qint64 moment) { return base::toVietnamTime(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)).date(); };
    const QDate last = dayOf(std::min(one.header.at, one.received) + tolerance);
    const QDate first = dayOf(one.dossier.received.toMSecsSinceEpoch() - tolerance);
    return byHand->date < first || byHand->date > last ? doubtful("hand-entry.date", "date") : std::nullopt;
}

/// The desk was thought lost and its numbers written off, and one stands on a paper after all.
Doubt aboutLateNumber(const Judge::Case& one) {
    const int number = domain::takenNumber(one.event.body).second;
    return one.lease && domain::holds(one.lease->off, number) ? doubtful("book.written-off-used", "number") : std::nullopt;
}

/// By the clock of this machine, and by the moment that the record before it names.
Doubt aboutClock(const Judge::Case& one) {
    const auto moment = [](qint64 at) { return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime(); };
    const char* code = domain::codeOf(domain::clockDoubt(one.event.at, moment(one.before), moment(one.received)));
    return code ? doubtful(code, "at") : std::nullopt;
}

Doubt aboutCatalogue(const Judge::Case& one, const KnownJobs::Edition& known) {
    const TakenIn taken(one.dossier, one.event.body);
    const domain::DossierReceived* received = taken.get();
    if (!received || known.procedures.isEmpty())
        return std::nullopt;
    const domain::ProcedureVersion& procedure = received->procedure;
    const domain::Procedure* row = known.row(procedure.code, procedure.catalogue);
    if (!row)
        return doubtful("procedure.edition-unknown", "procedure.catalogue");
    const domain::JobKind* job = known.jobs.find(received->job.kind, received->job.version);
    if (!job || !domain::isPricedByRow(*job))
        return std::nullopt;
    return domain::feesFollowRow(*received, *job, *row) ? std::nullopt : doubtful("fee.not-of-catalogue", "fees");
}

/// Received as of a kind that serves many, so that no number is ever owed, where a kind that comes with the program has the procedure attested.
/// Only of a desk that reads the kind is it known that it had the choice, and that only for what it has received since; those that are attested by
/// hand came with the third version of records.
Doubt aboutKind(const Judge::Case& one, const KnownJobs::Edition& known, int reads) {
    constexpr int attestedByHandSince = 3;
    const auto* received = std::get_if<domain::DossierReceived>(&one.event.body);
    if (!received || std::max(reads, one.header.version) < attestedByHandSince)
        return std::nullopt;
    static const domain::Jobs own = domain::builtInJobs();
    const int read = std::max(reads, one.header.version);
    const auto wasThere = [read](const domain::JobKind& job) {
        const bool isByHand = job.attested == QLatin1String(domain::attestedByHand);
        return (isByHand || (job.book && job.reads <= read)) && own.find(job.kind, job.version);
    };
    const auto fits = domain::fitsItsKind(*received, known.jobs, wasThere);
    return fits ? std::nullopt : doubtful("job.passed-over", "job.kind");
}

}

/// A row's slip bears the suffix that the unit has, or had.
Doubt Judge::aboutSuffix(const Case& one) const {
    const QString* printed = domain::slipNumberOf(one.event.body);
    const domain::EntryReference* row = domain::slipOf(one.event.body);
    if (!printed || !row || !one.volume)
        return std::nullopt;
    const QString suffix = printed->mid(one.volume->slipLabel(row->number).size() + 1);
    return m_parts.mandates.hadSuffix(m_desk.peer.unit, one.volume->symbol, suffix) ? std::nullopt : doubtful("slip.wrong-suffix", "slipNumber");
}

/// One slip for several papers of a visit: the dossier that it is said to be of was given it.
std::optional<base::Error> Judge::aboutSharedSlip(const Case& one) const {
    const auto* paid = std::get_if<domain::FeeCollected>(&one.event.body);
    if (!paid || paid->slipOf.isNull())
        return std::nullopt;
    SlipsOf given = m_slips.value(paid->slipOf.value());
    const auto held = m_parts.tables.records().ofDossier(paid->slipOf);
    for (const HeldRecord& record : held.value_or(std::vector<HeldRecord>()))
        given.add(eventOf(record));
    const bool isOfVisit = !given.visit.isNull() && given.visit == one.dossier.visit && paid->slipOf != one.event.dossier;
    return isOfVisit && given.numbers.contains(paid->slipNumber) ? std::nullopt : doubtful("slip.without-row", "slipOf");
}

void Judge::SlipsOf::add(const domain::Event& event) {
    if (const auto* received = std::get_if<domain::DossierReceived>(&event.body))
        visit = received->visit;
    else if (const auto* paid = std::get_if<domain::FeeCollected>(&event.body); paid && paid->slipOf.isNull())
        numbers << paid->slipNumber;
}

std::vector<base::Error> Judge::doubts(const Case& one) const {
    std::vector<base::Error> all;
    if (const Doubt clock = aboutClock(one))
        all.push_back(*clock);
    for (const Doubt& each : {aboutRelatives(one), aboutMoney(one), aboutSlip(one), aboutSharedSlip(one), aboutSuffix(one), aboutHandNumber(one),
             aboutLateNumber(one), aboutKind(one, m_parts.jobs, m_desk.reads), aboutCatalogue(one, m_parts.jobs)})
        if (each) {
            all.push_back(*each);
            break;
        }
    return all;
}

}
