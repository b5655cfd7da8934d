#include "sync/gateway/blobs/BlobRows.h"

#include "sync/gateway/store/UploadTable.h"

#include <utility>

namespace motcua::gateway {

base::Outcome BlobRows::add(const BlobRow& row, const QUuid& upload) {
    Ticket ticket{row, upload};
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
    return m_store.write([&](Tables& tables) -> base::Outcome {
        for (const Ticket* ticket : tickets) {
            if (auto kept = tables.blobs().add(ticket->row); !kept)
                return kept;
            if (ticket->upload.isNull())
                continue;
            if (auto over = tables.uploads().finish(ticket->upload); !over)
                return over;
        }
        return base::done();
    });
}

}
