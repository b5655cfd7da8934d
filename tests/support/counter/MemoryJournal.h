#pragma once

#include "app/domain/Decide.h"
#include "app/domain/ports/Journal.h"
#include "tests/support/counter/MemoryDrafts.h"

#include <functional>
#include <set>

namespace motcua::test {

/// A journal without a disk that keeps the same promises: all or nothing, versions in order, a number taken once.
class MemoryJournal final : public domain::ports::Journal {
public:
    explicit MemoryJournal(MemoryDrafts& drafts) : m_drafts(drafts) {}

    base::Result<qint64> append(const std::vector<domain::Event>& events) override;
    base::Result<std::vector<domain::Event>> history(domain::DossierId dossier) const override;
    base::Result<qint64> appendAndDropDraft(const std::vector<domain::Event>& events, domain::DraftId draft) override;

    const std::vector<domain::Event>& events() const { return m_events; }
    /// What another desk did; comes in by the feed.
    void receive(const domain::Event& event) { m_events.push_back(event); }

    /// Empty code: work as usual. Else append() fails with it.
    base::Error nextFailure;
    bool failOnce = false;
    /// Runs before an append looks at versions: somebody else is quicker.
    std::function<void()> beforeAppend;

private:
    base::Outcome fits(const std::vector<domain::Event>& events) const;

    MemoryDrafts& m_drafts;
    std::vector<domain::Event> m_events;
};

}
