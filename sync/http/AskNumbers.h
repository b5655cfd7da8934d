#pragma once

#include "sync/http/LaneWork.h"
#include "sync/http/Link.h"
#include "sync/http/PushRecords.h"

#include <vector>

namespace motcua::http {

/// The lane of the numbers of the unit's books: asks for leases and how they stand, once the platform has every record of this station, and keeps the
/// answer before it tells of it. Owned by the sync worker, in its thread.
class AskNumbers final : public LaneWork {
    Q_OBJECT

public:
    AskNumbers(const Link& link, PushRecords& records) : m_link(link), m_records(records) {}

    /// In the place of what was wished for and not asked yet.
    void want(std::vector<protocol::NumberWish> wishes);

    bool hasWork() override { return m_isWanted && m_records.isAllSent(); }
    void start() override;
    engine::Step step() const override { return engine::Step::Receiving; }

signals:
    /// What was granted lies durably in the store.
    void answered(const motcua::protocol::LeaseAnswer& answer);

private:
    void heard(const protocol::LeaseQuestion& asked, const base::Result<Answer>& answer);
    void askAgain(const base::Error& error);

    Link m_link;
    PushRecords& m_records;
    std::vector<protocol::NumberWish> m_wishes;
    bool m_isWanted = false;
};

}
