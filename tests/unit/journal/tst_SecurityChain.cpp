#include "app/base/Clock.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/log/SecurityChain.h"
#include "app/journal/log/Verify.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace motcua;
using domain::SecurityEvent;
using domain::SecurityFilter;
using domain::SecurityKind;
using journal::SecurityChain;
using test::StationBench;

/// The security log of a station: what comes into it, what is found in it, and what shows of whoever tampers with it.
class tst_SecurityChain : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatWasDone();
    void isFiltered();
    void anActThatFailsIsNotTold();
    void wrongPasswordsAreTold();
    void aTryIsCountedFromItsStart();
    void rowsThatAreTakenAwayShow_data();
    void rowsThatAreTakenAwayShow();
    void whatIsTakenAwayAllShowsAsABeginning();
    void isBounded();
    void oldRowsGo();
    void isWrittenQuickly();

private:
    static std::vector<SecurityEvent> events(StationBench& bench, const SecurityFilter& filter = {}) {
        return bench.unlocked().securityLog().events(filter).value_or(std::vector<SecurityEvent>());
    }
    static QStringList told(const std::vector<SecurityEvent>& events) {
        QStringList lines;
        for (const SecurityEvent& event : events)
            lines << QStringLiteral("%1 %2 %3").arg(domain::nameOf(event.kind), event.actor, event.about).simplified();
        return lines;
    }
    static QStringList faults(StationBench& bench) {
        const auto page = bench.unlocked().securityReader({})();
        return page ? page->faults : QStringList{page.error().code};
    }
    static void execute(StationBench& bench, const char* sql) {
        const auto connection = sqlite::Connection::open(bench.databaseFile(), {sqlite::Access::ReadWrite});
        QVERIFY(connection);
        const auto done = (*connection)->execute(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
    }
    static void begin(StationBench& bench) {
        QVERIFY(bench.create());
        QVERIFY(bench.open());
        QVERIFY(bench.unlock());
        QVERIFY(bench.unlocked().signedIn(StationBench::login));
    }
    static constexpr char good[] = "con đò cũ bến xưa kia";
};

void tst_SecurityChain::tellsWhatWasDone() {
    StationBench bench;
    begin(bench);
    QVERIFY(bench.unlocked().addUser("hai.pq", good));
    QVERIFY(bench.unlocked().setPassword("hai.pq", good));
    QVERIFY(bench.unlocked().setPassword(StationBench::login, good));
    QVERIFY(bench.unlocked().removeUser("hai.pq"));
    QVERIFY(bench.unlocked().securityLog().note({SecurityKind::BackedUp, {}, {}, QStringLiteral("/mnt/copy")}));
    QCOMPARE(told(events(bench)), (QStringList{"backed-up lan.nt /mnt/copy", "user-removed lan.nt hai.pq", "password-changed lan.nt lan.nt",
                                      "password-reset lan.nt hai.pq", "user-added lan.nt hai.pq", "signed-in lan.nt lan.nt", "log-began"}));
    QCOMPARE(events(bench).front().at, bench.clock.now());
    QCOMPARE(faults(bench), QStringList());
    // Over a restart, too.
    bench.close();
    QVERIFY(bench.open());
    QVERIFY(bench.data().unlock(StationBench::login, good));
    const auto checked = journal::verify(bench.directory());
    QVERIFY(checked && checked->faults.empty());
}

void tst_SecurityChain::isFiltered() {
    StationBench bench;
    begin(bench);
    const QDate first = base::toVietnamTime(bench.clock.now()).date();
    bench.clock.pass(24 * 3600);
    QVERIFY(bench.unlocked().addUser("hai.pq", good));
    const auto count = [&](const SecurityFilter& filter) { return events(bench, filter).size(); };
    QCOMPARE(count({first}), size_t(2));
    QCOMPARE(count({first.addDays(1)}), size_t(1));
    QCOMPARE(count({{}, QStringLiteral("hai.pq")}), size_t(1));
    QCOMPARE(count({{}, QStringLiteral("lan.nt")}), size_t(2));
    QCOMPARE(count({{}, {}, SecurityKind::SignedIn}), size_t(1));
    QCOMPARE(count({{}, {}, {}, 2}), size_t(2));
}

