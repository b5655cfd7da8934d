#pragma once

#include "app/domain/ports/Paper.h"
#include "app/paper/CupsConnection.h"

namespace motcua::paper {

/// A job that stopped at its printer and waits in the queue. Lives on the worker thread of its request.
class WaitingJob {
public:
    WaitingJob(const CupsConnection& connection, const domain::ports::PrintJob& job);

    base::Result<domain::ports::JobFate> fate() const;
    /// Out of the queue, so that it is never printed behind the clerk's back.
    base::Result<domain::ports::JobFate> withdraw() const;

private:
    const CupsConnection& m_connection;
    const domain::ports::PrintJob& m_job;
};

}
