#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobParts.h"

namespace motcua::domain {

/// What proveJobKind() asks of what a kind says for certification: roles, bans, conduct, conditions, variants of the attestation, extension of the
/// time, what is charged apart, what is kept and noted, its end and its place. Errors as wrongJob() has them: "job.parties", "job.bans",
/// "job.paper", "job.fee", "job.book", "job.malformed", "job.words".
base::Outcome proveBench(const JobParts& parts);

}
