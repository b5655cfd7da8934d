#include "app/paper/WaitingJob.h"

#include <cups/cups.h>

#include <algorithm>

namespace motcua::paper {

using domain::ports::JobFate;
using domain::ports::JobState;

namespace {

int numberIn(ipp_t* job, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(job, name, IPP_TAG_ZERO);
    return attribute ? ippGetInteger(attribute, 0) : 0;
}

}

JobFate fateOf(int state) {
    switch (state) {
    case IPP_JSTATE_COMPLETED:
        return JobFate::CameOut;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return JobFate::Gone;
    default:
        return JobFate::Waits;
    }
}

int sidesIn(ipp_t* job) {
    return std::max(numberIn(job, "job-impressions-completed"), numberIn(job, "job-media-sheets-completed"));
}

WaitingJob::WaitingJob(const CupsConnection& connection, const domain::ports::PrintJob& job) : m_connection(connection), m_job(job) {}

base::Result<JobState> WaitingJob::state() const {
    const auto job = m_connection.ask(IPP_OP_GET_JOB_ATTRIBUTES, CupsConnection::uriOf(m_job.queue), m_job.number,
        {"job-state", "job-impressions-completed", "job-media-sheets-completed"});
    if (job)
        return JobState{fateOf(numberIn(job.get(), "job-state")), m_job, sidesIn(job.get())};
    if (cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
        return JobState{JobFate::Gone, m_job, 0};
    return base::fail(m_connection.failure(m_job.queue));
}

base::Result<JobState> WaitingJob::withdraw() const {
    if (const auto before = state(); !before || before->fate != JobFate::Waits)
        return before;
    cupsCancelJob2(m_connection.http(), m_job.queue.toUtf8().constData(), m_job.number, 0);
    // It may have ended by itself in the meantime: what it is now counts, not the answer.
    const auto after = state();
    if (after && after->fate == JobFate::Waits)
        return base::fail(
            QStringLiteral("print.not-withdrawn"), {{QStringLiteral("queue"), m_job.queue}, {QStringLiteral("job"), QString::number(m_job.number)}});
    return after;
}

}
