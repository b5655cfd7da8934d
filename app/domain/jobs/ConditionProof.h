#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobParts.h"

namespace motcua::domain {

bool hasRole(const JobKind& job, const QString& role);

/// Whether conditions can hold: of facts and roles that the kind has, with values that they can have. Errors: "job.parties" with a place such as
/// "bans[2].when[0].is".
base::Outcome proveConditions(const JobParts& parts, const JobConditions& conditions, const QString& place);

}
