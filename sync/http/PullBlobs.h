#pragma once

#include "sync/http/LaneWork.h"
#include "sync/http/Link.h"

#include <QSet>

namespace motcua::http {

/// Fetches the pages of dossiers that came by the feed, the newest dossier's first. Owned by the sync worker, in its thread.
class PullBlobs final : public LaneWork {
    Q_OBJECT

public:
    explicit PullBlobs(const Link& link) : m_link(link) {}

    bool hasWork() override;
    void start() override;
    engine::Step step() const override { return engine::Step::Receiving; }

signals:
    void received();

private:
    base::Result<QString> next() const;
    void answered(const QString& hash, const base::Result<Answer>& answer);

    Link m_link;
    QSet<QString> m_notThere;
};

}
