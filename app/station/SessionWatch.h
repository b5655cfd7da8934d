#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QFuture>
#include <QObject>
#include <QVariantMap>

namespace motcua::station {

/// Hears, through logind on the system's bus, when the desk must lock itself: the desktop's session is locked or told to lock, or the machine goes
/// to sleep. Sleep is held off until those who hear of it have locked. Where there is no bus or no logind, nothing is heard, and only the idle
/// lock is left. Owner: a program's main; GUI thread. Never blocks it.
class SessionWatch : public QObject {
    Q_OBJECT

public:
    ~SessionWatch() override;

    /// Once; listening() tells that it has begun.
    void begin();

signals:
    void listening(bool heard);
    void lockWanted();

private slots:
    void lockAsked() { emit lockWanted(); }
    void sessionChanged(const QString& interface, const QVariantMap& changed);
    void prepareForSleep(bool asleep);

private:
    /// On a worker: everything that waits for an answer of the bus. False: there is no logind.
    bool listen();
    /// Takes the right to be waited for before the next sleep.
    void holdAwake();

    QFuture<void> m_beginning;
    QDBusConnection m_bus{QString()};
    QDBusUnixFileDescriptor m_awake;
};

}
