#pragma once

#include "app/domain/Events.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"

namespace motcua::test {

/// Makes `intake` a certified copy, as decide() would.
inline void certifyCopy(domain::DossierReceived& intake, const QString& document, int pages, int copies) {
    const domain::JobKind* job = domain::builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23));
    intake.facts = {{QStringLiteral("document"), document}, {QStringLiteral("pages"), pages}, {QStringLiteral("copies"), copies}};
    intake.job = domain::termsOf(*job, intake.procedure, intake.facts);
    domain::Procedure row;
    row.version = intake.procedure;
    intake.fees = domain::feeLines(*job, row, intake.facts);
}

}
