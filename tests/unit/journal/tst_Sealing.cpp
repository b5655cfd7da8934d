#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/Sealer.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QTest>

using namespace motcua;
using journal::Sealer;
using journal::SealPlace;
using test::StationBench;

class tst_Sealing : public QObject {
    Q_OBJECT

private slots:
    void opensOnlyInItsPlace_data();
    void opensOnlyInItsPlace();
    void neverTheSameTwice();
    void guessingSlowsDown();
    void tenthWrongOneLocks();
    void restartAndClockWinNothing_data();
    void restartAndClockWinNothing();
    void unknownUserLooksLikeAWrongPassword();
    void slotsBelongToTheirStation();
};

void tst_Sealing::opensOnlyInItsPlace_data() {
    QTest::addColumn<bool>("opens");
    for (const char* row : {"as it was", "other station", "other number", "other kind", "changed", "cut", "empty", "other key"})
        QTest::newRow(row) << (qstrcmp(row, "as it was") == 0);
}

void tst_Sealing::opensOnlyInItsPlace() {
    QFETCH(bool, opens);
    const auto key = *journal::DataKey::make();
    const Sealer sealer(key);
    const SealPlace place{QUuid::createUuid(), 7, "record:note-added"};
    const QByteArray plain("Nguyễn Thị Đào");
    QByteArray sealed = *sealer.seal(plain, place);
    QVERIFY(!sealed.contains(plain.first(6)));
    SealPlace asked = place;
    const QByteArray row = QTest::currentDataTag();
    std::shared_ptr<const journal::DataKey> with = key;
    if (row == "other station")
        asked.station = QUuid::createUuid();
    else if (row == "other number")
        asked.seq = 8;
    else if (row == "other kind")
        asked.kind = "record:note-addee";
    else if (row == "changed")
        sealed[14] = static_cast<char>(sealed[14] ^ 1);
    else if (row == "cut")
        sealed.chop(1);
    else if (row == "empty")
        sealed.clear();
    else if (row == "other key")
        with = *journal::DataKey::make();
    const auto opened = Sealer(with).open(sealed, asked);
    QCOMPARE(bool(opened), opens);
    if (opened)
        QCOMPARE(*opened, plain);
    else
        QCOMPARE(opened.error().code, QStringLiteral("seal.broken"));
}

void tst_Sealing::neverTheSameTwice() {
    const Sealer sealer(*journal::DataKey::make());
    QVERIFY(*sealer.seal("x", {}) != *sealer.seal("x", {}));
    QCOMPARE(*sealer.open(*sealer.seal({}, {}), {}), QByteArray());
}

void tst_Sealing::guessingSlowsDown() {
    StationBench bench;
    QVERIFY(bench.create());
    qint64 wait = 1;
    for (int wrong = 1; wrong <= 5; ++wrong, wait *= 2) {
        const auto checked = bench.data().check(StationBench::login, "wrong password");
        QCOMPARE(checked.error().code, QStringLiteral("unlock.wrong-password"));
        QCOMPARE(checked.error().detail.value("triesLeft").toInt(), 10 - wrong);
        QCOMPARE(checked.error().detail.value("waitSeconds").toLongLong(), wait);
        const auto early = bench.data().check(StationBench::login, StationBench::password);
        QCOMPARE(early.error().code, QStringLiteral("unlock.wait"));
        bench.clock.pass(wait);
    }
    QVERIFY(bench.data().check(StationBench::login, StationBench::password));
    QCOMPARE(bench.data().check(StationBench::login, "wrong password").error().detail.value("triesLeft"), QStringLiteral("9"));
}

void tst_Sealing::tenthWrongOneLocks() {
    StationBench bench;
    QVERIFY(bench.create());
    for (int wrong = 1; wrong <= 10; ++wrong) {
        QCOMPARE(bench.data().check(StationBench::login, "wrong password").error().code, QStringLiteral("unlock.wrong-password"));
        if (wrong < 10)
            bench.clock.pass(600);
    }
    bench.clock.pass(15 * 60 - 1);
    QCOMPARE(bench.data().check(StationBench::login, StationBench::password).error().detail.value("waitSeconds"), QStringLiteral("1"));
    bench.clock.pass(1);
    QVERIFY(bench.data().check(StationBench::login, StationBench::password));
}

void tst_Sealing::restartAndClockWinNothing_data() {
    QTest::addColumn<bool>("restart");
    QTest::addColumn<qint64>("moved");
    QTest::newRow("restart") << true << qint64(0);
    QTest::newRow("clock back a year") << false << qint64(-365 * 86400);
    QTest::newRow("clock back and restart") << true << qint64(-365 * 86400);
}

void tst_Sealing::restartAndClockWinNothing() {
    QFETCH(bool, restart);
    QFETCH(qint64, moved);
    StationBench bench;
    QVERIFY(bench.create());
    for (int wrong = 1; wrong <= 4; ++wrong) {
        QVERIFY(!bench.data().check(StationBench::login, "wrong password"));
        if (wrong < 4)
            bench.clock.pass(600);
    }
    bench.clock.moveWall(moved);
    if (restart) {
        bench.clock.restart();
        QVERIFY(bench.open());
    }
    QCOMPARE(bench.data().check(StationBench::login, StationBench::password).error().code, QStringLiteral("unlock.wait"));
    // Nor does it lock anyone out for a year: the wait runs on with the program.
    bench.clock.pass(8);
    QVERIFY(bench.data().check(StationBench::login, StationBench::password));
}

void tst_Sealing::unknownUserLooksLikeAWrongPassword() {
    StationBench bench;
    QVERIFY(bench.create());
    const auto known = bench.data().check(StationBench::login, "wrong password");
    const auto unknown = bench.data().check("nobody", "wrong password");
    QCOMPARE(unknown.error().code, known.error().code);
    QCOMPARE(unknown.error().detail, known.error().detail);
    QCOMPARE(bench.data().check("nobody", "wrong password").error().code, QStringLiteral("unlock.wait"));
}

void tst_Sealing::slotsBelongToTheirStation() {
    StationBench bench;
    QVERIFY(bench.create());
    bench.close();
    {
        const auto connection = sqlite::Connection::open(bench.databaseFile());
        QVERIFY((*connection)->execute("UPDATE fact SET value = zeroblob(16) WHERE name = 'station'"));
    }
    QVERIFY(bench.open());
    QCOMPARE(bench.data().check(StationBench::login, StationBench::password).error().code, QStringLiteral("unlock.wrong-password"));
}

QTEST_GUILESS_MAIN(tst_Sealing)
#include "tst_Sealing.moc"
