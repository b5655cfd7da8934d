#include "app/counter/UnprintedPapers.h"

#include <algorithm>

namespace motcua::counter {

std::vector<UnprintedPaper>::iterator UnprintedPapers::find(const WantedPaper& paper) {
    return std::find_if(m_all.begin(), m_all.end(), [&](const UnprintedPaper& each) { return each.paper.isSameAs(paper); });
}

void UnprintedPapers::failed(const WantedPaper& paper, int copies, int attempt, const base::Error& error) {
    auto missing = find(paper);
    if (missing == m_all.end())
        missing = m_all.insert(m_all.end(), {paper, 0, {}, attempt, 0, {}, {}});
    if (missing->attempt != attempt)
        missing->inAttempt = 0;
    missing->attempt = attempt;
    missing->inAttempt += copies;
    missing->copies = std::max(missing->copies, missing->inAttempt);
    missing->error = error;
}

void UnprintedPapers::stopped(const WantedPaper& paper, const StoppedJob& job) {
    if (const auto missing = find(paper); missing != m_all.end())
        missing->jobs.push_back(job);
}

void UnprintedPapers::asked(const WantedPaper& paper, const PrintIntention& intention) {
    if (const auto missing = find(paper); missing != m_all.end())
        missing->sought.push_back(intention);
}

bool UnprintedPapers::isSought(const PrintIntention& intention) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const UnprintedPaper& missing) {
        return std::any_of(missing.sought.begin(), missing.sought.end(), [&](const PrintIntention& each) { return each.id == intention.id; });
    });
}

bool UnprintedPapers::forgetSought(const PrintIntention& intention) {
    return std::any_of(m_all.begin(), m_all.end(), [&](UnprintedPaper& missing) {
        return std::erase_if(missing.sought, [&](const PrintIntention& each) { return each.id == intention.id; }) > 0;
    });
}

bool UnprintedPapers::hasJob(const WantedPaper& paper, const domain::ports::PrintJob& job) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const UnprintedPaper& each) {
        return each.paper.isSameAs(paper) && std::any_of(each.jobs.begin(), each.jobs.end(), [&](const StoppedJob& known) {
            return known.job.queue == job.queue && known.job.number == job.number;
        });
    });
}

bool UnprintedPapers::hasUnanswered() const {
    return std::any_of(m_all.begin(), m_all.end(), [](const UnprintedPaper& each) {
        return std::any_of(each.sought.begin(), each.sought.end(), [](const PrintIntention& left) { return !left.isAnswered; });
    });
}

void UnprintedPapers::blame(const WantedPaper& paper, const base::Error& error) {
    if (const auto missing = find(paper); missing != m_all.end())
        missing->error = error;
}

bool UnprintedPapers::forgetJob(const WantedPaper& paper, const domain::ports::PrintJob& job) {
    const auto missing = find(paper);
    return missing != m_all.end() &&
           std::erase_if(missing->jobs, [&](const StoppedJob& each) { return each.job.queue == job.queue && each.job.number == job.number; }) > 0;
}

bool UnprintedPapers::hasJobs(const WantedPaper& paper) const {
    return std::any_of(m_all.begin(), m_all.end(),
        [&](const UnprintedPaper& each) { return each.paper.isSameAs(paper) && (!each.jobs.empty() || !each.sought.empty()); });
}

bool UnprintedPapers::hasJobs() const {
    return std::any_of(m_all.begin(), m_all.end(), [](const UnprintedPaper& each) { return !each.jobs.empty(); });
}

bool UnprintedPapers::cameOut(const WantedPaper& paper, int copies) {
    const auto missing = find(paper);
    if (missing == m_all.end())
        return false;
    missing->copies -= copies;
    if (missing->copies <= 0)
        m_all.erase(missing);
    return true;
}

std::optional<UnprintedPaper> UnprintedPapers::take(const WantedPaper& paper) {
    const auto missing = find(paper);
    if (missing == m_all.end())
        return std::nullopt;
    UnprintedPaper taken = std::move(*missing);
    m_all.erase(missing);
    return taken;
}

void UnprintedPapers::putBack(const UnprintedPaper& missing) {
    m_all.push_back(missing);
}

void UnprintedPapers::restore(const UnprintedPaper& paper) {
    if (find(paper.paper) == m_all.end())
        m_all.push_back(paper);
}

}