void tst_SecurityChain::anActThatFailsIsNotTold() {
    StationBench bench;
    begin(bench);
    QVERIFY(!bench.unlocked().removeUser(StationBench::login));
    QVERIFY(!bench.unlocked().removeUser("nobody"));
    QVERIFY(!bench.unlocked().addUser(StationBench::login, good));
    QCOMPARE(events(bench).size(), size_t(2));
    // Nor done, where it cannot be told.
    execute(bench, "ALTER TABLE security RENAME TO elsewhere");
    QVERIFY(!bench.unlocked().addUser("hai.pq", good));
    QVERIFY(!bench.unlocked().hasUser("hai.pq").value_or(true));
    execute(bench, "ALTER TABLE elsewhere RENAME TO security");
    QVERIFY(bench.unlocked().addUser("hai.pq", good));
}

void tst_SecurityChain::wrongPasswordsAreTold() {
    StationBench bench;
    begin(bench);
    bench.close();
    QVERIFY(bench.open());
    for (int i = 0; i < 10; ++i) {
        QVERIFY(!bench.data().check(StationBench::login, "wrong"));
        QVERIFY(!bench.data().check(StationBench::login, "too early"));
        bench.clock.pass(600);
    }
    QVERIFY(!bench.data().check("Nobody whom the unit knows", "wrong"));
    bench.clock.pass(3600);
    QVERIFY(bench.unlock());
    QVERIFY(bench.unlocked().signedIn(StationBench::login));
    const auto all = events(bench);
    QCOMPARE(told(all).mid(0, 4), (QStringList{"signed-in lan.nt lan.nt", "sign-in-failed", "sign-in-locked lan.nt", "sign-in-failed lan.nt"}));
    QCOMPARE(all[3].count, 10);
    QCOMPARE(all[2].count, 1);
    QVERIFY2(all[1].about.isEmpty(), "a password that is typed into the wrong line is not kept");
    QVERIFY(bench.unlocked().signedIn(StationBench::login));
    QCOMPARE(events(bench).size(), all.size() + 1);
}

/// As if the program had been killed while the password was looked at.
void tst_SecurityChain::aTryIsCountedFromItsStart() {
    StationBench bench;
    begin(bench);
    bench.close();
    QVERIFY(bench.open());
    execute(bench, "CREATE TRIGGER killed BEFORE DELETE ON security_pending WHEN old.kind = 0 BEGIN SELECT raise(ABORT, 'killed'); END");
    QVERIFY(!bench.data().check(StationBench::login, StationBench::password));
    execute(bench, "DROP TRIGGER killed");
    QVERIFY(bench.unlock());
    QVERIFY(bench.unlocked().signedIn(StationBench::login));
    QVERIFY(told(events(bench)).contains(QStringLiteral("sign-in-failed lan.nt")));
}

void tst_SecurityChain::rowsThatAreTakenAwayShow_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("withoutKey");
    QTest::newRow("one between others") << QByteArray("DELETE FROM security WHERE seq = 3") << true;
    QTest::newRow("the first") << QByteArray("DELETE FROM security WHERE seq = 1") << false;
    QTest::newRow("the last") << QByteArray("DELETE FROM security WHERE seq = 5") << false;
    QTest::newRow("the last two") << QByteArray("DELETE FROM security WHERE seq > 3") << false;
    QTest::newRow("one, and the others moved up") << QByteArray("DELETE FROM security WHERE seq = 3; UPDATE security SET seq = seq - 1 WHERE seq > 3")
                                                  << true;
    QTest::newRow("bytes of one") << QByteArray("UPDATE security SET sealed = zeroblob(80) WHERE seq = 3") << true;
    QTest::newRow("one put in the place of another")
        << QByteArray("UPDATE security SET sealed = (SELECT sealed FROM security WHERE seq = 2) WHERE seq = 3") << true;
    QTest::newRow("the sealed end") << QByteArray("DELETE FROM standing") << false;
}

