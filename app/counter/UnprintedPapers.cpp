#include "app/counter/UnprintedPapers.h"

#include <algorithm>

namespace motcua::counter {

std::vector<UnprintedPaper>::iterator UnprintedPapers::find(const WantedPaper& paper) {
    return std::find_if(m_all.begin(), m_all.end(), [&](const UnprintedPaper& each) { return each.paper.isSameAs(paper); });
}

void UnprintedPapers::failed(const WantedPaper& paper, int copies, int attempt, const base::Error& error) {
    auto missing = find(paper);
    if (missing == m_all.end())
        missing = m_all.insert(m_all.end(), {paper, 0, {}, attempt, 0});
    if (missing->attempt != attempt)
        missing->inAttempt = 0;
    missing->attempt = attempt;
    missing->inAttempt += copies;
    missing->copies = std::max(missing->copies, missing->inAttempt);
    missing->error = error;
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

bool UnprintedPapers::drop(const WantedPaper& paper) {
    const auto missing = find(paper);
    if (missing == m_all.end())
        return false;
    m_all.erase(missing);
    return true;
}

void UnprintedPapers::restore(const UnprintedPaper& paper) {
    if (find(paper.paper) == m_all.end())
        m_all.push_back(paper);
}

}
