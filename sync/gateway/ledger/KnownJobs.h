#pragma once

#include "app/domain/jobs/Jobs.h"
#include "sync/gateway/store/Tables.h"

#include <QHash>
#include <QSet>

#include <map>
#include <mutex>
#include <vector>

namespace motcua::gateway {

/// The kinds of job that a desk may have worked by, and the procedures: those that come with the program, and every version that was published. Owned
/// by Ledger; may be used by any thread.
class KnownJobs {
public:
    /// A value; copies share what they hold.
    struct Edition {
        domain::Jobs jobs;
        QHash<QString, qint64> published; ///< kind and version → the cursor of its first publication
        QSet<QString> procedures;         ///< the national codes in every catalogue that was published

        /// The row of a procedure in one edition of the catalogue, of which the version and the fee alone are kept; null: it was never published.
        const domain::Procedure* row(const QString& code, const QString& edition) const;
        /// The rows of a procedure in all editions, the oldest first.
        std::vector<const domain::Procedure*> rows(const QString& code) const;

        /// Whether a desk that has everything up to the cursor knows the kind; 0: one that has nothing, or is of the first record
        /// version, which knows the certified copy alone.
        bool isKnownTo(const domain::JobKind& job, qint64 cursor) const;
        /// The cursor of its first publication; 0: it was never published.
        qint64 publishedAt(const domain::JobKind& job) const;

    private:
        friend class KnownJobs;
        QHash<QString, std::map<QString, domain::Procedure>> m_rows; ///< by national code and edition
    };

    KnownJobs();

    /// All of them, with what was published since the last time.
    base::Result<Edition> upToNow(const Tables& tables);

private:
    base::Outcome addJobs(const Tables& tables);
    base::Outcome addProcedures(const Tables& tables);

    std::mutex m_mutex;
    Edition m_edition;
    qint64 m_jobsSeen = 0; ///< cursors
    qint64 m_catalogueSeen = 0;
};

}
