#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// What publishing asks of a description, beyond what readJobKind() does: nothing in it is left out, taken for something else or sure to
/// fail at a desk. Names and types are exact, every fact can be filled, every sum fits, every template can be filled with what its
/// paper says. A description that is in force already is only read: a newer program's fields must not stop an older desk.
/// Errors, each with place and reason: readJobKind()'s, and "job.template".
base::Result<JobKind> proveJobKind(const QJsonObject& json);

}
