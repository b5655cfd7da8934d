#include "app/domain/Fold.h"
#include "app/ui/shell/RailButton.h"
#include "app/ui/shell/StatusStrip.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;
using test::Harness;

/// Synchronisation and the clock: what needs somebody.
class tst_SyncPlace : public QObject {
    Q_OBJECT

private slots:
    void refusedRecordNeedsSomebody();
    void whatDoesNotStandIsSeenTo();
    void aReceiptThatDoesNotStandIsTakenInAnew();
    void whatIsSeenToCanBeTakenBack();
    void aReceiptIsPutAwayByAReasonAlone();
    void aReceiptIsFoundByTheCitizensName();
    void anIntakeMadeFromAReceiptIsGoneOnWith();
    void clockThatIsBehindIsToldAndConfirmed();
    void olderProgramsAreTold();
    void oneStandingIsSaidEverywhere_data();
    void oneStandingIsSaidEverywhere();
    void oneNumberIsSaidEverywhere();
    void theCardsAreWholeWhereThereIsRoom();
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

/// The receipt of this dossier, and that it was handed to the supervisors, do not stand.
void setAside(Harness& harness, domain::DossierId dossier) {
    harness.bench.exchange.refusedEvents.emplace(7, harness.bench.journal.history(dossier)->front());
    const auto refused = [&](qint64 seq, const char* kind) {
        domain::ports::RefusedItem item{seq, QString::fromLatin1(kind), dossier, harness.bench.dossier(dossier).code,
            QStringLiteral("record.set-aside"), {}, harness.bench.clock.now()};
        item.forGood = true;
        return item;
    };
    harness.bench.exchange.refused = {refused(7, "dossier-received"), refused(8, "dossier-submitted")};
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
    const domain::DossierId gone(QUuid::createUuid());
    setAside(harness, dossier);
    for (auto& item : harness.bench.exchange.refused)
        item.dossier = gone;
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
    // What it mends is settled with it.
    QCOMPARE(harness.bench.exchange.takenOut, (std::vector<qint64>{8, 7}));
    QVERIFY(harness.bench.exchange.refused.empty());
    QVERIFY(harness.desk().go(QStringLiteral("sync")));
    QVERIFY(!canPress(harness, Qt::Key_F6));
}

void tst_SyncPlace::whatIsSeenToCanBeTakenBack() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    setAside(harness, dossier);
    std::erase_if(harness.bench.exchange.refused, [](const auto& item) { return item.seq == 7; });
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    harness.bench.counter->held().setDelay(1h);
    press(harness, Qt::Key_F5);
    QVERIFY(harness.bench.exchange.takenOut.empty());
    QVERIFY(rowsOf(harness).isEmpty());
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(harness.bench.dossier(dossier).applicant.name), qPrintable(words));
    harness.shoot(QStringLiteral("sync-seen-to-vi"));
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!rowsOf(harness).isEmpty());
    QVERIFY(harness.bench.exchange.takenOut.empty());
    press(harness, Qt::Key_F5);
    harness.bench.counter->held().settle();
    QCOMPARE(harness.bench.exchange.takenOut, std::vector<qint64>{8});
    QVERIFY(harness.bench.counter->held().acts().empty());
}

void tst_SyncPlace::aReceiptIsPutAwayByAReasonAlone() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    setAside(harness, dossier);
    const QString name = harness.bench.dossier(dossier).applicant.name;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    QVERIFY2(rowsOf(harness).contains(name), qPrintable(rowsOf(harness)));
    // Also from a row that goes with the receipt.
    press(harness, Qt::Key_Down);
    press(harness, Qt::Key_F5);
    QVERIFY(harness.bench.exchange.takenOut.empty());
    QVERIFY2(wordsOf(harness).contains(name), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("sync-why-seen-to-vi"));
    for (const QSize& size : {QSize(1366, 768), QSize(1024, 720)}) {
        harness.window->resize(size);
        harness.shoot(QStringLiteral("sync-why-%1-vi").arg(size.width()));
        const auto faults = test::layoutFaults(*harness.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        auto* list = harness.find<QTableView>(QStringLiteral("Các bản ghi chưa xong với tỉnh"));
        QVERIFY(list && list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
        // Nothing of another part lies over its card.
        const QWidget* card = list->parentWidget()->parentWidget();
        for (QWidget* other = list->window()->childAt(card->mapTo(list->window(), QPoint(12, 12))); other != card; other = other->parentWidget())
            QVERIFY(other && other != list->window());
    }
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.exchange.takenOut.empty());
    press(harness, Qt::Key_Escape);
    QCOMPARE(harness.bench.exchange.refused.size(), 2u);
    press(harness, Qt::Key_F5);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.exchange.takenOut, (std::vector<qint64>{7, 8}));
    const auto noted = harness.bench.security.events({.kind = domain::SecurityKind::SeenTo});
    QCOMPARE(noted->size(), 1u);
    QVERIFY(noted->front().about.startsWith(harness.bench.dossier(dossier).code + QLatin1Char(' ')));
}

