#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// A description as the feed and resources/jobs have it, checked whole: what passes can be worked by. `forms` are the names of the
/// templates that come with the program. Errors, each with place and reason: "job.malformed", "job.too-large", "job.facts",
/// "job.layout", "job.words" (markup in a label), "job.fee", "job.book", "job.paper", "job.template-missing".
base::Result<JobKind> readJobKind(const QJsonObject& json, const QStringList& forms);

}
