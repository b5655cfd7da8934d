#pragma once

#include "app/domain/Catalogue.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// The lines that a job's fee rule makes of its facts, for a procedure of the catalogue. Empty where nothing is due and where the
/// clerk types it (see isTyped). Amounts in đồng.
std::vector<FeeLine> feeLines(const JobKind& job, const Procedure& procedure, const QJsonObject& facts);
/// The lines of what is charged apart (JobFee::more), after those; of a price that the unit sets only where its settings have one.
std::vector<FeeLine> feesApart(const JobKind& job, const QJsonObject& facts, const UnitSettings& settings);
/// Whether a line is one of what is charged apart, by its name: no exemption frees of it.
bool isChargedApart(const JobKind& job, const FeeLine& line);
/// Whether these words are a ground of exemption of the kind: one of its own where it has any, else any words.
bool isExemption(const JobKind& job, const QString& words);

/// Whether the province sets this fee and the clerk types it.
bool isFeeTyped(const JobKind& job, const Procedure& procedure);

/// The price for one copy of so many pages: each page by the step it falls in, at most the cap.
qint64 pricePerCopy(const JobFee& fee, qint64 pages);

}
