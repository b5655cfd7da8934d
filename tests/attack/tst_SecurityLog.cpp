#include "app/counter/Counter.h"
#include "app/sqlite/Connection.h"
#include "app/station/Station.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/shims/AdminRun.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using counter::SessionControl;
using test::GatewayProcess;

/// Who tries passwords, makes ways in or copies a desk's data is told to whoever reads its security log, and so is who takes lines out of it: with
/// the real tool, a real gateway and a real station.
class tst_SecurityLog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void weakPasswordsAreRefused_data();
    void weakPasswordsAreRefused();
    void whatIsDoneWithTheToolIsTold();
    void aClerkDoesNotReadIt();
    void theProvincesCommandsAreTold();
    void aLineTakenAwayShows();
    void theEndTakenAwayShows();

private:
    struct Log {
        QStringList kinds; ///< newest first
        QString text;
        int code = -1;
    };
    test::AdminRun by(const QString& login, const QString& word, const QStringList& command, const QStringList& more = {}) const {
        QStringList arguments = command;
        arguments << QStringLiteral("--data") << m_desk << QStringLiteral("--user") << login << QStringLiteral("--password-stdin")
                  << QStringLiteral("--lang") << QStringLiteral("en");
        QByteArray input = word.toUtf8() + '\n';
        for (const QString& line : more)
            input += line.toUtf8() + '\n';
        return test::admin(arguments, input);
    }
    Log log(const QStringList& filter = {}) const {
        const test::AdminRun run = by(supervisor(), second(), QStringList{QStringLiteral("security-log")} + filter);
        Log log{{}, run.output + run.errors, run.code};
        for (const QString& line : run.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            log.kinds << line.section(QLatin1Char('\t'), 0, 0);
        return log;
    }
    void execute(const char* sql) const {
        const auto connection = sqlite::Connection::open(m_desk + QStringLiteral("/journal.sqlite"), {sqlite::Access::ReadWrite});
        QVERIFY(connection);
        const auto done = (*connection)->execute(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
    }
    /// The desk opens and hears what the province says, until `heard`.
    void open(const std::function<bool(station::Station&)>& heard) const {
        station::StationSetup setup;
        setup.directory = m_desk;
        station::Station station(setup);
        station.session().unlock(clerk(), first());
        QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), SessionControl::State::Unlocked, patience);
        QTRY_VERIFY_WITH_TIMEOUT(heard(station), patience);
        station.session().close();
    }
    static constexpr int patience = 30'000;
    static QString clerk() { return QStringLiteral("lan.nt"); }
    static QString supervisor() { return QStringLiteral("minh.tv"); }
    static QString technician() { return QStringLiteral("duc.pv"); }
    static QString first() { return QStringLiteral("nắng chiều qua sông Lô"); }
    static QString second() { return QStringLiteral("gió nhẹ bến đò xưa"); }

    GatewayProcess m_gateway{GatewayProcess::Founded::Signed};
    QTemporaryDir m_directory;
    QString m_desk;
};

void tst_SecurityLog::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
    m_desk = m_directory.filePath(QStringLiteral("desk"));
    const QStringList enrol{"enrol", "--gateway", m_gateway.enrolmentUrl(), "--code", m_gateway.codes().first()};
    const test::AdminRun weak = by(clerk(), QStringLiteral("mot-cua-2026"), enrol);
    QCOMPARE(weak.code, 1);
    QVERIFY2(weak.errors.contains(QStringLiteral("password.personal")), qPrintable(weak.errors));
    // The code was not spent on it.
    const test::AdminRun enrolled = by(clerk(), first(), enrol);
    QVERIFY2(enrolled.code == 0, qPrintable(enrolled.errors));
    QVERIFY2(enrolled.output.contains(QStringLiteral("Password: Fair.")), qPrintable(enrolled.output));
    open([](station::Station& station) { return !station.counter()->archive().accounts().empty(); });
}

void tst_SecurityLog::weakPasswordsAreRefused_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("error");
    QTest::newRow("short") << QStringLiteral("Tr0ngDong9!") << "unlock.password-too-short";
    QTest::newRow("the person's name") << QStringLiteral("minh.tv-minh-2026") << "password.personal";
    QTest::newRow("what many choose") << QStringLiteral("matkhau123456") << "password.common";
    QTest::newRow("keys beside each other") << QStringLiteral("qwertyuiop123") << "password.pattern";
    QTest::newRow("four syllables") << QStringLiteral("ăn cơm uống nước") << "password.guessable";
    QTest::newRow("endless") << QString(300, u'x') << "unlock.password-too-long";
}

void tst_SecurityLog::weakPasswordsAreRefused() {
    QFETCH(QString, word);
    QFETCH(QString, error);
    const test::AdminRun run = by(clerk(), first(), {"add-user", "--new", supervisor(), "--activation", m_gateway.activation(supervisor())}, {word});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.contains(error), qPrintable(run.errors));
}

