#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace motcua;
using test::StationBench;

/// What somebody changes by hand in a desk's file shows at the next unlock, and nothing is recorded on top of it.
class tst_Standing : public QObject {
    Q_OBJECT

private slots:
    void init();

    void nothingIsDoubtedOfWhatIsWhole();
    void whatWasChangedByHandIsDoubted_data();
    void whatWasChangedByHandIsDoubted();
    void draftsAndPagesGoOn();
    void attemptsAreCounted_data();
    void attemptsAreCounted();
    void honestAttemptsAreNotDoubted();
    void aPasswordChangedAnswersForTheAttempts();

private:
    void sql(const QByteArray& statement);
    QStringList doubts() const;
    base::Outcome takeIn(int number) {
        const auto added = m_bench->append({m_bench->job(number).events().front()});
        return added ? base::done() : base::Outcome(base::fail(added.error()));
    }

    std::unique_ptr<StationBench> m_bench;
};

namespace {

constexpr int before = 3;

}

void tst_Standing::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    for (int number = 1; number <= before; ++number)
        QVERIFY(takeIn(number));
}

void tst_Standing::sql(const QByteArray& statement) {
    m_bench->close();
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    QVERIFY(connection);
    QVERIFY2((*connection)->execute(statement.constData()), statement.constData());
    connection->reset();
    QVERIFY(m_bench->open());
}

QStringList tst_Standing::doubts() const {
    QStringList codes;
    for (const domain::ports::FileDoubt& doubt : m_bench->unlocked().exchange().doubts())
        codes << (doubt.blocks ? doubt.why.code : doubt.why.code + QStringLiteral(" told"));
    return codes;
}

void tst_Standing::nothingIsDoubtedOfWhatIsWhole() {
    for (int again = 0; again < 2; ++again) {
        QCOMPARE(doubts(), QStringList());
        QVERIFY(takeIn(before + 1 + again));
        QVERIFY(m_bench->open());
        QVERIFY(m_bench->unlock());
    }
    QCOMPARE(doubts(), QStringList());
}

void tst_Standing::whatWasChangedByHandIsDoubted_data() {
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QStringList>("codes");
    const QString rolledBack = QStringLiteral("journal.rolled-back");
    const QString missing = QStringLiteral("journal.standing-missing");
    QTest::newRow("rows") << QByteArray("DELETE FROM record WHERE seq > 1") << QStringList{rolledBack};
    QTest::newRow("all rows") << QByteArray("DELETE FROM record") << QStringList{rolledBack};
    QTest::newRow("mark") << QByteArray(
                                 "INSERT OR REPLACE INTO fact VALUES('acknowledged', CAST('0' AS BLOB)), ('acknowledged-head', CAST('x' AS BLOB))")
                          << QStringList{QStringLiteral("journal.mark-moved")};
    QTest::newRow("the sealed row") << QByteArray("DELETE FROM standing") << QStringList{QStringLiteral("journal.attempts-reset"), missing};
    QTest::newRow("bytes of it") << QByteArray("UPDATE standing SET sealed = zeroblob(200)")
                                 << QStringList{QStringLiteral("journal.attempts-reset"), missing};
    QTest::newRow("everything that is sealed") << QByteArray("DELETE FROM standing; DELETE FROM record WHERE seq > 1")
                                               << QStringList{QStringLiteral("journal.attempts-reset"), missing};
    QTest::newRow("as if of before") << QByteArray("DELETE FROM record WHERE seq > 1; DROP TABLE security; DROP TABLE security_pending; DROP TABLE "
                                                   "standing; DROP TABLE tried; DROP TABLE stranded; DROP TABLE epoch; DROP TABLE door; "
                                                   "UPDATE fact SET value = CAST('4' AS BLOB) WHERE name = 'schema'")
                                     << QStringList{QStringLiteral("journal.attempts-reset"), missing};
}

