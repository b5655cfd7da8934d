#include "app/domain/jobs/JobFit.h"

#include "app/base/Clock.h"
#include "app/domain/EventCodec.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/Fold.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobTimes.h"
#include "app/domain/parties/PartyCheck.h"

#include <algorithm>

namespace motcua::domain {

namespace {

/// More than any run of days off puts a day later: Tết with its weekends.
constexpr int mostDaysOff = 16;

base::Outcome unfitting(const QString& field) {
    return base::fail(QStringLiteral("job.unfitting"), {{QStringLiteral("field"), field}});
}

base::Outcome unfitting(const QString& field, const base::Error& reason) {
    return base::fail(QStringLiteral("job.unfitting"), {{QStringLiteral("field"), field}, {QStringLiteral("reason"), reason.code}});
}

bool isNamedBy(const JobKind& job, const QString& procedure) {
    return job.procedures.contains(nationalCode(procedure));
}

/// Which procedures count copies is the catalogue's affair, and a desk may have an older one. But a kind that names the procedure goes
/// before one that serves many.
bool serves(const JobKind& job, const DossierReceived& received, const Jobs& jobs, const KnownThere& known) {
    const QString& procedure = received.procedure.code;
    if (isNamedBy(job, procedure))
        return true;
    const bool servesMany = job.procedures.empty() || job.servesPerCopy;
    const QDate day = base::toVietnamTime(received.received).date();
    const auto passedOver = [&](const std::shared_ptr<const JobKind>& other) {
        return isNamedBy(*other, procedure) && other.get() == jobs.inForce(other->kind, day) && known(*other);
    };
    return servesMany && std::none_of(jobs.kinds().begin(), jobs.kinds().end(), passedOver);
}

/// Whether the kind itself, not the catalogue's row, sets the price.
bool setsPrice(const JobFee& fee) {
    return fee.rule == QLatin1String("per-page") || fee.rule == QLatin1String("per-case") ||
           (fee.rule == QLatin1String("per-copy") && fee.amount > 0);
}

/// Desks of before took any words for a ground.
bool isExempt(const JobKind& job, const FeeLine& stated) {
    const QString ground = canonical(stated.exemption).trimmed();
    return stated.amount == 0 && !ground.isEmpty() && (job.reads < partiesSince || isExemption(job, ground));
}

/// By what is charged for the matter itself.
bool areFeesBy(const Procedure& row, const JobKind& job, const DossierReceived& received) {
    const std::vector<FeeLine> owed = feeLines(job, row, received.facts);
    std::vector<FeeLine> stated;
    for (const FeeLine& line : received.fees)
        if (!isChargedApart(job, line))
            stated.push_back(line);
    return std::equal(owed.begin(), owed.end(), stated.begin(), stated.end(), [&](const FeeLine& one, const FeeLine& other) {
        return other.unitPrice == one.unitPrice && other.quantity == one.quantity && (isExempt(job, other) || other.amount == one.amount);
    });
}

bool isOfItsPrice(const FeeMore& more, const FeeLine& stated) {
    if (more.price.isDouble())
        return stated.unitPrice == more.price.toInteger();
    return more.most == 0 || stated.unitPrice <= more.most;
}

/// Each of what is charged apart once at most, for as many as were counted, and nobody is exempt of it. A price that the unit sets is its own affair
/// below the ceiling; one that the kind sets is owed.
bool areFeesApartBy(const JobKind& job, const DossierReceived& received) {
    const UnitSettings unknown;
    const std::vector<FeeLine> owed = feesApart(job, received.facts, unknown);
    for (const FeeMore& more : job.fee.more) {
        std::vector<FeeLine> stated;
        for (const FeeLine& line : received.fees)
            if (line.name == more.name)
                stated.push_back(line);
        const bool isOwed = std::any_of(owed.begin(), owed.end(), [&](const FeeLine& line) { return line.name == more.name; });
        if (stated.size() > 1 || (isOwed && stated.empty()))
            return false;
        if (stated.empty())
            continue;
        const FeeLine& line = stated.front();
        const bool isCounted = line.quantity > 0 && line.quantity == received.facts.value(more.counts).toInteger();
        if (!isCounted || !isOfItsPrice(more, line) || line.amount != line.unitPrice * line.quantity || !line.exemption.isEmpty())
            return false;
    }
    return true;
}

bool feesFit(const JobKind& job, const DossierReceived& received) {
    if (!areFeesApartBy(job, received))
        return false;
    if (job.fee.rule == QLatin1String("none"))
        return std::all_of(received.fees.begin(), received.fees.end(), [&](const FeeLine& line) { return isChargedApart(job, line); });
    if (!setsPrice(job.fee))
        return true;
    Procedure row;
    row.version = received.procedure;
    return areFeesBy(row, job, received);
}

bool timeFits(const JobKind& job, const ProcedureVersion& procedure) {
    return !job.time || (procedure.timeValue == job.time->value && procedure.timeUnit == job.time->unit);
}

/// The facts; of the first kind without the signs that cannot be seen, which the first programs let through.
QJsonObject asItShouldBeTyped(const DossierReceived& received) {
    QJsonObject facts = received.facts;
    if (isFirstKind(received.job.kind, received.job.version))
        for (auto it = facts.begin(); it != facts.end(); ++it)
            if (it.value().isString())
                it.value() = canonical(it.value().toString());
    return facts;
}

bool areTidy(const JobKind& job, const std::vector<Party>& parties) {
    return base::toJsonValue(tidied(job, parties)) == base::toJsonValue(parties);
}

/// The first of the terms that is not as owed; empty: none.
QString unfittingTerm(const JobTerms& owed, const JobTerms& stated) {
    if (owed == stated)
        return {};
    const QJsonObject right = base::toJson(owed);
    const QJsonObject said = base::toJson(stated);
    QJsonObject all = right;
    for (auto it = said.begin(); it != said.end(); ++it)
        all.insert(it.key(), it.value());
    for (const QString& field : all.keys())
        if (right.value(field) != said.value(field))
            return QStringLiteral("job.") + field;
    return QStringLiteral("job");
}

}

base::Outcome fitsItsKind(const DossierReceived& received, const Jobs& jobs, const KnownThere& known) {
    const JobTerms& said = received.job;
    const JobKind* job = jobs.find(said.kind, said.version);
    if (!job)
        return base::fail(QStringLiteral("job.unknown"), {{QStringLiteral("kind"), said.kind}, {QStringLiteral("version"), said.version}});
    if (!serves(*job, received, jobs, known))
        return unfitting(QStringLiteral("procedure.code"));
    const QDate day = base::toVietnamTime(received.received).date();
    if (day < job->from || (job->until.isValid() && day > job->until))
        return unfitting(QStringLiteral("received"));
    if (const auto faults = factFaults(*job, received.facts); !faults.empty())
        return unfitting(QStringLiteral("facts.") + faults.front().fact);
    if (tidiedFacts(*job, received.facts) != asItShouldBeTyped(received))
        return unfitting(QStringLiteral("facts"));
    if (const auto sound = checkParties(*job, received.facts, received.parties, day); !sound)
        return unfitting(QStringLiteral("parties"), sound.error());
    if (!areTidy(*job, received.parties))
        return unfitting(QStringLiteral("parties"));
    if (const auto sound = checkGround(*job, received); !sound)
        return unfitting(QStringLiteral("extension"), sound.error());
    if (const QString field = unfittingTerm(termsOf(*job, received.procedure, received.facts, received.parties), said); !field.isEmpty())
        return unfitting(field);
    if (!feesFit(*job, received))
        return unfitting(QStringLiteral("fees"));
    return timeFits(*job, received.procedure) ? base::done() : unfitting(QStringLiteral("procedure.timeValue"));
}

base::Outcome dueFits(const DossierReceived& received, const Jobs& jobs) {
    const JobKind* job = jobs.find(received.job.kind, received.job.version);
    if (!job || !job->time || job->reads < partiesSince)
        return base::done();
    const auto dayOf = [](const QDateTime& moment) { return base::toVietnamTime(moment).date(); };
    const Calendar weeks;
    const UnitSettings usual;
    const bool isLonger = received.extension.has_value();
    const bool isAgreed = isLonger && received.extension->agreed;
    const QDateTime latest = isLonger ? latestDue(*job, received, weeks, usual) : plainDue(received, weeks, usual);
    const QDate last = isAgreed ? dayOf(received.received).addDays(mostAgreedDays) : dayOf(latest).addDays(mostDaysOff);
    const bool fits = received.due.isValid() && dayOf(received.due) >= dayOf(received.received) && dayOf(received.due) <= last;
    return fits ? base::done() : unfitting(QStringLiteral("due"));
}

bool isPricedByRow(const JobKind& job) {
    return job.fee.rule != QLatin1String("none") && !setsPrice(job.fee);
}

bool feesFollowRow(const DossierReceived& received, const JobKind& job, const Procedure& row) {
    return isFeeTyped(job, row) || row.feeRule == FeeRule::CertifiedCopy || areFeesBy(row, job, received);
}

}