void tst_SecurityLog::whatIsDoneWithTheToolIsTold() {
    for (const QString& login : {supervisor(), technician()}) {
        const test::AdminRun added = by(clerk(), first(), {"add-user", "--new", login, "--activation", m_gateway.activation(login)}, {second()});
        QVERIFY2(added.code == 0, qPrintable(added.errors));
    }
    const auto removed = by(supervisor(), second(), {"remove-user", "--remove", technician()});
    QVERIFY2(removed.code == 0, qPrintable(removed.errors));
    // Passwords are tried; the log is closed to whoever tries them.
    QCOMPARE(by(supervisor(), QStringLiteral("sai"), {"remove-user", "--remove", clerk()}).code, 1);
    QCOMPARE(by(QStringLiteral("khong.co"), QStringLiteral("sai"), {"remove-user", "--remove", clerk()}).code, 1);
    QTest::qWait(1100);
    QCOMPARE(by(supervisor(), QStringLiteral("sai"), {"remove-user", "--remove", clerk()}).code, 1);
    const test::AdminRun copied = test::admin({"backup", "--data", m_desk, "--to", m_directory.filePath(QStringLiteral("copy"))});
    QVERIFY2(copied.code == 0, qPrintable(copied.errors));
    QTest::qWait(2100);

    const Log told = log();
    QVERIFY2(told.code == 0, qPrintable(told.text));
    QCOMPARE(told.kinds.mid(0, 9), (QStringList{"signed-in", "backed-up", "sign-in-failed", "sign-in-failed", "user-removed", "signed-in",
                                       "activated", "user-added", "signed-in"}));
    QVERIFY2(told.text.contains(QStringLiteral("minh.tv ×2")), qPrintable(told.text));
    QVERIFY(told.text.contains(QStringLiteral("no login of this unit")) && !told.text.contains(QStringLiteral("khong.co")));
    QCOMPARE(told.kinds.last(), QStringLiteral("enrolled"));
    QCOMPARE(log({"--kind", "user-removed"}).kinds, QStringList{"user-removed"});
    QCOMPARE(log({"--person", technician(), "--kind", "user-added"}).kinds, QStringList{"user-added"});
    QCOMPARE(log({"--day", "2020-01-01"}).kinds, QStringList());
    QCOMPARE(log({"--kind", "nonsense"}).code, 2);
    // Nothing of it lies in clear.
    QFile file(m_desk + QStringLiteral("/journal.sqlite"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(m_directory.filePath(QStringLiteral("copy")).toUtf8() + '"'));
}

void tst_SecurityLog::aClerkDoesNotReadIt() {
    const test::AdminRun run = by(clerk(), first(), {"security-log"});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.contains(QStringLiteral("access.security-log")), qPrintable(run.errors));
    QVERIFY(run.output.isEmpty());
    QVERIFY(log().kinds.contains(QStringLiteral("access-refused")));
}

void tst_SecurityLog::theProvincesCommandsAreTold() {
    const auto idle = m_gateway.run({"configure", "--unit", m_gateway.unit(), "--set", "idleLockMinutes=7"});
    QVERIFY2(idle.exitCode == 0, qPrintable(idle.errors));
    const auto closed = m_gateway.run({"deactivate-account", "--unit", m_gateway.unit(), "--login", technician()});
    QVERIFY2(closed.exitCode == 0, qPrintable(closed.errors));
    open([](station::Station& station) {
        const domain::ports::Archive& archive = station.counter()->archive();
        return archive.settings().idleLockMinutes == 7 &&
               std::any_of(archive.accounts().begin(), archive.accounts().end(),
                   [](const domain::Account& account) { return account.login == technician() && !account.active; });
    });
    const Log told = log();
    QVERIFY2(told.kinds.contains(QStringLiteral("account-closed")), qPrintable(told.text));
    QVERIFY2(told.text.contains(QStringLiteral("idleLockMinutes")), qPrintable(told.text));
}

void tst_SecurityLog::aLineTakenAwayShows() {
    QCOMPARE(test::admin({"verify", "--data", m_desk}).code, 0);
    execute("DELETE FROM security WHERE seq = 4");
    const test::AdminRun checked = test::admin({"verify", "--data", m_desk});
    QCOMPARE(checked.code, 1);
    QVERIFY2(checked.output.contains(QStringLiteral("security row 4")), qPrintable(checked.output));
    const Log told = log();
    QCOMPARE(told.code, 1);
    QVERIFY2(told.text.contains(QStringLiteral("security row 4: missing")), qPrintable(told.text));
}

void tst_SecurityLog::theEndTakenAwayShows() {
    execute("DELETE FROM security WHERE seq > (SELECT max(seq) - 3 FROM security)");
    const Log told = log();
    QCOMPARE(told.code, 1);
    QCOMPARE(told.text.count(QStringLiteral(": missing")), 2);
    QVERIFY2(told.kinds.contains(QStringLiteral("file-changed")), qPrintable(told.text));
    // All of them, and with them what is sealed of the desk's standing.
    execute("DELETE FROM security");
    QCOMPARE(log().code, 1);
    execute("DELETE FROM security; DELETE FROM standing");
    const QStringList anew = log().kinds;
    QCOMPARE(anew.first(), QStringLiteral("signed-in"));
    QCOMPARE(anew.last(), QStringLiteral("log-began"));
    QVERIFY(anew.contains(QStringLiteral("file-changed")));
}

QTEST_MAIN(tst_SecurityLog)
#include "tst_SecurityLog.moc"
