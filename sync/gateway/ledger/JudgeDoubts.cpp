#include "app/domain/EventCodec.h"
#include "app/domain/SlipNumber.h"
#include "app/domain/jobs/JobFit.h"
#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/ledger/TakenIn.h"

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
    return printed && !domain::slipOf(one.event.body) && domain::looksLikeRow(*printed) ? doubtful("slip.without-row", "slipNumber") : std::nullopt;
}

Doubt aboutCatalogue(const Judge::Case& one, const KnownJobs::Edition& known) {
    const TakenIn taken(one.dossier, one.event.body);
    const domain::DossierReceived* received = taken.get();
    if (!received || known.procedures.isEmpty())
        return std::nullopt;
    const domain::ProcedureVersion& procedure = received->procedure;
    if (!known.procedures.contains(domain::nationalCode(procedure.code)))
        return doubtful("procedure.unknown", "procedure.code");
    const domain::JobKind* job = known.jobs.find(received->job.kind, received->job.version);
    if (!job || !domain::isPricedByRow(*job))
        return std::nullopt;
    const domain::Procedure* row = known.row(procedure.code, procedure.catalogue);
    if (!row)
        return doubtful("procedure.edition-unknown", "procedure.catalogue");
    return domain::feesFollowRow(*received, *job, *row) ? std::nullopt : doubtful("fee.not-of-catalogue", "fees");
}

}

std::optional<base::Error> Judge::doubt(const Case& one) const {
    for (const Doubt& each : {aboutMoney(one), aboutSlip(one)})
        if (each)
            return each;
    return aboutCatalogue(one, m_parts.jobs);
}

}
