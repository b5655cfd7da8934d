#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QTest>

using namespace motcua;
using test::StationBench;

/// Wrong passwords wait in clear for the security log. Whoever takes them out of the file is told of: the attempts, which are chained, know how many
/// there were.
class tst_FailedSignIns : public QObject {
    Q_OBJECT

private slots:
    void init();

    void whatIsTakenAwayIsTold_data();
    void whatIsTakenAwayIsTold();
    void whatWasSaidIsNotSaidAgain();
    void aTryThatWasCutShortIsCounted();

private:
    void fail(int times) {
        for (int i = 0; i < times; ++i) {
            QVERIFY(!m_bench->data().check(login(), QStringLiteral("a guess of a thief")));
            m_bench->clock.pass(600);
        }
    }
    void sql(const QByteArray& statement) {
        m_bench->close();
        const auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY2((*connection)->execute(statement.constData()), statement.constData());
    }
    void signIn() {
        QVERIFY(m_bench->open());
        QVERIFY(m_bench->unlock());
        QVERIFY(m_bench->unlocked().signedIn(login()));
    }
    /// How many failed sign-ins the log has.
    int failed() const;
    /// What it says of the file.
    QStringList told() const;
    static QString login() { return QString::fromLatin1(StationBench::login); }

    std::unique_ptr<StationBench> m_bench;
};

void tst_FailedSignIns::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    signIn();
}

int tst_FailedSignIns::failed() const {
    int count = 0;
    const auto events = m_bench->unlocked().securityLog().events({});
    for (const domain::SecurityEvent& event : *events)
        count += event.kind == domain::SecurityKind::SignInFailed && event.about == login() ? event.count : 0;
    return count;
}

QStringList tst_FailedSignIns::told() const {
    QStringList told;
    const auto events = m_bench->unlocked().securityLog().events({});
    for (const domain::SecurityEvent& event : *events)
        if (event.kind == domain::SecurityKind::FileChanged)
            told << event.about;
    return told;
}

void tst_FailedSignIns::whatIsTakenAwayIsTold_data() {
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<bool>("between"); ///< somebody's password was right meanwhile, and nothing was written into the log
    QTest::addColumn<QStringList>("expected");
    const auto lost = [](int count) { return QStringList{QStringLiteral("journal.sign-ins-untold|count=%1").arg(count)}; };
    QTest::newRow("nothing") << QByteArray("SELECT 1") << false << QStringList();
    QTest::newRow("nothing, a password in between") << QByteArray("SELECT 1") << true << QStringList();
    QTest::newRow("all") << QByteArray("DELETE FROM security_pending") << false << lost(3);
    QTest::newRow("all, a password in between") << QByteArray("DELETE FROM security_pending") << true << lost(3);
    QTest::newRow("two of three") << QByteArray("UPDATE security_pending SET count = 1") << false << lost(2);
    QTest::newRow("whose they are") << QByteArray("UPDATE security_pending SET about = zeroblob(32)") << false << lost(3);
    QTest::newRow("their kind") << QByteArray("UPDATE security_pending SET kind = 20") << true << lost(3);
}

void tst_FailedSignIns::whatIsTakenAwayIsTold() {
    QFETCH(QByteArray, statement);
    QFETCH(bool, between);
    QFETCH(QStringList, expected);
    fail(3);
    if (between)
        QVERIFY(m_bench->data().check(login(), QString::fromUtf8(StationBench::password)));
    const QDateTime last = m_bench->clock.now();
    sql(statement);
    m_bench->clock.pass(3600);
    signIn();
    QCOMPARE(told(), expected);
    // They are on record all the same, with their moment.
    QCOMPARE(failed(), 3);
    const auto events = m_bench->unlocked().securityLog().events({});
    for (const domain::SecurityEvent& event : *events)
        if (event.kind == domain::SecurityKind::SignInFailed && event.about == login())
            QVERIFY2(event.at <= last, qPrintable(event.at.toString(Qt::ISODate)));
    signIn();
    QCOMPARE(told(), expected);
    QCOMPARE(failed(), 3);
}

void tst_FailedSignIns::whatWasSaidIsNotSaidAgain() {
    for (int day = 0; day < 3; ++day) {
        fail(2);
        // Written into the log before the next password is right.
        if (day == 1)
            QVERIFY(m_bench->unlocked().signedIn(login()));
        fail(1);
        signIn();
        QCOMPARE(failed(), 3 * (day + 1));
        QCOMPARE(told(), QStringList());
    }
    // What the log had before does not answer for what is taken away later.
    fail(2);
    QVERIFY(m_bench->unlocked().signedIn(login()));
    fail(2);
    sql("DELETE FROM security_pending");
    signIn();
    QCOMPARE(told(), QStringList{QStringLiteral("journal.sign-ins-untold|count=2")});
    QCOMPARE(failed(), 9 + 4);
}

/// A program that is killed while it looks at a password leaves a try behind.
void tst_FailedSignIns::aTryThatWasCutShortIsCounted() {
    fail(1);
    sql("UPDATE security_pending SET kind = 0");
    signIn();
    QCOMPARE(failed(), 1);
    QCOMPARE(told(), QStringList());
}

QTEST_GUILESS_MAIN(tst_FailedSignIns)
#include "tst_FailedSignIns.moc"
