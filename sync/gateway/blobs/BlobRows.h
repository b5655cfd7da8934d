#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Database.h"

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
    struct Row {
        QByteArray hash;
        qint64 unit = 0;
        qint64 bytes = 0;
        qint64 received = 0;
        QUuid upload; ///< the upload that is over with it; null: none was kept
    };

    explicit BlobRows(Database& database) : m_database(database) {}
    /// Durable when it returns.
    base::Outcome add(const Row& row);

private:
    struct Ticket {
        const Row& row;
        std::optional<base::Outcome> outcome = {};
    };
    base::Outcome write(const std::vector<Ticket*>& tickets);

    Database& m_database;
    std::mutex m_mutex;
    std::condition_variable m_written;
    std::vector<Ticket*> m_waiting;
    bool m_isWriting = false;
};

}
