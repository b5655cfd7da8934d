#include "tests/gui/PlaceTest.h"

#include <QTableView>
#include <QTest>

using namespace motcua;
using test::Harness;

/// Synchronisation and the clock: what needs somebody.
class tst_SyncPlace : public QObject {
    Q_OBJECT

private slots:
    void refusedRecordNeedsSomebody();
    void whatDoesNotStandIsSeenTo();
    void aReceiptThatDoesNotStandIsTakenInAnew();
    void clockThatIsBehindIsToldAndConfirmed();
    void olderProgramsAreTold();
    void oneStandingIsSaidEverywhere_data();
    void oneStandingIsSaidEverywhere();
};

namespace {

/// What stands in the list.
QString rowsOf(const Harness& harness) {
    QStringList cells;
    for (const QTableView* table : harness.window->findChildren<QTableView*>())
        if (table->isVisible())
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    cells << table->model()->index(row, column).data().toString();
    return cells.join(QLatin1Char('\n'));
}

}

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
    QCOMPARE(harness.bench.exchange.takenOut, std::vector<qint64>{7});
    const int before = harness.bench.sync.tries;
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.sync.tries, before + 1);
}

void tst_SyncPlace::whatDoesNotStandIsSeenTo() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    const QString code = harness.bench.dossier(dossier).code;
    const auto refused = [&](qint64 seq, const QString& kind) {
        domain::ports::RefusedItem item{seq, kind, dossier, code, QStringLiteral("event.wrong-role"), {}, harness.bench.clock.now()};
        item.forGood = true;
        return item;
    };
    harness.bench.exchange.refused = {refused(7, QStringLiteral("dossier-approved")), refused(8, QStringLiteral("entry-registered"))};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    QVERIFY2(rowsOf(harness).contains(QStringLiteral("Không có giá trị")), qPrintable(rowsOf(harness)));
    QVERIFY2(rowsOf(harness).contains(QStringLiteral("Hãy làm lại cho đúng")), qPrintable(rowsOf(harness)));
    harness.shoot(QStringLiteral("sync-does-not-stand-vi"));
    QVERIFY(!canPress(harness, Qt::Key_F8));
    QVERIFY(!canPress(harness, Qt::Key_F6));
    press(harness, Qt::Key_F5);
    QCOMPARE(harness.bench.exchange.takenOut, (std::vector<qint64>{7, 8}));
    QVERIFY(rowsOf(harness).isEmpty());
    QVERIFY(!canPress(harness, Qt::Key_F5));
}

void tst_SyncPlace::aReceiptThatDoesNotStandIsTakenInAnew() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    const auto history = harness.bench.journal.history(dossier);
    harness.bench.exchange.refusedEvents.emplace(7, history->front());
    const domain::DossierId gone(QUuid::createUuid());
    domain::ports::RefusedItem item{7, QStringLiteral("dossier-received"), gone, QStringLiteral("H49.30-261123-0009"),
        QStringLiteral("dossier.code-taken"), {}, harness.bench.clock.now()};
    item.forGood = true;
    harness.bench.exchange.refused = {item};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    QVERIFY(!canPress(harness, Qt::Key_F4));
    press(harness, Qt::Key_F6);
    harness.shoot(QStringLiteral("sync-received-anew-vi"));
    const auto& content = harness.bench.counter->intake().form().content();
    const domain::Dossier before = harness.bench.dossier(dossier);
    QVERIFY(content.dossier.isNull() && !content.correction);
    QCOMPARE(content.procedureCode, before.procedure.code);
    QCOMPARE(harness.bench.counter->intake().form().applicant().name, before.applicant.name);
    const auto known = harness.bench.archive.dossiers({})->size();
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.archive.dossiers({})->size(), known + 1);
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
