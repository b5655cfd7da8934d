#include "sync/gateway/ledger/KnownJobs.h"

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "sync/gateway/store/FeedTable.h"

namespace motcua::gateway {

KnownJobs::KnownJobs() : m_jobs(domain::builtInJobs()) {}

/// Cursors are committed in their order, so nothing that was not seen lies before what was.
base::Result<domain::Jobs> KnownJobs::upToNow(const Tables& tables) {
    const std::lock_guard lock(m_mutex);
    const auto published = tables.feed().toEveryone("job", m_seen);
    if (!published)
        return base::fail(published.error());
    for (const PublishedItem& item : *published) {
        if (auto kind = domain::readJobKind(item.body, domain::builtInForms()))
            m_jobs.put(std::move(*kind));
        m_seen = item.cursor;
    }
    return m_jobs;
}

}
