#include "tests/gui/PlaceTest.h"

#include <QTest>

using namespace motcua;
using test::Harness;

/// Synchronisation and the clock: what needs somebody.
class tst_SyncPlace : public QObject {
    Q_OBJECT

private slots:
    void refusedRecordNeedsSomebody();
    void clockThatIsBehindIsToldAndConfirmed();
    void olderProgramsAreTold();
    void oneStandingIsSaidEverywhere_data();
    void oneStandingIsSaidEverywhere();
};

void tst_SyncPlace::refusedRecordNeedsSomebody() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.exchange.refused = {{7, QStringLiteral("dossier-received"), dossier, harness.bench.dossier(dossier).code,
        QStringLiteral("record.blob-missing"), {}, harness.bench.clock.now()}};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    engine::Status status;
    status.line = engine::Line::Up;
    status.unsent = 2;
    status.acknowledged = 5;
    status.refusals = 1;
    harness.bench.sync.report(status);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("5 trên 7 bản ghi")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F8);
    QCOMPARE(harness.bench.exchange.sentAgain, std::vector<qint64>{7});
    const int before = harness.bench.sync.tries;
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.sync.tries, before + 1);
}

void tst_SyncPlace::clockThatIsBehindIsToldAndConfirmed() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    harness.bench.clock.advance(-7200);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đồng hồ có đúng không?")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("07:00 23/11/2026")), qPrintable(wordsOf(harness)));
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
    QVERIFY(harness.desk().go(QStringLiteral("sync")));
    harness.shoot(QStringLiteral("sync-clock-vi"));
    QVERIFY(canPress(harness, Qt::Key_F7));
    press(harness, Qt::Key_F7);
    QVERIFY(!canPress(harness, Qt::Key_F7));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Đồng hồ có đúng không?")));
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
}

void tst_SyncPlace::olderProgramsAreTold() {
    Harness harness;
    harness.bench.exchange.reads = {domain::newestRecordVersion, 1, QStringLiteral("Quầy 2")};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Quầy 2 còn chạy bản cũ")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("sync-older-desk-vi"));
    harness.bench.exchange.reads = {1, 1, {}};
    emit harness.bench.sync.received();
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Hệ thống của tỉnh còn chạy bản cũ")), qPrintable(wordsOf(harness)));
    harness.bench.exchange.reads = {domain::newestRecordVersion, domain::newestRecordVersion, {}};
    emit harness.bench.sync.received();
    QVERIFY2(!wordsOf(harness).contains(QStringLiteral("còn chạy bản cũ")), qPrintable(wordsOf(harness)));
}

void tst_SyncPlace::oneStandingIsSaidEverywhere_data() {
    QTest::addColumn<bool>("recorded");
    QTest::addColumn<int>("unsent");
    QTest::addColumn<int>("scans");
    QTest::addColumn<int>("acknowledged");
    QTest::addColumn<bool>("all");
    QTest::newRow("nothing was done yet") << false << 0 << 0 << 0 << false;
    QTest::newRow("all is there") << false << 0 << 0 << 5 << true;
    QTest::newRow("recorded just now, the status has not heard of it") << true << 0 << 0 << 5 << false;
    QTest::newRow("the status still counts what is there") << false << 2 << 0 << 5 << false;
    QTest::newRow("a scan is missing") << false << 0 << 1 << 5 << false;
}

/// In the strip, in the card, and where the list is empty.
void tst_SyncPlace::oneStandingIsSaidEverywhere() {
    QFETCH(bool, recorded);
    QFETCH(int, unsent);
    QFETCH(int, scans);
    QFETCH(int, acknowledged);
    QFETCH(bool, all);
    Harness harness;
    if (recorded)
        harness.bench.exchange.unsentItems = {{6, QStringLiteral("note-added"), {}, {}, harness.bench.clock.now(), false}};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    engine::Status status;
    status.line = engine::Line::Up;
    status.unsent = unsent;
    status.unsentBlobs = scans;
    status.acknowledged = acknowledged;
    harness.bench.sync.report(status);
    const QString words = wordsOf(harness);
    QCOMPARE(words.contains(QStringLiteral("Tỉnh đã nhận đủ")), all);
    if (all)
        QVERIFY2(!words.contains(QStringLiteral("Chưa được xác nhận")), qPrintable(words));
}

QTEST_MAIN(tst_SyncPlace)
#include "tst_SyncPlace.moc"
