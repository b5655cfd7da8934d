#include "sync/http/LaneDriver.h"

#include "app/base/Logging.h"

#include <algorithm>

namespace motcua::http {

using engine::Lane;
using engine::Occasion;

LaneDriver::LaneDriver(engine::RetryPolicy policy, LaneWork& work, const base::Clock& clock)
    : m_lane(std::move(policy)), m_work(work), m_clock(clock) {
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { tell(Occasion::TimeCame); });
    // Queued: work that ends inside start() must not start the next inside itself.
    connect(&work, &LaneWork::ended, this, &LaneDriver::workEnded, Qt::QueuedConnection);
}

bool LaneDriver::mustAskForWork(Occasion occasion) const {
    return m_lane.state() != Lane::State::Busy || occasion == Occasion::Succeeded || occasion == Occasion::Failed || occasion == Occasion::Troubled;
}

void LaneDriver::tell(Occasion occasion) {
    const Lane::State before = m_lane.state();
    const bool hasWork = mustAskForWork(occasion) && m_work.hasWork();
    const Lane::Act act = m_lane.tell(occasion, m_clock.monotonic(), hasWork);
    // Its work was done by a neighbour meanwhile: what went wrong is over.
    if (m_lane.state() == Lane::State::Resting)
        m_error = {};
    if (act == Lane::Act::Wait)
        m_wait.start(static_cast<int>(std::max<qint64>(m_lane.due() - m_clock.monotonic(), 1)));
    else if (act != Lane::Act::Nothing)
        m_wait.stop();
    if (act == Lane::Act::Start)
        m_work.start();
    if (act != Lane::Act::Nothing || before != m_lane.state())
        emit changed();
}

void LaneDriver::workEnded(Occasion occasion, const base::Error& error) {
    m_error = error;
    if (!error.code.isEmpty())
        qCInfo(base::lcSync).noquote() << "lane" << m_work.metaObject()->className() << "failed:" << error.toLogLine();
    tell(occasion);
    if (occasion == Occasion::Succeeded)
        emit gotThrough();
    else if (occasion == Occasion::Failed)
        emit lostTheLine();
}

engine::Step LaneDriver::step() const {
    switch (m_lane.state()) {
    case Lane::State::Busy:
        return m_work.step();
    case Lane::State::Waiting:
        return engine::Step::Waiting;
    case Lane::State::NeedsYou:
        return engine::Step::NeedsYou;
    default:
        return engine::Step::Idle;
    }
}

}
