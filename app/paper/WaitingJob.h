#pragma once

#include "app/domain/ports/Paper.h"
#include "app/paper/CupsConnection.h"

namespace motcua::paper {

/// What a "job-state" of the spooler means.
domain::ports::JobFate fateOf(int state);
/// Of an answer that has a job's "job-impressions-completed" and "job-media-sheets-completed": older filters count sheets only, and then a sheet is
/// taken for a side. 0: they count nothing.
int sidesIn(_ipp_s* job);

/// A job that stopped at its printer and waits in the queue. Lives on the worker thread of its request.
class WaitingJob {
public:
    WaitingJob(const CupsConnection& connection, const domain::ports::PrintJob& job);

    base::Result<domain::ports::JobState> state() const;
    /// Out of the queue, so that it is never printed behind the clerk's back.
    base::Result<domain::ports::JobState> withdraw() const;

private:
    const CupsConnection& m_connection;
    const domain::ports::PrintJob& m_job;
};

}
