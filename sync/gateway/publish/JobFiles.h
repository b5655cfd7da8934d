#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/Jobs.h"
#include "sync/gateway/store/Tables.h"

#include <QJsonObject>

#include <vector>

namespace motcua::gateway {

/// The descriptions of kinds of job in a directory (resources/jobs/README.md), each checked whole. Errors: "platform.missing" with
/// file (no such directory, or no kind in it), those of domain::readJobDirectory() with file, place and reason.
base::Result<std::vector<QJsonObject>> readJobs(const QString& directory);

/// What comes with the program and every version that was published. Errors: the store's.
base::Result<domain::Jobs> publishedJobs(const Tables& tables);

/// One line for each version that was published and cannot be read any more; publishing it again mends that. Errors: the store's.
base::Result<QStringList> damagedJobs(const Tables& tables);

/// Publishes to everyone what differs from what was published before, in the caller's transaction; answers with each kind and version that
/// was published, as "boat-paper 2027-01-01". A version is
/// published once; a newer one has a later day of effect, or on the same day a later name. Dossiers keep the version that they were
/// accepted under, so none is taken back. Errors: "job.version-taken" with kind and version (other content under the same name),
/// "job.older-version" with kind, version and current, "job.unknown-procedure" with kind and procedure (the catalogue lacks it),
/// "job.book-differs" (SharedBooks.h).
base::Result<QStringList> publishJobs(Tables& tables, const std::vector<QJsonObject>& descriptions);

/// Publishes the descriptions that come with the program, where none as new was: for a new platform, and for one whose program knew
/// no kinds. Answers as publishJobs() does.
base::Result<QStringList> publishBuiltInJobs(Tables& tables);

}
