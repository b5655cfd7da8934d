#pragma once

#include "app/base/Clock.h"
#include "app/counter/Access.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace motcua::counter {

/// Who may work now: enrolment, unlocking, idle lock, switching user. The key stays in memory while locked, so
/// synchronisation goes on; leaving the program wipes it. Owner: app/station. Thread: GUI.
class SessionControl : public QObject {
    Q_OBJECT

public:
    enum class State { NotEnrolled, Closed, Locked, Unlocked };
    Q_ENUM(State)

    SessionControl(Access& access, const base::Clock& clock);

    State state() const { return m_state; }
    /// While an unlock or an enrolment runs; a second one is then refused.
    bool isBusy() const { return m_busy; }
    QStringList logins() const { return m_access.logins(); }
    /// Who was seated last: offered on the login screen.
    QString lastLogin() const { return m_lastLogin; }
    /// Null while State is NotEnrolled or Closed.
    Counter* counter() const { return m_access.counter(); }
    Upkeep* upkeep() const { return m_access.upkeep(); }
    /// What is wrong with the password that whoever is seated came in by, by the rule for those that are chosen now (domain::judgePassword()); empty
    /// code: nothing. It opens the station all the same.
    const base::Error& passwordFlaw() const { return m_passwordFlaw; }
    /// Seconds until the idle lock; 0 while not unlocked.
    int secondsToLock() const;

public slots:
    void enrol(const motcua::counter::Enrolment& enrolment);
    void unlock(const QString& login, const base::Secret& password);
    /// Any key or pointer use: puts the idle lock off.
    void activity();
    /// Saves every draft, then locks. Also what "switch user" does.
    void lock();
    void addUser(const QString& login, const base::Secret& password, const QString& code = {});
    void removeUser(const QString& login);
    void resetPassword(const QString& login, const base::Secret& password, const QString& code = {});
    /// Whoever is seated signs from now on.
    void activate(const QString& code);
    void changePassword(const base::Secret& oldPassword, const base::Secret& newPassword);
    void close();

signals:
    void stateChanged(motcua::counter::SessionControl::State state);
    void busyChanged(bool busy);
    void enrolled();
    void enrolFailed(const motcua::base::Error& error);
    void unlocked();
    void unlockFailed(const motcua::base::Error& error);
    void locked();
    void userAdded(const QString& login);
    void userRemoved(const QString& login);
    void passwordReset(const QString& login);
    void passwordChanged();
    void activated();
    /// Of what is done to users and passwords.
    void failed(const motcua::base::Error& error);

private:
    void setState(State state);
    void setBusy(bool busy);
    void checkIdle();
    /// Waits for what is being done to a user; `done` tells that it is.
    void await(QFuture<base::Outcome> future, const std::function<void()>& done);
    void seat(const domain::Account& account, const base::Secret& password);
    void refuse();
    /// The province may change the account of whoever is seated: a new role counts at once, a closed account is locked out.
    void followAccount();

    Access& m_access;
    const base::Clock& m_clock;
    State m_state = State::Closed;
    bool m_busy = false;
    QString m_lastLogin;
    base::Error m_passwordFlaw;
    qint64 m_lastActivity = 0;
    QTimer m_idle;
};

}
