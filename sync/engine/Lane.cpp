#include "sync/engine/Lane.h"

#include <utility>

namespace motcua::engine {

Lane::Lane(RetryPolicy policy) : m_policy(std::move(policy)) {}

Lane::Act Lane::tell(Occasion occasion, qint64 now, bool hasWork) {
    if (m_state == State::Stopped)
        return Act::Nothing;
    if (occasion == Occasion::Ended) {
        m_state = State::Stopped;
        return Act::Rest;
    }
    switch (m_state) {
    case State::Resting:
        return tellResting(occasion, hasWork);
    case State::Busy:
        return tellBusy(occasion, now, hasWork);
    case State::Waiting:
        return tellWaiting(occasion, now, hasWork);
    case State::NeedsYou:
        // Only a person gets past a refusal: asking again by itself would change nothing and hide it.
        return occasion == Occasion::TriedNow ? startOrRest(hasWork) : Act::Nothing;
    case State::Stopped:
        break;
    }
    return Act::Nothing;
}

Lane::Act Lane::tellResting(Occasion occasion, bool hasWork) {
    switch (occasion) {
    case Occasion::Woken:
    case Occasion::TriedNow:
    case Occasion::LineCame:
    case Occasion::NeighbourGotThrough:
        return hasWork ? startOrRest(true) : Act::Nothing;
    default:
        return Act::Nothing;
    }
}

Lane::Act Lane::tellBusy(Occasion occasion, qint64 now, bool hasWork) {
    switch (occasion) {
    case Occasion::Succeeded:
        m_policy.reset();
        return startOrRest(hasWork);
    case Occasion::Failed:
    case Occasion::Troubled:
        m_lineMayHelp = occasion == Occasion::Failed;
        if (std::exchange(m_hurry, false)) {
            m_policy.reset();
            return startOrRest(hasWork);
        }
        return wait(now, m_policy.afterFailure());
    case Occasion::Rejected:
        m_lineMayHelp = false;
        return wait(now, m_policy.afterRejection());
    case Occasion::Refused:
        m_policy.reset();
        m_hurry = false;
        m_state = State::NeedsYou;
        return Act::Rest;
    case Occasion::TriedNow:
    case Occasion::LineCame:
        // The request under way may hang on the connection that died: its failure is followed at once by a fresh one.
        m_hurry = true;
        return Act::Nothing;
    default:
        return Act::Nothing;
    }
}

Lane::Act Lane::tellWaiting(Occasion occasion, qint64 now, bool hasWork) {
    switch (occasion) {
    case Occasion::TriedNow:
        return startOrRest(hasWork);
    case Occasion::LineCame:
        m_policy.reset();
        return startOrRest(hasWork);
    case Occasion::NeighbourGotThrough:
        return m_lineMayHelp ? startOrRest(hasWork) : Act::Nothing;
    case Occasion::TimeCame:
        return now < m_due ? Act::Wait : startOrRest(hasWork);
    default:
        return Act::Nothing;
    }
}

Lane::Act Lane::startOrRest(bool hasWork) {
    m_hurry = false;
    m_state = hasWork ? State::Busy : State::Resting;
    return hasWork ? Act::Start : Act::Rest;
}

Lane::Act Lane::wait(qint64 now, RetryPolicy::Milliseconds delay) {
    m_hurry = false;
    m_state = State::Waiting;
    m_due = now + delay.count();
    return Act::Wait;
}

}
