#include "app/base/Clock.h"
#include "app/station/SessionWatch.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

using namespace motcua;
using station::SessionWatch;

/// logind, as far as the desk listens to it.
class FakeLogind : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    FakeLogind() {
        if (::pipe2(m_pipe.data(), O_NONBLOCK | O_CLOEXEC) != 0)
            qFatal("no pipe");
    }
    ~FakeLogind() override {
        for (const int end : m_pipe)
            if (end >= 0)
                ::close(end);
    }

    /// Whoever is waited for has said that it is done.
    bool isLetGo() {
        if (m_pipe[1] >= 0)
            ::close(std::exchange(m_pipe[1], -1));
        char byte = 0;
        return ::read(m_pipe[0], &byte, 1) == 0;
    }

    QStringList held; ///< what the last Inhibit() asked for
    bool hasSession = true;

public slots:
    QDBusObjectPath GetSession(const QString& name) { return QDBusObjectPath(hasSession && name == QLatin1String("auto") ? "/session/c1" : "/"); }
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString&, const QString&, const QString& mode) {
        held = QStringList{what, mode};
        return QDBusUnixFileDescriptor(m_pipe[1]);
    }

signals:
    void PrepareForSleep(bool asleep);

private:
    std::array<int, 2> m_pipe{-1, -1};
};

/// A bus of its own with a logind on it: what makes the desk lock itself.
class tst_SessionWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theSessionIsLocked();
    void theDesktopSaysSo();
    void theMachineGoesToSleep();
    void sleepIsCounted();
    void cleanupTestCase();

private:
    QDBusConnection bus() const { return QDBusConnection(QStringLiteral("logind")); }
    void tell(const QString& path, const QString& interface, const QString& name, const QVariantList& arguments = {}) const {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal.setArguments(arguments);
        QVERIFY(bus().send(signal));
    }

    QProcess m_daemon;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<SessionWatch> m_watch;
};

void tst_SessionWatch::initTestCase() {
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start(QStringLiteral("dbus-daemon"), {"--session", "--nofork", "--nopidfile", "--print-address"});
    QVERIFY2(m_daemon.waitForReadyRead(), "dbus-daemon is one of packages-test.txt");
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    QVERIFY(QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("logind")).isConnected());
}

void tst_SessionWatch::init() {
    m_logind = std::make_unique<FakeLogind>();
    QVERIFY(bus().registerObject(
        QStringLiteral("/org/freedesktop/login1"), m_logind.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus().registerService(QStringLiteral("org.freedesktop.login1")));
    m_watch = std::make_unique<SessionWatch>();
    QSignalSpy listening(m_watch.get(), &SessionWatch::listening);
    m_watch->begin();
    QTRY_COMPARE(listening.size(), 1);
    QCOMPARE(listening.front().at(0).toBool(), true);
    QTRY_COMPARE(m_logind->held, (QStringList{"sleep", "delay"}));
}

void tst_SessionWatch::cleanup() {
    m_watch.reset();
    bus().unregisterObject(QStringLiteral("/org/freedesktop/login1"));
    m_logind.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("motcua-session"));
}

void tst_SessionWatch::theSessionIsLocked() {
    QSignalSpy wanted(m_watch.get(), &SessionWatch::lockWanted);
    // Somebody else's.
    tell(QStringLiteral("/session/c2"), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"));
    tell(QStringLiteral("/session/c1"), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Unlock"));
    tell(QStringLiteral("/session/c1"), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"));
    QTRY_COMPARE(wanted.size(), 1);
}

void tst_SessionWatch::theDesktopSaysSo() {
    QSignalSpy wanted(m_watch.get(), &SessionWatch::lockWanted);
    const auto hint = [&](bool locked) {
        tell(QStringLiteral("/session/c1"), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
            {QStringLiteral("org.freedesktop.login1.Session"), QVariantMap{{QStringLiteral("LockedHint"), locked}}, QStringList()});
    };
    hint(false);
    hint(true);
    QTRY_COMPARE(wanted.size(), 1);
}

/// It is waited for, and says so only when those who hear of it have locked; before the next sleep again.
void tst_SessionWatch::theMachineGoesToSleep() {
    bool isLocked = false;
    connect(m_watch.get(), &SessionWatch::lockWanted, this, [&isLocked] { isLocked = true; });
    m_logind->held.clear();
    emit m_logind->PrepareForSleep(true);
    QTRY_VERIFY(isLocked);
    QVERIFY(m_logind->held.isEmpty());
    emit m_logind->PrepareForSleep(false);
    QTRY_COMPARE(m_logind->held, (QStringList{"sleep", "delay"}));
    emit m_logind->PrepareForSleep(true);
    QTRY_VERIFY(m_logind->isLetGo());
}

/// The clock that the idle lock waits by goes on while the machine sleeps.
void tst_SessionWatch::sleepIsCounted() {
    timespec asleepToo{};
    QVERIFY(::clock_gettime(CLOCK_BOOTTIME, &asleepToo) == 0);
    const qint64 now = base::SystemClock().monotonic();
    const qint64 before = asleepToo.tv_sec * 1000 + asleepToo.tv_nsec / 1'000'000;
    QVERIFY(::clock_gettime(CLOCK_BOOTTIME, &asleepToo) == 0);
    QVERIFY(now >= before && now <= asleepToo.tv_sec * 1000 + asleepToo.tv_nsec / 1'000'000);
}

void tst_SessionWatch::cleanupTestCase() {
    QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QTEST_GUILESS_MAIN(tst_SessionWatch)
#include "tst_SessionWatch.moc"
