#include "tests/support/counter/MemoryDrafts.h"

#include <algorithm>

namespace motcua::test {

using domain::ports::Draft;

base::Outcome MemoryDrafts::save(const Draft& draft) {
    ++saves;
    if (!nextFailure.code.isEmpty())
        return base::fail(nextFailure);
    erase(draft.id);
    m_drafts.push_back(draft);
    return base::done();
}

base::Result<std::vector<Draft>> MemoryDrafts::drafts(domain::UserId owner) const {
    std::vector<Draft> own;
    std::copy_if(m_drafts.rbegin(), m_drafts.rend(), std::back_inserter(own), [owner](const Draft& draft) { return draft.owner == owner; });
    std::stable_sort(own.begin(), own.end(), [](const Draft& a, const Draft& b) { return a.changed > b.changed; });
    return own;
}

base::Result<std::vector<Draft>> MemoryDrafts::everybodys() const {
    std::vector<Draft> all(m_drafts.rbegin(), m_drafts.rend());
    std::stable_sort(all.begin(), all.end(), [](const Draft& a, const Draft& b) { return a.changed > b.changed; });
    return all;
}

base::Outcome MemoryDrafts::drop(domain::DraftId id) {
    if (!nextFailure.code.isEmpty())
        return base::fail(nextFailure);
    erase(id);
    return base::done();
}

void MemoryDrafts::erase(domain::DraftId id) {
    std::erase_if(m_drafts, [id](const Draft& draft) { return draft.id == id; });
}

}
