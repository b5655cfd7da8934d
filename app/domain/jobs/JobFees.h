#pragma once

#include "app/domain/Catalogue.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// The lines that a job's fee rule makes of its facts, for a procedure of the catalogue. Empty where nothing is due and where the
/// clerk types it (see isTyped). Amounts in đồng.
std::vector<FeeLine> feeLines(const JobKind& job, const Procedure& procedure, const QJsonObject& facts);

/// Whether the province sets this fee and the clerk types it.
bool isFeeTyped(const JobKind& job, const Procedure& procedure);

/// The price for one copy of so many pages: each page by the step it falls in, at most the cap.
qint64 pricePerCopy(const JobFee& fee, qint64 pages);

}
