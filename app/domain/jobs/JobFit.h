#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::domain {

/// Whether a dossier was received as one of the kinds that are known says: the facts are those that the kind asks for, and what the
/// dossier owes follows from them. Errors: "job.unknown" with kind and version, "job.unfitting" with field, such as "facts.pages" or
/// "job.attestations".
base::Outcome fitsItsKind(const DossierReceived& received, const Jobs& jobs);

}
