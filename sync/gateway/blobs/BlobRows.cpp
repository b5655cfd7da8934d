#include "sync/gateway/blobs/BlobRows.h"

#include <utility>

namespace motcua::gateway {

base::Outcome BlobRows::add(const Row& row) {
    Ticket ticket{row};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&ticket);
    for (;;) {
        m_written.wait(lock, [&] { return ticket.outcome || !m_isWriting; });
        if (ticket.outcome)
            return *ticket.outcome;
        // Nobody writes: this request does, for all that wait.
        const std::vector<Ticket*> tickets = std::exchange(m_waiting, {});
        m_isWriting = true;
        lock.unlock();
        const base::Outcome outcome = write(tickets);
        lock.lock();
        m_isWriting = false;
        for (Ticket* written : tickets)
            written->outcome = outcome;
        m_written.notify_all();
    }
}

base::Outcome BlobRows::write(const std::vector<Ticket*>& tickets) {
    return m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        auto insert = connection.prepare("INSERT OR IGNORE INTO blobs(hash, unit, bytes, received) VALUES(?1, ?2, ?3, ?4)");
        auto forget = connection.prepare("DELETE FROM uploads WHERE id = ?1");
        for (const Ticket* ticket : tickets) {
            const Row& row = ticket->row;
            if (auto kept = insert.bind(row.hash, row.unit, row.bytes, row.received).run(); !kept)
                return kept;
            if (row.upload.isNull())
                continue;
            if (auto forgotten = forget.bind(row.upload).run(); !forgotten)
                return forgotten;
        }
        return base::done();
    });
}

}
