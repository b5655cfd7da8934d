#pragma once

#include "app/domain/jobs/Jobs.h"
#include "sync/gateway/store/Tables.h"

#include <mutex>

namespace motcua::gateway {

/// The kinds of job that a desk may have worked by: those that come with the program, and every version that was published. Owned by
/// Ledger; may be used by any thread.
class KnownJobs {
public:
    KnownJobs();

    /// All of them, with what was published since the last time.
    base::Result<domain::Jobs> upToNow(const Tables& tables);

private:
    std::mutex m_mutex;
    domain::Jobs m_jobs;
    qint64 m_seen = 0; ///< cursor
};

}
