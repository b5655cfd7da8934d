#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/PlatformStore.h"

#include <QUuid>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace motcua::gateway {

/// Writes down which unit has put which blob here: the rows of requests that come at the same time share one durable
/// transaction, so that a scanner's pages do not wait for a disk flush each. Owned by Blobs; may be used by any thread.
class BlobRows {
public:
    explicit BlobRows(PlatformStore& store) : m_store(store) {}
    /// Durable when it returns. `upload`: the one that is over with it; null: none was kept.
    base::Outcome add(const BlobRow& row, const QUuid& upload);

private:
    struct Ticket {
        const BlobRow& row;
        QUuid upload;
        std::optional<base::Outcome> outcome = {};
    };
    base::Outcome write(const std::vector<Ticket*>& tickets);

    PlatformStore& m_store;
    std::mutex m_mutex;
    std::condition_variable m_written;
    std::vector<Ticket*> m_waiting;
    bool m_isWriting = false;
};

}
