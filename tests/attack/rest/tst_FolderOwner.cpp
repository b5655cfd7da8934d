#include "tests/attack/Modes.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;

/// A province as packaging/systemd has it: the data belongs to the service's user, the key to root. Whoever runs a command, the service reads what it
/// wrote; and who may not read something is told so.
class tst_FolderOwner : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatRootWritesIsTheServices();
    void whatMayNotBeReadIsNotMissing();
    void aPassphraseIsAskedForByItsOwnOption();

private:
    struct Ended {
        int exitCode = -1;
        QByteArray said;
        QString errors;
    };
    static void become(QProcess& process, bool isRoot, const QString& credentials);
    Ended run(const QStringList& arguments, bool isRoot = true, const QString& credentials = {}, const QByteArray& input = {}) const;
    QString in(const char* name) const { return m_folder->path() + QLatin1Char('/') + QLatin1String(name); }
    /// What of the data is not the service's user's.
    QStringList foreign() const;
    /// As root, in a folder that is the service's user's.
    Ended found() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-gateway");
constexpr int patience = 60'000;
constexpr uid_t nobody = 65534;

}

void tst_FolderOwner::init() {
    if (::geteuid() != 0)
        QSKIP("only root can work in somebody else's folder");
    m_folder = std::make_unique<QTemporaryDir>();
    // As /srv and /run are.
    QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
    QVERIFY(QDir().mkpath(in("data")));
    QVERIFY(::chown(QFile::encodeName(in("data")).constData(), nobody, nobody) == 0);
}

void tst_FolderOwner::become(QProcess& process, bool isRoot, const QString& credentials) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!credentials.isEmpty())
        environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), credentials);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([isRoot] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        // No terminal to ask at.
        ::setsid();
        if (!isRoot && (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            ::_exit(99);
    });
}

tst_FolderOwner::Ended tst_FolderOwner::run(const QStringList& arguments, bool isRoot, const QString& credentials, const QByteArray& input) const {
    QProcess process;
    become(process, isRoot, credentials);
    process.start(program, arguments + QStringList{QStringLiteral("--data"), in("data"), QStringLiteral("--lang"), QStringLiteral("en")});
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(patience);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        QString::fromUtf8(process.readAllStandardError())};
}

QStringList tst_FolderOwner::foreign() const {
    QStringList found;
    QDirIterator all(in("data"), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        struct stat state = {};
        const QString path = all.next();
        if (::lstat(QFile::encodeName(path).constData(), &state) != 0 || state.st_uid != nobody || state.st_gid != nobody)
            found << path;
    }
    return found;
}

tst_FolderOwner::Ended tst_FolderOwner::found() const {
    return run(
        {QStringLiteral("init"), QStringLiteral("--training"), QStringLiteral("--key-file"), in("etc/gateway.key"), QStringLiteral("--recovery-key"),
            in("etc/recovery.key"), QStringLiteral("--root"), in("root"), QStringLiteral("--root-passphrase-fd"), QStringLiteral("0")},
        true, {}, "bốn chữ không đoán được\n");
}

