#include "app/paper/TicketSearch.h"

#include "app/paper/WaitingJob.h"

#include <cups/cups.h>

#include <algorithm>
#include <array>

namespace motcua::paper {

using domain::ports::JobFate;
using domain::ports::JobState;

/// A job as the list has it.
struct TicketSearch::Job {
    int number = 0;
    QString queue;
    QString name; ///< empty: not told
    JobFate fate = JobFate::Waits;
    int sides = 0;
    int documents = 0;
    qint64 made = 0;  ///< seconds since 1970
    qint64 ended = 0; ///< 0: it has not
};

base::Result<JobState> TicketSearch::state() {
    for (int from = 1;;) {
        const auto isMore = look(from);
        if (!isMore)
            return base::fail(isMore.error());
        if (m_found.job.number > 0)
            return m_found;
        if (!*isMore || m_last < from)
            break;
        from = m_last + 1;
    }
    const bool isCertain = m_remembersOlder && !m_isNameless;
    return JobState{isCertain ? JobFate::Gone : JobFate::Unknown, {}, 0};
}

base::Result<bool> TicketSearch::look(int from) {
    constexpr int mostAtOnce = 100;
    constexpr std::array attributes{"job-id", "job-name", "job-printer-uri", "job-state", "job-impressions-completed", "job-media-sheets-completed",
        "number-of-documents", "time-at-creation", "time-at-completed"};
    ipp_t* request = ippNewRequest(IPP_OP_GET_JOBS);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, "ipp://localhost/");
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "all");
    ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "first-job-id", from);
    ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", mostAtOnce);
    ippAddStrings(
        request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(attributes.size()), nullptr, attributes.data());
    const IppMessage answer(cupsDoRequest(m_connection.http(), request, "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE)
        return cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND ? base::Result<bool>(false) : base::fail(m_connection.failure({}));

    int count = 0;
    Job job;
    const auto next = [&] {
        if (job.number > 0) {
            ++count;
            m_last = std::max(m_last, job.number);
            consider(job);
        }
        job = {};
    };
    for (ipp_attribute_t* each = ippFirstAttribute(answer.get()); each; each = ippNextAttribute(answer.get())) {
        const QByteArray name(ippGetName(each));
        if (ippGetGroupTag(each) != IPP_TAG_JOB || name.isEmpty()) {
            next();
            continue;
        }
        if (name == "job-id")
            job.number = ippGetInteger(each, 0);
        else if (name == "job-name")
            job.name = QString::fromUtf8(ippGetString(each, 0, nullptr));
        else if (name == "job-printer-uri")
            job.queue = QString::fromUtf8(ippGetString(each, 0, nullptr)).section(QLatin1Char('/'), -1);
        else if (name == "job-state")
            job.fate = fateOf(ippGetInteger(each, 0));
        else if (name == "job-impressions-completed" || name == "job-media-sheets-completed")
            job.sides = std::max(job.sides, ippGetInteger(each, 0));
        else if (name == "number-of-documents")
            job.documents = ippGetInteger(each, 0);
        else if (name == "time-at-creation")
            job.made = ippGetInteger(each, 0);
        else if (name == "time-at-completed")
            job.ended = ippGetValueTag(each) == IPP_TAG_INTEGER ? ippGetInteger(each, 0) : 0;
    }
    next();
    return count == mostAtOnce;
}

void TicketSearch::consider(const Job& job) {
    const qint64 since = m_sought.since.toSecsSinceEpoch();
    if (job.name.endsWith(QLatin1Char('#') + m_sought.ticket)) {
        m_found = {job.fate, {job.queue, job.number}, job.sides};
        discardUnlessSent(job);
        return;
    }
    m_isNameless = m_isNameless || (job.name.isEmpty() && job.made >= since);
    m_remembersOlder = m_remembersOlder || (job.ended > 0 && job.ended <= since);
}

void TicketSearch::discardUnlessSent(const Job& job) {
    if (job.documents > 0 || job.fate != JobFate::Waits)
        return;
    const auto withdrawn = WaitingJob(m_connection, m_found.job).withdraw();
    if (withdrawn)
        m_found = *withdrawn;
}

}