void tst_SecurityChain::rowsThatAreTakenAwayShow() {
    QFETCH(QByteArray, sql);
    QFETCH(bool, withoutKey);
    StationBench bench;
    begin(bench);
    for (int i = 0; i < 3; ++i)
        QVERIFY(bench.unlocked().securityLog().note({SecurityKind::Diagnosed}));
    QCOMPARE(faults(bench), QStringList());
    execute(bench, sql.constData());
    QVERIFY(!faults(bench).isEmpty());
    const auto checked = journal::verify(bench.directory());
    QVERIFY(checked);
    QCOMPARE(!checked->faults.empty(), withoutKey);
    // It goes on, and what is gone shows for as long as it would have been kept.
    QVERIFY(bench.unlocked().securityLog().note({SecurityKind::Diagnosed}));
    const QStringList newest = told(events(bench)).mid(0, 3);
    // That the standing was taken away while the desk was open is a line of its own.
    const bool isSaid =
        !faults(bench).isEmpty() || (newest.value(1).startsWith(QLatin1String("file-changed")) && newest.contains(QStringLiteral("log-began")));
    QVERIFY2(isSaid, qPrintable(told(events(bench)).join(QLatin1Char('\n'))));
}

void tst_SecurityChain::whatIsTakenAwayAllShowsAsABeginning() {
    StationBench bench;
    begin(bench);
    bench.clock.pass(3600);
    execute(bench, "DELETE FROM security");
    QCOMPARE(faults(bench), QStringList{QStringLiteral("security row 1: missing, with all that followed")});
    execute(bench, "DELETE FROM standing");
    QVERIFY(bench.unlocked().securityLog().note({SecurityKind::Diagnosed}));
    const auto all = events(bench);
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all[1].kind, SecurityKind::FileChanged);
    QCOMPARE(all.back().kind, SecurityKind::LogBegan);
    QCOMPARE(all.back().at, bench.clock.now());
}

void tst_SecurityChain::isBounded() {
    const auto connection = sqlite::Connection::inMemory();
    QVERIFY(connection);
    QVERIFY((*connection)
                ->execute("CREATE TABLE standing(name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID, STRICT;"
                          "CREATE TABLE security(seq INTEGER PRIMARY KEY, previous BLOB NOT NULL, sealed BLOB NOT NULL) STRICT"));
    constexpr int most = 20;
    const auto key = journal::DataKey::make();
    QVERIFY(key);
    const QUuid station = QUuid::createUuid();
    journal::Standing standing(**connection, station, journal::Sealer(*key));
    SecurityChain chain(**connection, station, journal::Sealer(*key), standing, most);
    for (int i = 1; i <= 3 * most; ++i) {
        QVERIFY(chain.append(QByteArray::number(i)));
        QCOMPARE(chain.faults().value_or(QStringList{QStringLiteral("?")}), QStringList());
    }
    QCOMPARE((*connection)->scalar("SELECT count(*) FROM security").value_or(0), qint64(most));
    QList<QByteArray> first;
    QVERIFY(chain.walk(SecurityChain::Order::OldestFirst, [&](qint64, const QByteArray& plain) {
        first << plain;
        return false;
    }));
    QCOMPARE(first, QList<QByteArray>{QByteArray::number(2 * most + 1)});
}

void tst_SecurityChain::oldRowsGo() {
    StationBench bench;
    begin(bench);
    bench.clock.pass(qint64(11) * 366 * 24 * 3600);
    QVERIFY(bench.unlocked().signedIn(StationBench::login));
    QCOMPARE(faults(bench), QStringList());
    for (const SecurityEvent& event : events(bench))
        QVERIFY(event.at > bench.clock.now().addYears(-1) || event.kind == SecurityKind::SignedIn);
    QVERIFY(events(bench).size() <= 2);
}

/// In the GUI thread: less than a blink, also when there are many.
void tst_SecurityChain::isWrittenQuickly() {
    StationBench bench;
    begin(bench);
    constexpr int rows = 2000;
    for (int i = 0; i < rows; ++i)
        QVERIFY(bench.unlocked().securityLog().note({SecurityKind::Diagnosed}));
    QElapsedTimer timer;
    timer.start();
    constexpr int more = 20;
    for (int i = 0; i < more; ++i)
        QVERIFY(bench.unlocked().securityLog().note({SecurityKind::Diagnosed}));
    qInfo("a note: %.2f ms", double(timer.nsecsElapsed()) / 1e6 / more);
    QVERIFY(timer.elapsed() / more < 50);
}

QTEST_GUILESS_MAIN(tst_SecurityChain)
#include "tst_SecurityChain.moc"