void tst_SyncPlace::aReceiptIsFoundByTheCitizensName() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    setAside(harness, dossier);
    const QString name = harness.bench.dossier(dossier).applicant.name;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    press(harness, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(harness.window->focusWidget(), domain::searchKey(name));
    auto* above = harness.window->findChild<QListWidget*>(QStringLiteral("paletteUnfinished"));
    QTRY_COMPARE(above->count(), 1);
    harness.shoot(QStringLiteral("search-receipt-vi"));
    press(harness, Qt::Key_Up);
    press(harness, Qt::Key_Return);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("sync"));
    QVERIFY(canPress(harness, Qt::Key_F6));
}

void tst_SyncPlace::anIntakeMadeFromAReceiptIsGoneOnWith() {
    Harness harness;
    harness.bench.seatClerk();
    setAside(harness, harness.bench.receiveCopy());
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    press(harness, Qt::Key_F6);
    auto& intake = harness.bench.counter->intake();
    intake.form().setNote(QStringLiteral("đã gọi lại"));
    QVERIFY(harness.desk().go(QStringLiteral("sync")));
    press(harness, Qt::Key_F6);
    QCOMPARE(intake.form().content().note, QStringLiteral("đã gọi lại"));
    // Also when something else was begun meanwhile.
    QVERIFY(intake.draft().startNew());
    QVERIFY(harness.desk().go(QStringLiteral("sync")));
    press(harness, Qt::Key_F6);
    QCOMPARE(intake.form().content().note, QStringLiteral("đã gọi lại"));
    QCOMPARE(harness.bench.drafts.everybodys()->size(), 1u);
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
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Quầy 2 chưa mở bằng bản phần mềm này")), qPrintable(wordsOf(harness)));
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

/// In the strip, on the rail and above the list; also while what was said to be seen to can be taken back, and whatever the status last heard.
void tst_SyncPlace::oneNumberIsSaidEverywhere() {
    Harness harness;
    harness.bench.seatClerk();
    setAside(harness, harness.bench.receiveCopy());
    std::erase_if(harness.bench.exchange.refused, [](const auto& item) { return item.seq == 7; });
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    harness.bench.counter->held().setDelay(1h);
    engine::Status status;
    status.line = engine::Line::Up;
    status.acknowledged = 9;
    status.refusals = 2;
    harness.bench.sync.report(status);
    const auto said = [&](int number) {
        const auto rail = harness.window->findChildren<ui::RailButton*>();
        const auto place = harness.desk().visiblePlaces().indexOf(QStringLiteral("sync"));
        static const QRegularExpression words(QStringLiteral("(\\d+) mục cần xử lý"));
        const auto* strip = harness.window->findChild<ui::StatusStrip*>()->findChild<ui::Badge*>();
        QList<int> numbers;
        for (const auto& match : words.globalMatch(wordsOf(harness) + QLatin1Char('\n') + strip->text()))
            numbers << match.captured(1).toInt();
        return rail.at(place)->count() == number && numbers == (number > 0 ? QList<int>{number, number} : QList<int>());
    };
    QVERIFY2(said(1), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F5);
    QVERIFY2(said(0), qPrintable(wordsOf(harness)));
    harness.bench.sync.report(status);
    QVERIFY2(said(0), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(said(1), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F5);
    harness.bench.counter->held().settle();
    QVERIFY2(said(0), qPrintable(wordsOf(harness)));
}

/// Also after there was none for a moment.
void tst_SyncPlace::theCardsAreWholeWhereThereIsRoom() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("sync"));
    engine::Status status;
    status.line = engine::Line::Up;
    status.acknowledged = 10;
    status.confirmedHead = QString(64, QLatin1Char('a'));
    status.lastContact = harness.bench.clock.now();
    harness.bench.sync.report(status);
    for (const QSize& size : {QSize(1366, 749), QSize(1366, 560), QSize(1366, 749)}) {
        harness.window->resize(size);
        harness.shoot(QStringLiteral("sync-cards-%1-vi").arg(size.height()));
        QTest::qWait(20);
    }
    const auto* cards = harness.desk().page(QStringLiteral("sync"))->findChild<ui::ScrollColumn*>();
    QVERIFY(cards && !cards->verticalScrollBar()->isVisible());
    QVERIFY(cards->widget()->height() <= cards->viewport()->height());
}

QTEST_MAIN(tst_SyncPlace)
#include "tst_SyncPlace.moc"
