#include "tests/attack/Modes.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <linux/capability.h>
#include <memory>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <thread>
#include <unistd.h>

using namespace motcua;
using test::GatewayProcess;

/// What holds of every program that ships, whoever starts it and with whatever mask: no image of its memory reaches a disk or another program of the
/// same user, and what it writes is its owner's alone.
class tst_Programs : public QObject {
    Q_OBJECT

private slots:
    void memoryStaysInside_data();
    void memoryStaysInside();
    void anUnguardedProgramIsSeenInto();
    void whatIsWrittenIsItsOwnersAlone_data();
    void whatIsWrittenIsItsOwnersAlone();
    void whatLaidOpenIsClosed();
    void theWindowIsLeftWhenTheSessionEnds_data();
    void theWindowIsLeftWhenTheSessionEnds();
};

namespace {

constexpr int patience = 60'000;
const QString password = QStringLiteral("cau-tre-ao-sen-trang-ram");

/// As a careless shell starts a program: cores of any size, files that everybody may read. Ends with the test.
class Started {
public:
    explicit Started(const QString& name, const QStringList& arguments, const QString& directory) {
        m_process.setChildProcessModifier([] {
            ::umask(S_IWGRP | S_IWOTH);
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        });
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), directory);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), directory);
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(directory);
        m_process.start(name.startsWith(QLatin1Char('/')) ? name : QStringLiteral(MOTCUA_BIN_DIR "/") + name, arguments);
    }
    ~Started() {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isRunning() { return m_process.waitForStarted() && m_process.state() == QProcess::Running; }
    pid_t id() const { return static_cast<pid_t>(m_process.processId()); }
    QProcess& process() { return m_process; }
    /// Its errors; empty: it did what was asked.
    QByteArray ended(const QByteArray& input = {}) {
        m_process.write(input);
        m_process.closeWriteChannel();
        if (m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0)
            return {};
        return "failed: " + m_process.readAllStandardError() + m_process.readAllStandardOutput();
    }

private:
    QProcess m_process;
};

QByteArray firstWords(QProcess& process) {
    while (!process.canReadLine())
        if (!process.waitForReadyRead(patience))
            return {};
    return process.readLine();
}

/// What a program of the same user is told that asks the kernel for another one's memory; 0: it may read it. Asked without the right to look into
/// every process, which root has.
int refusalToRead(pid_t other) {
    int refusal = 0;
    std::thread asker([&] {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> rights{};
        ::syscall(SYS_capget, &header, rights.data());
        rights[CAP_TO_INDEX(CAP_SYS_PTRACE)].effective &= ~CAP_TO_MASK(CAP_SYS_PTRACE);
        ::syscall(SYS_capset, &header, rights.data());
        std::array<char, 16> bytes{};
        const iovec here{bytes.data(), bytes.size()};
        const iovec nowhere{nullptr, bytes.size()};
        // Nothing lies at that address: who may read is told so.
        if (::process_vm_readv(other, &here, 1, &nowhere, 1, 0) < 0 && errno != EFAULT)
            refusal = errno;
    });
    asker.join();
    return refusal;
}

QByteArray coreLimit(pid_t id) {
    QFile limits(QStringLiteral("/proc/%1/limits").arg(id));
    if (limits.open(QIODevice::ReadOnly))
        for (const QByteArray& line : limits.readAll().split('\n'))
            if (line.startsWith("Max core file size"))
                return line.simplified();
    return {};
}

const QByteArray noCore = QByteArrayLiteral("Max core file size 0 0 bytes");

}

void tst_Programs::memoryStaysInside_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    // Each waits for something when it is started so.
    QTest::newRow("motcua") << QStringLiteral("motcua") << QStringList{"--data", "data", "--settings", "settings.ini"};
    QTest::newRow("motcua-admin") << QStringLiteral("motcua-admin")
                                  << QStringList{"add-user", "--data", "data", "--user", "lan.nt", "--new", "hai.pq", "--password-stdin"};
    QTest::newRow("motcua-scan") << QStringLiteral("motcua-scan") << QStringList();
    QTest::newRow("motcua-trial, a desk") << QStringLiteral("motcua-trial") << QStringList{"station", "--data", "data", "--paper", "paper"};
    QTest::newRow("motcua-gateway") << QStringLiteral("motcua-gateway")
                                    << QStringList{"serve", "--data", "gateway", "--listen", "127.0.0.1:0", "--enrol-port", "0"};
}

