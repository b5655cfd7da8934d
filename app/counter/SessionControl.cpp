#include "app/counter/SessionControl.h"

#include "app/counter/Counter.h"
#include "app/domain/password/PasswordRule.h"

#include <algorithm>

namespace motcua::counter {

namespace {
constexpr qint64 millisecondsInMinute = 60'000;
}

SessionControl::SessionControl(Access& access, const base::Clock& clock)
    : m_access(access), m_clock(clock), m_state(access.isEnrolled() ? State::Closed : State::NotEnrolled), m_lastLogin(access.lastLogin()) {
    constexpr int checkEvery = 1000;
    m_idle.setInterval(checkEvery);
    connect(&m_idle, &QTimer::timeout, this, &SessionControl::checkIdle);
}

int SessionControl::secondsToLock() const {
    if (m_state != State::Unlocked || !counter())
        return 0;
    const qint64 limit = counter()->archive().settings().idleLockMinutes * millisecondsInMinute;
    return static_cast<int>(std::max<qint64>(0, limit - (m_clock.monotonic() - m_lastActivity)) / 1000);
}

void SessionControl::enrol(const Enrolment& enrolment) {
    if (m_busy || m_state != State::NotEnrolled)
        return;
    setBusy(true);
    m_access.enrol(enrolment).then(this, [this, login = enrolment.login](const base::Outcome& outcome) {
        setBusy(false);
        if (!outcome) {
            emit enrolFailed(outcome.error());
            return;
        }
        m_lastLogin = login;
        setState(State::Closed);
        emit enrolled();
    });
}

void SessionControl::unlock(const QString& login, const base::Secret& password) {
    if (m_busy || (m_state != State::Closed && m_state != State::Locked))
        return;
    setBusy(true);
    m_access.unlock(login, password).then(this, [this, login, password](const base::Result<domain::Account>& account) {
        setBusy(false);
        if (!account) {
            emit unlockFailed(account.error());
            return;
        }
        m_lastLogin = login;
        seat(*account, password);
    });
}

void SessionControl::seat(const domain::Account& account, const base::Secret& password) {
    counter()->numbers().setPeople(m_access.logins());
    if (const auto seated = counter()->seat(account); !seated) {
        refuse();
        emit unlockFailed(seated.error());
        return;
    }
    connect(counter(), &Counter::archiveChanged, this, &SessionControl::followAccount, Qt::UniqueConnection);
    m_passwordFlaw = domain::judgePassword(password, domain::PasswordOwner::of(account.login, &account, counter()->desk().settings())).flaw;
    m_lastActivity = m_clock.monotonic();
    m_idle.start();
    setState(State::Unlocked);
    emit unlocked();
}

/// Where nobody was seated before, a refused login leaves no key in memory. Later, as whoever answers may be what is closed.
void SessionControl::refuse() {
    if (m_state == State::Closed)
        QMetaObject::invokeMethod(
            this, [this] { m_state == State::Closed && !m_busy ? m_access.close() : void(); }, Qt::QueuedConnection);
    else
        setState(State::Locked);
}

void SessionControl::followAccount() {
    if (m_state != State::Unlocked)
        return;
    const domain::Account& seated = counter()->desk().account();
    const auto& accounts = counter()->archive().accounts();
    const auto now = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& account) { return account.id == seated.id; });
    if (now == accounts.end() || *now == seated)
        return;
    if (now->active) {
        (void)counter()->seat(*now);
        return;
    }
    lock();
    emit unlockFailed({QStringLiteral("access.inactive")});
}

void SessionControl::activity() {
    // The first key after a night's sleep comes before the timer.
    checkIdle();
    m_lastActivity = m_clock.monotonic();
}

void SessionControl::lock() {
    if (m_state != State::Unlocked)
        return;
    // The form also stays in memory while locked, so a disk that refuses the draft now is no reason to leave the screen open.
    if (const auto saved = counter()->saveDrafts(); !saved)
        emit failed(saved.error());
    m_idle.stop();
    setState(State::Locked);
    emit locked();
}

void SessionControl::await(QFuture<base::Outcome> future, const std::function<void()>& done) {
    future.then(this, [this, done](const base::Outcome& outcome) {
        setBusy(false);
        if (outcome)
            done();
        else
            emit failed(outcome.error());
    });
}

void SessionControl::addUser(const QString& login, const base::Secret& password, const QString& code) {
    if (m_busy || m_state != State::Unlocked)
        return;
    setBusy(true);
    await(m_access.addUser(login, password, code), [this, login] {
        counter()->numbers().setPeople(m_access.logins());
        emit userAdded(login);
    });
}

void SessionControl::removeUser(const QString& login) {
    if (m_busy || m_state != State::Unlocked)
        return;
    setBusy(true);
    await(m_access.removeUser(login), [this, login] {
        counter()->numbers().setPeople(m_access.logins());
        emit userRemoved(login);
    });
}

void SessionControl::resetPassword(const QString& login, const base::Secret& password, const QString& code) {
    if (m_busy || m_state != State::Unlocked)
        return;
    setBusy(true);
    await(m_access.resetPassword(login, password, code), [this, login] { emit passwordReset(login); });
}

void SessionControl::activate(const QString& code) {
    if (m_busy || m_state != State::Unlocked)
        return;
    setBusy(true);
    await(m_access.activate(code), [this] { emit activated(); });
}

void SessionControl::changePassword(const base::Secret& oldPassword, const base::Secret& newPassword) {
    if (m_busy || m_state != State::Unlocked)
        return;
    setBusy(true);
    await(m_access.changePassword(m_lastLogin, oldPassword, newPassword), [this] {
        m_passwordFlaw = {};
        emit passwordChanged();
    });
}

void SessionControl::close() {
    if (m_state == State::NotEnrolled || m_state == State::Closed)
        return;
    if (const auto saved = counter()->end(); !saved)
        emit failed(saved.error());
    m_idle.stop();
    setState(State::Closed);
    m_access.close();
}

void SessionControl::checkIdle() {
    const int minutes = counter() ? counter()->archive().settings().idleLockMinutes : 0;
    if (m_state == State::Unlocked && minutes > 0 && m_clock.monotonic() - m_lastActivity >= minutes * millisecondsInMinute)
        lock();
}

void SessionControl::setState(State state) {
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void SessionControl::setBusy(bool busy) {
    m_busy = busy;
    emit busyChanged(busy);
}

}