void tst_FolderOwner::whatRootWritesIsTheServices() {
    const Ended made = found();
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    QCOMPARE(foreign(), QStringList());
    for (const char* command : {"authority renew", "authority request", "reseal", "seal", "enrol-code", "check"}) {
        QStringList arguments = QString::fromLatin1(command).split(QLatin1Char(' '));
        if (arguments.contains(QStringLiteral("renew")))
            arguments += {QStringLiteral("--root"), in("root"), QStringLiteral("--root-passphrase-fd"), QStringLiteral("0")};
        if (arguments.contains(QStringLiteral("request")))
            arguments += {QStringLiteral("--file"), in("asked.pem")};
        const Ended ended = run(arguments, true, {}, "bốn chữ không đoán được\n");
        QVERIFY2(ended.exitCode == 0, qPrintable(QLatin1String(command) + ended.errors));
        QVERIFY2(foreign().isEmpty(), qPrintable(QLatin1String(command) + foreign().join(QLatin1Char(' '))));
    }
    QCOMPARE(test::openToOthers(in("data")), QStringList());
    // What is root's alone stays so.
    struct stat key = {};
    QVERIFY(::stat(QFile::encodeName(in("etc/gateway.key")).constData(), &key) == 0);
    QCOMPARE(key.st_uid, uid_t(0));

    // systemd hands the key over where the service's user may read it.
    QVERIFY(QDir().mkpath(in("credentials")));
    QVERIFY(QFile::copy(in("etc/gateway.key"), in("credentials/motcua-key")));
    for (const char* given : {"credentials", "credentials/motcua-key"})
        QVERIFY(::chown(QFile::encodeName(in(given)).constData(), nobody, nobody) == 0);
    QProcess serving;
    become(serving, false, in("credentials"));
    serving.start(
        program, {QStringLiteral("serve"), QStringLiteral("--data"), in("data"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QVERIFY2(serving.waitForReadyRead(patience), serving.readAllStandardError().constData());
    QVERIFY(serving.readAllStandardOutput().startsWith("listening https://"));
    // Also while it serves.
    QVERIFY(run({QStringLiteral("add-account"), QStringLiteral("--unit"), QStringLiteral("H49.30"), QStringLiteral("--login"), QStringLiteral("x.y"),
                    QStringLiteral("--name"), QStringLiteral("X"), QStringLiteral("--roles"), QStringLiteral("clerk")})
                .exitCode == 0);
    QCOMPARE(foreign(), QStringList());
    serving.terminate();
    QVERIFY(serving.waitForFinished(patience));
    QCOMPARE(serving.exitCode(), 0);
}

void tst_FolderOwner::whatMayNotBeReadIsNotMissing() {
    QCOMPARE(found().exitCode, 0);
    const auto told = [&](const QStringList& arguments, bool isRoot = false) { return run(arguments, isRoot).errors; };
    const QStringList stats{QStringLiteral("stats")};
    QVERIFY2(told(stats).contains(QStringLiteral("key.unreadable")), qPrintable(told(stats)));
    QVERIFY2(told({QStringLiteral("reseal"), QStringLiteral("--new-key"), in("etc/next.key")}).contains(QStringLiteral("key.unreadable")), "reseal");
    // Nor may the way to it be gone: the folder is root's alone.
    QVERIFY(::chmod(QFile::encodeName(in("etc")).constData(), 0711) == 0);
    QVERIFY2(told(stats).contains(QStringLiteral("may not read the key file")), qPrintable(told(stats)));
    QVERIFY(QFile::rename(in("etc/gateway.key"), in("etc/away.key")));
    QVERIFY2(told(stats).contains(QStringLiteral("key.missing")), qPrintable(told(stats)));
    QVERIFY2(told(stats, true).contains(QStringLiteral("key.missing")), qPrintable(told(stats, true)));
    // A folder that is somebody else's.
    QVERIFY(::chown(QFile::encodeName(in("data")).constData(), 0, 0) == 0);
    for (const char* command : {"stats", "serve", "seal"})
        QVERIFY2(told({QLatin1String(command)}).contains(QStringLiteral("platform.unreadable")), qPrintable(told({QLatin1String(command)})));
    // A file of the province in it.
    QVERIFY(QFile::rename(in("etc/away.key"), in("etc/gateway.key")));
    QVERIFY(::chmod(QFile::encodeName(in("etc/gateway.key")).constData(), 0444) == 0);
    QVERIFY(::chown(QFile::encodeName(in("data")).constData(), nobody, nobody) == 0);
    QVERIFY(::chown(QFile::encodeName(in("data/keys/authority.pem")).constData(), 0, 0) == 0);
    const QString check = told({QStringLiteral("check")});
    QVERIFY2(check.contains(QStringLiteral("authority.pem")) && check.contains(QStringLiteral("platform.unreadable")), qPrintable(check));
}

void tst_FolderOwner::aPassphraseIsAskedForByItsOwnOption() {
    const auto told = [&](const QStringList& more) {
        return run(QStringList{QStringLiteral("init"), QStringLiteral("--recovery-key"), in("recovery.key")} + more).errors;
    };
    const QString ofRoot = told({QStringLiteral("--key-file"), in("gateway.key"), QStringLiteral("--root"), in("root")});
    QVERIFY2(ofRoot.contains(QStringLiteral("Use --root-passphrase-fd.")), qPrintable(ofRoot));
    const QString ofData = told({QStringLiteral("--passphrase"), QStringLiteral("--root"), in("root")});
    QVERIFY2(ofData.contains(QStringLiteral("Use --passphrase-fd.")), qPrintable(ofData));
    QCOMPARE(found().exitCode, 0);
    const QString ofNext = run({QStringLiteral("reseal"), QStringLiteral("--new-passphrase")}).errors;
    QVERIFY2(ofNext.contains(QStringLiteral("Use --new-passphrase-fd.")), qPrintable(ofNext));
    const Ended next =
        run({QStringLiteral("reseal"), QStringLiteral("--new-passphrase-fd"), QStringLiteral("0")}, true, {}, "năm chữ khác hẳn mới\n");
    QVERIFY2(next.exitCode == 0, qPrintable(next.errors));
    QCOMPARE(foreign(), QStringList());
}

QTEST_GUILESS_MAIN(tst_FolderOwner)
#include "tst_FolderOwner.moc"
