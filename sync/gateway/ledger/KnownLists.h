#pragma once

#include "app/domain/PersonLists.h"
#include "sync/gateway/store/Tables.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace motcua::gateway {

/// The units' lists of people, folded from the records that stand. Owned by Ledger; may be used by any thread.
class KnownLists {
public:
    /// One unit's, as somebody saw them who changes nothing for others.
    struct Edition {
        domain::PersonLists lists;
        QHash<domain::ListedId, qint64> written; ///< at which cursor of the feed each line was written
    };

    /// With what was taken in since the last time. Never null.
    base::Result<std::shared_ptr<const Edition>> upToNow(const Tables& tables, qint64 unit);

private:
    std::mutex m_mutex;
    qint64 m_seen = 0; ///< cursor
    QHash<qint64, std::shared_ptr<const Edition>> m_units;
};

}
