#pragma once

#include "app/domain/ports/Paper.h"
#include "app/paper/CupsConnection.h"

#include <QDeadlineTimer>

namespace motcua::paper {

/// One document on its way into one queue. Lives on the worker thread of its request.
class CupsJob {
public:
    CupsJob(CupsConnection& connection, const domain::ports::PrintRequest& request);

    /// From finding the queue to the spooler's word on the job; `settle` ends the wait for a complaint.
    base::Result<domain::ports::PrintReceipt> print(std::chrono::milliseconds settle);

private:
    base::Outcome findQueue();
    base::Outcome create();
    base::Outcome send();
    base::Outcome settle(std::chrono::milliseconds within);
    void discard();
    /// It may come out, whatever is said of it here.
    base::Error withJob(base::Error error) const;
    base::Error stopped(const QString& reason) const;

    CupsConnection& m_connection;
    const domain::ports::PrintRequest& m_request;
    QString m_queue;
    QString m_uri;
    int m_id = 0;
    int m_sides = 0; ///< as in PrintReceipt
};

}
