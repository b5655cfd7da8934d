#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::domain {

/// What a directory is: that of all kinds of job, or that of one.
enum class JobFolder { OfKinds, OfOneKind };

/// Whether a directory holds nothing that would be passed over in silence: only directories, or only job.json and NAME.html. What
/// begins with a dot and files named README may lie there. Looks at names and types; opens and follows nothing. Errors, with the
/// file: "job.no-regular-file" (a link, a pipe, a socket, a device, a directory too deep), "job.malformed" with the name as place
/// and a reason, "job.unreadable".
base::Outcome holdsNoStrays(const QString& directory, JobFolder folder);

}
