#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/// A file that has taken its reader over tries what it could do with it. tests/attack/RoomBreaker.cpp shuts itself in by the helper's own function;
/// each thing succeeds without the room, so that a refusal is the room's.
class tst_ForeignRooms : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isRefused_data();
    void isRefused();
    void isLeft_data();
    void isLeft();

private:
    struct Said {
        QString words; ///< "done", the name of the refusal, or "signal N"
        int files = 0;
        bool calls = false;
    };
    Said tried(const QString& room, const QString& act, const QString& argument) const;
    /// What stands for the user's things; made anew for each attempt.
    QString argumentOf(const QString& act);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_victim;
    QTcpServer m_server;
};

namespace {

constexpr int patience = 60'000;

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

bool kernelHasLandlock() {
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

const QString killed = QStringLiteral("signal %1").arg(SIGSYS);

}

void tst_ForeignRooms::initTestCase() {
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

QString tst_ForeignRooms::argumentOf(const QString& act) {
    m_home = std::make_unique<QTemporaryDir>();
    QDir().mkpath(m_home->filePath(QStringLiteral("ssh")));
    write(m_home->filePath(QStringLiteral("ssh/id")), "secret");
    m_victim = std::make_unique<QProcess>();
    m_victim->start(QStringLiteral("/usr/bin/sleep"), {QStringLiteral("60")});
    m_victim->waitForStarted();
    static const QStringList ofProcesses{"trace", "memory", "kill", "environment"};
    if (ofProcesses.contains(act))
        return QString::number(m_victim->processId());
    if (act == QLatin1String("tcp"))
        return QString::number(m_server.serverPort());
    if (act == QLatin1String("execute"))
        return QStringLiteral("/bin/true");
    if (act == QLatin1String("list"))
        return m_home->path();
    return act == QLatin1String("write") ? m_home->filePath(QStringLiteral("planted")) : m_home->filePath(QStringLiteral("ssh/id"));
}

tst_ForeignRooms::Said tst_ForeignRooms::tried(const QString& room, const QString& act, const QString& argument) const {
    QProcess breaker;
    breaker.start(QStringLiteral(MOTCUA_BIN_DIR "/room-breaker"), {room, act, argument});
    if (!breaker.waitForFinished(patience))
        return {QStringLiteral("hangs")};
    if (breaker.exitStatus() == QProcess::CrashExit)
        return {QStringLiteral("signal %1").arg(breaker.exitCode())};
    const QStringList words = QString::fromUtf8(breaker.readAllStandardOutput()).simplified().split(QLatin1Char(' '));
    if (words.size() != 3)
        return {act == QLatin1String("execute") && breaker.exitCode() == 0 ? QStringLiteral("done") : QStringLiteral("unknown act")};
    return {words[2], words[0].section(QLatin1Char('='), 1).toInt(), words[1].endsWith(QLatin1Char('1'))};
}

void tst_ForeignRooms::isRefused_data() {
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QStringList>("refusals");
    QTest::addColumn<bool>("byLandlock");
    const QStringList no{"EPERM", "EACCES"};
    const struct {
        const char* act;
        QStringList refusals;
        bool byLandlock;
    } reading[] = {{"read", no, true}, {"thread-read", no, true}, {"list", no, true}, {"environment", no, true}, {"write", no, false},
        {"remove", no, false}, {"move", no, false}, {"cut", no, false}, {"open-to-all", no, false}, {"tcp", no, false}, {"local", no, false},
        {"socket", no, false}, {"pair", no, false}, {"execute", {killed}, false}, {"fork", no, false}, {"trace", {killed}, false},
        {"memory", {killed}, false}, {"kill", no, false}, {"code", no, false}, {"limits", no, false}};
    for (const auto& each : reading)
        QTest::addRow("reading: %s", each.act) << "reading" << each.act << each.refusals << each.byLandlock;
    const struct {
        const char* act;
        bool byLandlock;
    } device[] = {{"read", true}, {"thread-read", true}, {"list", true}, {"environment", true}, {"write", true}, {"remove", true}, {"move", true},
        {"cut", true}, {"open-to-all", false}, {"execute", false}, {"trace", false}, {"memory", false}, {"kill", false}};
    for (const auto& each : device)
        QTest::addRow("device: %s", each.act) << "device" << each.act << no << each.byLandlock;
}

void tst_ForeignRooms::isRefused() {
    QFETCH(QString, room);
    QFETCH(QString, act);
    QFETCH(QStringList, refusals);
    QFETCH(bool, byLandlock);
    // Some want a listener.
    if (act != QLatin1String("local"))
        QCOMPARE(tried(QStringLiteral("none"), act, argumentOf(act)).words, QStringLiteral("done"));
    if (byLandlock && !kernelHasLandlock())
        QSKIP("this kernel lacks Landlock");
    const QString argument = argumentOf(act);
    const Said said = tried(room, act, argument);
    QVERIFY2(refusals.contains(said.words), qPrintable(said.words));
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("planted"))));
    QFile secret(m_home->filePath(QStringLiteral("ssh/id")));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), QByteArray("secret"));
    QCOMPARE(m_victim->state(), QProcess::Running);
    QVERIFY(::kill(static_cast<pid_t>(m_victim->processId()), 0) == 0);
}

void tst_ForeignRooms::isLeft_data() {
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("argument");
    QTest::newRow("what holds is told") << "reading"
                                        << "nothing"
                                        << "";
    QTest::newRow("fonts for a reader") << "reading"
                                        << "list"
                                        << "/usr/share/fonts";
    QTest::newRow("what holds drivers is told") << "device"
                                                << "nothing"
                                                << "";
    QTest::newRow("the system's files for drivers") << "device"
                                                    << "read"
                                                    << "/etc/passwd";
    QTest::newRow("the network for drivers") << "device"
                                             << "tcp" << QString::number(m_server.serverPort());
}

void tst_ForeignRooms::isLeft() {
    QFETCH(QString, room);
    QFETCH(QString, act);
    QFETCH(QString, argument);
    const Said said = tried(room, act, argument);
    QCOMPARE(said.words, QStringLiteral("done"));
    QVERIFY(said.calls);
    QCOMPARE(said.files > 0, kernelHasLandlock());
}

QTEST_GUILESS_MAIN(tst_ForeignRooms)
#include "tst_ForeignRooms.moc"
