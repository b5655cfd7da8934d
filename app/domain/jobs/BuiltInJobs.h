#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::domain {

/// The descriptions in a directory such as resources/jobs: one directory a kind, with job.json and its templates beside it as
/// FORM.html. Checked as the province's own are (JobReader.h); errors name the file as "file".
base::Result<std::vector<QJsonObject>> readJobDirectory(const QString& directory);

/// The forms whose templates come with the program.
QStringList builtInForms();

/// The descriptions that come with the program. A station works by them until the province publishes newer ones, and always needs
/// them for dossiers that were accepted under them.
const Jobs& builtInJobs();

}
