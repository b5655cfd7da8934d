#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::domain {

/// The descriptions in a directory such as resources/jobs: one directory a kind, with job.json and its templates beside it as
/// FORM.html. Proved as what is published is (JobProof.h), and read only from regular files of the directory itself, beside which
/// nothing else lies (StrayFiles.h). Errors name the file as "file": proveJobKind()'s, "job.unreadable", "job.no-regular-file".
base::Result<std::vector<QJsonObject>> readJobDirectory(const QString& directory);

/// The forms whose templates come with the program.
QStringList builtInForms();

/// Reads the descriptions that come with the program; they are not proved again, as tests do that.
base::Result<Jobs> readBuiltInJobs();

/// The same, read once. A station works by them until the province publishes newer ones, and always needs
/// them for dossiers that were accepted under them.
const Jobs& builtInJobs();

}
