#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/domain/jobs/Jobs.h"

#include <functional>

namespace motcua::domain {

/// Whether a desk knew a kind of job when it received.
using KnownThere = std::function<bool(const JobKind& job)>;

/// Whether a dossier was received as one of the kinds that are known says: no kind that names the procedure was passed over, the facts
/// are those that the kind asks for, and what the dossier owes, its fee and its time follow from them. A fee or time that the
/// catalogue gives is not compared: the desk may have another edition of it. Errors: "job.unknown" with kind and version,
/// "job.unfitting" with field, such as "facts.pages" or "job.attestations"; of the parties and the extension also with `reason`, the code of
/// PartyCheck.h or JobTimes.h.
base::Outcome fitsItsKind(const DossierReceived& received, const Jobs& jobs, const KnownThere& known);

/// Whether the due moment that was told at receipt is one that the kind's own time allows, with its extension if it has one, as far as can be said
/// without the desk's calendar: days off may add some, but not more than any run of holidays. Of kinds from before there were parties, and of those
/// without a time of their own, nothing is asked. Error: "job.unfitting", due.
base::Outcome dueFits(const DossierReceived& received, const Jobs& jobs);

/// Whether the kind leaves the price to the catalogue's row.
bool isPricedByRow(const JobKind& job);

/// Whether the fee of such a kind is what `row` says, the row of the edition that the desk worked by. True where the row leaves it to the
/// clerk.
bool feesFollowRow(const DossierReceived& received, const JobKind& job, const Procedure& row);

}
