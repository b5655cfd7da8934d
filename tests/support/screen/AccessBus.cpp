#include "tests/support/screen/AccessBus.h"
#include "tests/support/screen/LongestAnswer.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDeadlineTimer>

namespace motcua::test {

AccessBus::~AccessBus() {
    QDBusConnection::disconnectFromBus(QStringLiteral("session-of-the-desks"));
    m_launcher.end();
}

bool AccessBus::start() {
    const QByteArray address = m_session.firstLine(
        QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                                           QStringLiteral("--address=unix:dir=") + m_directory.path()});
    if (address.isEmpty())
        return false;
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromUtf8(address));
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_directory.path());
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(m_environment);
    m_launcher.setProcessEnvironment(all);
    m_launcher.start(QStringLiteral("/usr/libexec/at-spi-bus-launcher"), {QStringLiteral("--launch-immediately")});
    QDBusConnection session = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("session-of-the-desks"));
    const QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"), QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    // Asked again until the launcher has its name.
    const QDeadlineTimer deadline(longestAnswer);
    while (m_address.isEmpty() && !deadline.hasExpired() && !m_launcher.waitForFinished(20))
        m_address = session.call(question).arguments().value(0).toString();
    return !m_address.isEmpty();
}

}
