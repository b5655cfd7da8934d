#include "app/paper/WaitingJob.h"

#include <cups/cups.h>

namespace motcua::paper {

using domain::ports::JobFate;

WaitingJob::WaitingJob(const CupsConnection& connection, const domain::ports::PrintJob& job) : m_connection(connection), m_job(job) {}

base::Result<JobFate> WaitingJob::fate() const {
    const auto job = m_connection.ask(IPP_OP_GET_JOB_ATTRIBUTES, CupsConnection::uriOf(m_job.queue), m_job.number, {"job-state"});
    if (!job)
        return cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND ? base::Result<JobFate>(JobFate::Gone) : base::fail(m_connection.failure(m_job.queue));
    ipp_attribute_t* state = ippFindAttribute(job.get(), "job-state", IPP_TAG_ENUM);
    switch (state ? ippGetInteger(state, 0) : 0) {
    case IPP_JSTATE_COMPLETED:
        return JobFate::CameOut;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return JobFate::Gone;
    default:
        return JobFate::Waits;
    }
}

base::Result<JobFate> WaitingJob::withdraw() const {
    if (const auto before = fate(); !before || *before != JobFate::Waits)
        return before;
    cupsCancelJob2(m_connection.http(), m_job.queue.toUtf8().constData(), m_job.number, 0);
    // It may have ended by itself in the meantime: what it is now counts, not the answer.
    const auto after = fate();
    if (after && *after == JobFate::Waits)
        return base::fail(
            QStringLiteral("print.not-withdrawn"), {{QStringLiteral("queue"), m_job.queue}, {QStringLiteral("job"), QString::number(m_job.number)}});
    return after;
}

}
