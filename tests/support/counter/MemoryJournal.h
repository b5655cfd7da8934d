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
    base::Result<QDateTime> lastMoment() const override { return m_lastMoment; }
    base::Result<std::vector<domain::Event>> latest(int count) const override;
    bool signsFor(domain::UserId user) const override { return !unsignedUsers.contains(user); }
    base::Result<qint64> appendAndDropDraft(const std::vector<domain::Event>& events, domain::DraftId draft) override;

    /// Own and received, in the order in which they came.
    const std::vector<domain::Event>& events() const { return m_events; }
    /// What another desk did; comes in by the feed.
    void receive(const domain::Event& event) {
        m_events.push_back(event);
        m_seqs.push_back(0);
    }
    /// The last own record that is about the dossier; 0: there is none.
    qint64 lastSeqOf(domain::DossierId dossier) const;
    qint64 lastSeq() const { return m_lastSeq; }

    std::set<domain::UserId> unsignedUsers; ///< whose key nobody has bound
    domain::StationId station;              ///< whose journal it is; null: that of whoever appends
    qint64 acknowledged = 0;                ///< the province has the own records up to this one

    /// Empty code: work as usual. Else append() fails with it.
    base::Error nextFailure;
    bool failOnce = false;
    /// Runs before an append looks at versions: somebody else is quicker.
    std::function<void()> beforeAppend;

private:
    base::Outcome fits(const std::vector<domain::Event>& events) const;

    MemoryDrafts& m_drafts;
    std::vector<domain::Event> m_events;
    std::vector<qint64> m_seqs; ///< of each event; 0: received
    qint64 m_lastSeq = 0;
    QDateTime m_lastMoment; ///< of the last own record
};

}