void tst_Programs::memoryStaysInside() {
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const QTemporaryDir directory;
    if (program == QLatin1String("motcua-gateway"))
        QCOMPARE(Started(program, {"init", "--data", "gateway", "--training"}, directory.path()).ended(), QByteArray());
    Started started(program, arguments, directory.path());
    QVERIFY(started.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(coreLimit(started.id()), noCore, patience);
    QTRY_COMPARE_WITH_TIMEOUT(refusalToRead(started.id()), EPERM, patience);
    QVERIFY(started.isRunning());
}

/// That the question can be answered otherwise.
void tst_Programs::anUnguardedProgramIsSeenInto() {
    const QTemporaryDir directory;
    Started started(QStringLiteral("/usr/bin/sleep"), {"60"}, directory.path());
    QVERIFY(started.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(refusalToRead(started.id()), 0, patience);
}

void tst_Programs::whatIsWrittenIsItsOwnersAlone_data() {
    QTest::addColumn<bool>("relative");
    QTest::newRow("absolute paths") << false;
    QTest::newRow("relative paths") << true;
}

/// A province, a desk that enrols, is worked at and is backed up, brought back, and drawn: every file and folder of it.
void tst_Programs::whatIsWrittenIsItsOwnersAlone() {
    QFETCH(bool, relative);
    const QTemporaryDir directory;
    const QString here = directory.path() + QStringLiteral("/machine");
    QVERIFY(QDir().mkpath(here));
    const auto in = [&](const char* name) { return relative ? QString::fromLatin1(name) : here + QLatin1Char('/') + QLatin1String(name); };
    const auto run = [&](const QString& program, const QStringList& arguments, const QByteArray& input = {}) {
        return Started(program, arguments, here).ended(input);
    };

    Started founding(QStringLiteral("motcua-gateway"), {"init", "--data", in("gateway"), "--training"}, here);
    QCOMPARE(founding.ended(), QByteArray());
    const QJsonObject founded = QJsonDocument::fromJson(founding.process().readAllStandardOutput()).object();
    const QJsonArray codes = founded.value(QLatin1String("codes")).toArray();
    QVERIFY(!codes.isEmpty());
    Started gateway(QStringLiteral("motcua-gateway"), {"serve", "--data", in("gateway"), "--listen", "127.0.0.1:0", "--enrol-port", "0"}, here);
    const QList<QByteArray> listening = firstWords(gateway.process()).simplified().split(' ');
    QCOMPARE(listening.size(), 4);

    const QString admin = QStringLiteral("motcua-admin");
    const QByteArray line = password.toUtf8() + '\n';
    QCOMPARE(run(admin,
                 {"enrol", "--data", in("desk"), "--gateway", QString::fromLatin1(listening[3]), "--code",
                     codes.first().toObject().value(QLatin1String("code")).toString(), "--user", "lan.nt", "--password-stdin"},
                 line),
        QByteArray());
    QCOMPARE(
        run(QStringLiteral("motcua"),
            {"--data", in("desk"), "--settings", in("settings.ini"), "--paper", in("paper"), "--screenshots", in("screens"), "--login", "lan.nt"},
            line),
        QByteArray());
    QCOMPARE(run(admin, {"backup", "--data", in("desk"), "--to", in("copies/friday")}), QByteArray());
    QCOMPARE(run(admin, {"restore", "--from", in("copies/friday"), "--data", in("again")}), QByteArray());
    const auto activation = [&](const QString& login) {
        for (const QJsonValue& person : founded.value(QLatin1String("people")).toArray())
            if (person.toObject().value(QLatin1String("login")).toString() == login)
                return person.toObject().value(QLatin1String("activation")).toString();
        return QString();
    };
    QCOMPARE(run(admin,
                 {"add-user", "--data", in("again"), "--user", "lan.nt", "--new", "minh.tv", "--activation", activation(QStringLiteral("minh.tv")),
                     "--password-stdin"},
                 line + line),
        QByteArray());
    for (const char* written : {"gateway/gateway.sqlite", "gateway.keys/recovery.key", "gateway.keys/gateway.key", "gateway/keys/ring.json",
             "desk/journal.sqlite", "desk/station.json", "screens/vi/intake.png", "copies/friday/journal.sqlite", "again/station.json"})
        QVERIFY2(QFile::exists(here + QLatin1Char('/') + QLatin1String(written)), written);

    QStringList open = test::openToOthers(here);
    QVERIFY(open.removeOne(here + QStringLiteral(" 755"))); // the test's own
    QCOMPARE(open, QStringList());
    QVERIFY2(test::openToOthers(directory.path()).size() == 1, "nothing was written beside it");
}

/// Data of a program that did not close them: the next one that opens them does.
void tst_Programs::whatLaidOpenIsClosed() {
    GatewayProcess gateway;
    QVERIFY(gateway.isFounded());
    QVERIFY(::chmod(QFile::encodeName(gateway.directory()).constData(), 0755) == 0);
    QVERIFY(!gateway.stats().isEmpty());
    struct stat state = {};
    QVERIFY(::stat(QFile::encodeName(gateway.directory()).constData(), &state) == 0);
    QCOMPARE(state.st_mode & ALLPERMS, mode_t(0700));
}

void tst_Programs::theWindowIsLeftWhenTheSessionEnds_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("the machine is switched off") << SIGTERM;
    QTest::newRow("the session is over") << SIGHUP;
    QTest::newRow("Ctrl+C") << SIGINT;
}

/// As by Alt+F4: what was put back in its file while it was open is told on leaving, and what waits is done.
void tst_Programs::theWindowIsLeftWhenTheSessionEnds() {
    QFETCH(int, signal);
    const QTemporaryDir directory;
    Started window(QStringLiteral("motcua"),
        {QStringLiteral("--data"), directory.filePath(QStringLiteral("station")), QStringLiteral("--settings"),
            directory.filePath(QStringLiteral("ini")), QStringLiteral("--print-ready")},
        directory.path());
    QCOMPARE(firstWords(window.process()), QByteArray("ready\n"));
    QCOMPARE(::kill(window.id(), signal), 0);
    QVERIFY(window.process().waitForFinished(patience));
    QCOMPARE(window.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.process().exitCode(), 0);
    QVERIFY2(QFile::exists(directory.filePath(QStringLiteral("ini"))), "the window's place was not kept");
}

QTEST_GUILESS_MAIN(tst_Programs)
#include "tst_Programs.moc"
