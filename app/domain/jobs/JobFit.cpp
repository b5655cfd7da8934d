#include "app/domain/jobs/JobFit.h"

#include "app/base/Clock.h"
#include "app/domain/jobs/FactCheck.h"

namespace motcua::domain {

namespace {

base::Outcome unfitting(const QString& field) {
    return base::fail(QStringLiteral("job.unfitting"), {{QStringLiteral("field"), field}});
}

/// Which procedures count copies is the catalogue's affair, and a desk may have an older one.
bool serves(const JobKind& job, const QString& procedure) {
    return job.procedures.empty() || job.servesPerCopy || job.procedures.contains(nationalCode(procedure));
}

}

base::Outcome fitsItsKind(const DossierReceived& received, const Jobs& jobs) {
    const JobTerms& said = received.job;
    const JobKind* job = jobs.find(said.kind, said.version);
    if (!job)
        return base::fail(QStringLiteral("job.unknown"), {{QStringLiteral("kind"), said.kind}, {QStringLiteral("version"), said.version}});
    if (!serves(*job, received.procedure.code))
        return unfitting(QStringLiteral("procedure.code"));
    if (base::toVietnamTime(received.received).date() < job->from)
        return unfitting(QStringLiteral("received"));
    if (const auto faults = factFaults(*job, received.facts); !faults.empty())
        return unfitting(QStringLiteral("facts.") + faults.front().fact);
    const QJsonObject owed = base::toJson(termsOf(*job, received.procedure, received.facts));
    const QJsonObject stated = base::toJson(said);
    if (owed == stated)
        return base::done();
    QJsonObject all = owed;
    for (auto it = stated.begin(); it != stated.end(); ++it)
        all.insert(it.key(), it.value());
    for (const QString& field : all.keys())
        if (owed.value(field) != stated.value(field))
            return unfitting(QStringLiteral("job.") + field);
    return unfitting(QStringLiteral("job"));
}

}
