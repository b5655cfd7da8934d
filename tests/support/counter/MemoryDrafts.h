#pragma once

#include "app/domain/ports/DraftStore.h"

namespace motcua::test {

/// Drafts in memory; outlives the Counter that writes them, as a disk would.
class MemoryDrafts final : public domain::ports::DraftStore {
public:
    base::Outcome save(const domain::ports::Draft& draft) override;
    base::Result<std::vector<domain::ports::Draft>> drafts(domain::UserId owner) const override;
    base::Result<std::vector<domain::ports::Draft>> everybodys() const override;
    base::Outcome drop(domain::DraftId id) override;

    int saves = 0;
    base::Error nextFailure; ///< of everything that writes: a full disk takes no deletion either
    const std::vector<domain::ports::Draft>& all() const { return m_drafts; }

private:
    void erase(domain::DraftId id);

    std::vector<domain::ports::Draft> m_drafts; ///< newest last
};

}
