#include "app/domain/jobs/JobFit.h"

#include "app/base/Clock.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/Fold.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"

#include <algorithm>

namespace motcua::domain {

namespace {

base::Outcome unfitting(const QString& field) {
    return base::fail(QStringLiteral("job.unfitting"), {{QStringLiteral("field"), field}});
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

bool isFeeOf(const FeeLine& owed, const FeeLine& stated) {
    const bool exempt = stated.amount == 0 && !canonical(stated.exemption).trimmed().isEmpty();
    return stated.unitPrice == owed.unitPrice && stated.quantity == owed.quantity && (exempt || stated.amount == owed.amount);
}

bool areFeesBy(const Procedure& row, const JobKind& job, const DossierReceived& received) {
    const std::vector<FeeLine> owed = feeLines(job, row, received.facts);
    return std::equal(owed.begin(), owed.end(), received.fees.begin(), received.fees.end(), &isFeeOf);
}

bool feesFit(const JobKind& job, const DossierReceived& received) {
    if (job.fee.rule == QLatin1String("none"))
        return received.fees.empty();
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
    if (base::toVietnamTime(received.received).date() < job->from)
        return unfitting(QStringLiteral("received"));
    if (const auto faults = factFaults(*job, received.facts); !faults.empty())
        return unfitting(QStringLiteral("facts.") + faults.front().fact);
    if (tidiedFacts(*job, received.facts) != asItShouldBeTyped(received))
        return unfitting(QStringLiteral("facts"));
    if (const QString field = unfittingTerm(termsOf(*job, received.procedure, received.facts), said); !field.isEmpty())
        return unfitting(field);
    if (!feesFit(*job, received))
        return unfitting(QStringLiteral("fees"));
    return timeFits(*job, received.procedure) ? base::done() : unfitting(QStringLiteral("procedure.timeValue"));
}

bool isPricedByRow(const JobKind& job) {
    return job.fee.rule != QLatin1String("none") && !setsPrice(job.fee);
}

bool feesFollowRow(const DossierReceived& received, const JobKind& job, const Procedure& row) {
    return isFeeTyped(job, row) || row.feeRule == FeeRule::CertifiedCopy || areFeesBy(row, job, received);
}

}
