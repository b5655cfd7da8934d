#pragma once

#include "sync/http/LaneWork.h"
#include "sync/http/Link.h"

#include <QTimer>

#include <optional>

namespace motcua::http {

/// The feed lane: a question always waits at the platform, so a decision or a claim arrives as soon as it exists. Each page is
/// stored with its cursor before the next is asked for. Owned by the sync worker, in its thread.
class PullFeed final : public LaneWork {
    Q_OBJECT

public:
    PullFeed(const Link& link, std::chrono::seconds wait);

    bool hasWork() override { return true; }
    void start() override;
    engine::Step step() const override;

signals:
    void received();
    /// A claim of this station came to nothing.
    void claimRefused(const QString& dossier);

private:
    void ask();
    void answered(qint64 after, const base::Result<Answer>& answer);
    base::Outcome keep(const protocol::FeedPage& page);

    Link m_link;
    std::chrono::seconds m_wait;
    QTimer m_pause;
    bool m_mayWait = false; ///< the first question after a start or a failure is answered at once
    bool m_more = false;
    bool m_heard = false;
    qint64 m_askedAt = 0;
    std::optional<protocol::ReadVersions> m_reads; ///< as the store has them
};

}