void tst_Standing::whatWasChangedByHandIsDoubted() {
    QFETCH(QByteArray, statement);
    QFETCH(QStringList, codes);
    sql(statement);
    for (int again = 0; again < 2; ++again) {
        QVERIFY(m_bench->unlock());
        QCOMPARE(doubts(), codes);
        const auto added = takeIn(before + 1);
        QVERIFY(!added);
        QVERIFY(codes.contains(added.error().code));
        QVERIFY(m_bench->open());
    }
}

void tst_Standing::draftsAndPagesGoOn() {
    sql("DELETE FROM record WHERE seq > 1");
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->unlocked().drafts().save({domain::DraftId::make(1), m_bench->clerk, m_bench->clock.now(), "{}"}));
    QVERIFY(m_bench->unlocked().blobs().put("a page"));
    const auto doubt = m_bench->unlocked().exchange().doubts().front();
    QCOMPARE(doubt.why.detail.value("missing"), QString::number(before - 1));
    QCOMPARE(doubt.why.detail.value("kept"), QStringLiteral("1"));
}

void tst_Standing::attemptsAreCounted_data() {
    QTest::addColumn<QByteArray>("statement");
    QTest::newRow("counts") << QByteArray("UPDATE attempt SET failures = 0, until = 0");
    QTest::newRow("rows") << QByteArray("DELETE FROM attempt");
    QTest::newRow("rows and their log") << QByteArray("DELETE FROM attempt; DELETE FROM tried");
    QTest::newRow("the last and its log") << QByteArray("UPDATE attempt SET failures = 1, until = 0; DELETE FROM tried WHERE n > 1");
    QTest::newRow("everything") << QByteArray("DELETE FROM attempt; DELETE FROM tried; DELETE FROM fact WHERE name = 'attempt-key'");
    QTest::newRow("all but their key") << QByteArray("DELETE FROM attempt; DELETE FROM tried; INSERT INTO tried VALUES(1, x'00', 1, 1, 1)");
}

void tst_Standing::attemptsAreCounted() {
    QFETCH(QByteArray, statement);
    QVERIFY(m_bench->open());
    for (int wrong = 0; wrong < 3; ++wrong) {
        QCOMPARE(m_bench->data().check(StationBench::login, QStringLiteral("guess")).error().code, QStringLiteral("unlock.wrong-password"));
        m_bench->clock.pass(60);
    }
    sql(statement);
    QVERIFY(m_bench->unlock());
    QCOMPARE(doubts(), QStringList{QStringLiteral("journal.attempts-reset")});
    QVERIFY(!takeIn(before + 1));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(doubts(), QStringList{QStringLiteral("journal.attempts-reset")});
}

void tst_Standing::honestAttemptsAreNotDoubted() {
    QVERIFY(m_bench->unlocked().addUser(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu của Minh")));
    for (const char* login : {StationBench::login, "minh.tv", "nobody"}) {
        QVERIFY(!m_bench->data().check(login, QStringLiteral("a wrong guess")));
        m_bench->clock.pass(60);
    }
    QVERIFY(m_bench->data().check(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu của Minh")));
    QVERIFY(!m_bench->data().check(StationBench::login, QStringLiteral("a wrong guess")));
    // Somebody whose name was tried before there was such a user.
    QVERIFY(m_bench->unlocked().addUser(QStringLiteral("nobody"), QStringLiteral("mật khẩu của ai đó")));
    QVERIFY(m_bench->unlocked().setPassword(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu khác")));
    QVERIFY(m_bench->unlocked().removeUser(QStringLiteral("minh.tv")));
    m_bench->clock.pass(60);
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(doubts(), QStringList());
}

void tst_Standing::aPasswordChangedAnswersForTheAttempts() {
    QVERIFY(!m_bench->data().check(StationBench::login, QStringLiteral("a wrong guess")));
    sql("UPDATE attempt SET failures = 0, until = 0");
    QVERIFY(m_bench->unlock());
    QVERIFY(!takeIn(before + 1));
    QVERIFY(m_bench->unlocked().setPassword(StationBench::login, QStringLiteral("mật khẩu mới của Lan")));
    QCOMPARE(doubts(), QStringList());
    QVERIFY(takeIn(before + 1));
}

QTEST_GUILESS_MAIN(tst_Standing)
#include "tst_Standing.moc"
