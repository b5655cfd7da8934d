#pragma once

#include "app/base/Clock.h"
#include "sync/engine/Lane.h"
#include "sync/http/LaneWork.h"

#include <QObject>
#include <QTimer>

namespace motcua::http {

/// Brings a lane (pure) and its work (network, store) together and keeps its wait. Owned by the sync worker, in its thread.
class LaneDriver : public QObject {
    Q_OBJECT

public:
    LaneDriver(engine::RetryPolicy policy, LaneWork& work, const base::Clock& clock);

    void tell(engine::Occasion occasion);

    engine::Step step() const;
    engine::Lane::State state() const { return m_lane.state(); }
    /// Monotonic milliseconds; only while waiting.
    qint64 due() const { return m_lane.due(); }
    /// Of the last attempt; empty code after a success.
    const base::Error& error() const { return m_error; }

signals:
    void changed();
    void gotThrough();
    void lostTheLine();

private:
    void workEnded(engine::Occasion occasion, const base::Error& error);
    bool mustAskForWork(engine::Occasion occasion) const;

    engine::Lane m_lane;
    LaneWork& m_work;
    const base::Clock& m_clock;
    QTimer m_wait;
    base::Error m_error;
};

}
