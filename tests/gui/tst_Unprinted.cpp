#include "app/ui/shell/PrintStrip.h"
#include "app/ui/shell/UnprintedPanel.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;

/// What did not come out of the printer is told in every place until it has come out, and is printed or saved from there by keys.
class tst_Unprinted : public QObject {
    Q_OBJECT

private slots:
    void isToldUntilItComesOut();
    void theNextPrintWipesNothing();
    void savedAsAPdfInstead();
    void whereNothingCanBeSavedItStays();
    void isDropped();
    void outlastsTheProgram();
    void whatWasUnderWayIsAskedAbout();
    void whatARecordOwesIsFoundAgain();
    void whatIsNotWantedStaysAway();
    void aBookToo();
    void whatIsBeingPrintedIsNotSaidOfWhatFailed();
    void whatWaitsAtThePrinterIsTakenOutBeforeItIsPrintedAgain();
    void whatCameOutMeanwhileIsNotPrintedTwice();
    void whatIsNotNeededIsTakenOut();
    void whatCannotBeTakenOutIsNotPrinted();
    void whatComesOutByItselfLeavesTheList();

private:
    static ui::PrintStrip* strip(Harness& harness) { return harness.window->findChild<ui::PrintStrip*>(); }
    static QListWidget* list(Harness& harness) { return harness.window->findChild<QListWidget*>(QStringLiteral("unprintedList")); }
    static const std::vector<counter::UnprintedPaper>& unprinted(Harness& harness) { return harness.bench.counter->printing().unprinted(); }
    static constexpr int stoppedJob = 77;
    static base::Error noPaper() { return {QStringLiteral("print.stopped"), {{QStringLiteral("reason"), QStringLiteral("media-empty")}}}; }
    /// A result that the printer refused, at the hand-over.
    static domain::DossierId refusedCopy(Harness& harness);
    /// As refusedCopy(): and the job, number 77, waits in the printer's queue. The list is open.
    static domain::DossierId stoppedCopy(Harness& harness);
    /// Received, and killed after the record and before the paper.
    static domain::DossierId killedAtReceipt(Harness& harness);
    static QString said(Harness& harness) { return harness.window->findChild<ui::NoticeBar*>()->text(); }
    static void savePdf(const QString& path);
};

domain::DossierId tst_Unprinted::refusedCopy(Harness& harness) {
    const auto dossier = harness.bench.approvedCopy();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
        QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
        harness.bench.paper.printFailure = noPaper();
        press(harness, Qt::Key_F9);
        QTRY_COMPARE(unprinted(harness).size(), 1u);
    }();
    return dossier;
}

void tst_Unprinted::savePdf(const QString& path) {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
}

void tst_Unprinted::isToldUntilItComesOut() {
    Harness harness;
    const auto dossier = refusedCopy(harness);
    const QString code = harness.bench.dossier(dossier).code;
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        QVERIFY(strip(harness)->isVisible());
        QVERIFY2(strip(harness)->text().contains(code), qPrintable(strip(harness)->text()));
    }
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    harness.shoot(QStringLiteral("unprinted-strip-vi"));
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(list(harness)->isVisible());
    QCOMPARE(list(harness)->count(), 1);
    harness.shoot(QStringLiteral("unprinted-panel-vi"));
    const auto buttons = harness.window->findChild<ui::UnprintedPanel*>()->findChildren<ui::ActionButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const auto* each) { return each->accessibleDescription() == QLatin1String("Enter"); }));
    hand.press(Qt::Key_Return);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QVERIFY(list(harness)->count() <= 1);
    harness.bench.paper.printFailure = {};
    if (!list(harness)->isVisible())
        hand.press(Qt::Key_P, Qt::ControlModifier);
    const size_t sheets = harness.bench.paper.requests.size();
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QVERIFY(!list(harness)->isVisible());
    QCOMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QCOMPARE(harness.bench.paper.requests.back().copies, 2);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
}

void tst_Unprinted::theNextPrintWipesNothing() {
    Harness harness;
    const auto first = refusedCopy(harness);
    const auto second = harness.bench.receiveCopy();
    QTRY_COMPARE(unprinted(harness).size(), 2u);
    auto& printing = harness.bench.counter->printing();
    printing.print(QStringLiteral("form-01"), second);
    QTRY_COMPARE(printing.pending(), 0);
    QCOMPARE(unprinted(harness).size(), 2u);
    QCOMPARE(unprinted(harness).back().copies, 1);
    harness.bench.paper.printFailure = {};
    printing.print(QStringLiteral("form-01"), second);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().paper.dossier, first);
    QCOMPARE(unprinted(harness).front().copies, 2);
    printing.print(QStringLiteral("attestation-copy"), first, 1);
    QTRY_COMPARE(printing.pending(), 0);
    QCOMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().copies, 1);
}

void tst_Unprinted::savedAsAPdfInstead() {
    QTemporaryDir directory;
    Harness harness;
    const auto dossier = refusedCopy(harness);
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_S, Qt::ControlModifier);
    const QString path = directory.filePath(QStringLiteral("lời chứng.pdf"));
    savePdf(path);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(!strip(harness)->isVisible());
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    QVERIFY2(notice->text().contains(path), qPrintable(notice->text()));
}

void tst_Unprinted::whereNothingCanBeSavedItStays() {
    Harness harness;
    const auto dossier = refusedCopy(harness);
    const counter::UnprintedPaper missing = unprinted(harness).front();
    harness.bench.counter->printing().saveAsPdf(missing, QStringLiteral("/proc/none/a.pdf"));
    QCOMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("file.write-failed"));
    QCOMPARE(unprinted(harness).front().copies, 2);
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
}

/// Ended, or killed: the receipt that somebody waits for is told of after the next sign-in, whoever signs in.
void tst_Unprinted::outlastsTheProgram() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.paper.printFailure = noPaper();
    const auto dossier = harness.bench.receiveCopy();
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    harness.bench.restart();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    QVERIFY(strip(harness)->isVisible());
    QVERIFY2(strip(harness)->text().contains(harness.bench.dossier(dossier).code), qPrintable(strip(harness)->text()));
    QCOMPARE(unprinted(harness).front().error.detail.value(QStringLiteral("reason")), QStringLiteral("media-empty"));
    harness.bench.paper.printFailure = {};
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    harness.shoot(QStringLiteral("unprinted-after-restart-vi"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    harness.bench.restart();
    harness.bench.seatClerk();
    QVERIFY(unprinted(harness).empty());
}

void tst_Unprinted::whatWasUnderWayIsAskedAbout() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.paper.isSlow = true;
    const auto dossier = harness.bench.receiveCopy();
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 1);
    QVERIFY(unprinted(harness).empty());
    harness.bench.restart();
    harness.bench.seatClerk();
    QCOMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().paper.dossier, dossier);
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.interrupted"));
}

domain::DossierId tst_Unprinted::killedAtReceipt(Harness& harness) {
    domain::DossierId dossier;
    [&] {
        harness.bench.seatClerk();
        harness.bench.paper.isSlow = true;
        dossier = harness.bench.receiveCopy();
        // As if the list had not been written yet.
        const auto drafts = harness.bench.drafts.all();
        for (const domain::ports::Draft& draft : drafts)
            QVERIFY(harness.bench.drafts.drop(draft.id));
        harness.bench.paper.isSlow = false;
        harness.bench.restart();
    }();
    return dossier;
}

/// Killed between the record and its paper: no list names it, the record does.
void tst_Unprinted::whatARecordOwesIsFoundAgain() {
    Harness harness;
    const auto dossier = killedAtReceipt(harness);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    QCOMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().paper.form, QStringLiteral("form-01"));
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.not-begun"));
    QVERIFY(!unprinted(harness).front().isAsked());
    QVERIFY2(strip(harness)->text().contains(harness.bench.dossier(dossier).code), qPrintable(strip(harness)->text()));
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.kinds(dossier).count(QStringLiteral("print-recorded")), 1);
    harness.bench.restart();
    harness.bench.seatClerk();
    QVERIFY(unprinted(harness).empty());
}

void tst_Unprinted::whatIsNotWantedStaysAway() {
    Harness harness;
    killedAtReceipt(harness);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QCOMPARE(unprinted(harness).size(), 1u);
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    QVERIFY(unprinted(harness).empty());
    harness.bench.restart();
    harness.bench.seatClerk();
    QVERIFY(unprinted(harness).empty());
}

void tst_Unprinted::isDropped() {
    Harness harness;
    const auto dossier = refusedCopy(harness);
    const size_t sheets = harness.bench.paper.requests.size();
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    QVERIFY(!strip(harness)->isVisible());
    QVERIFY(!list(harness)->isVisible());
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
}

void tst_Unprinted::aBookToo() {
    QTemporaryDir directory;
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    harness.bench.paper.printFailure = noPaper();
    Hand hand;
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QVERIFY(strip(harness)->isVisible());
    const QString path = directory.filePath(QStringLiteral("so.pdf"));
    harness.bench.counter->printing().saveAsPdf(counter::UnprintedPaper(unprinted(harness).front()), path);
    QTRY_VERIFY(unprinted(harness).empty());
    QVERIFY(QFile::exists(path));
}

/// The spooler's answer takes "is being printed" with it.
void tst_Unprinted::whatIsBeingPrintedIsNotSaidOfWhatFailed() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    harness.bench.paper.printFailure = noPaper();
    Hand hand;
    hand.press(Qt::Key_F9);
    QTRY_VERIFY(strip(harness)->isVisible());
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    QVERIFY2(!notice->isVisible() || !notice->text().contains(QStringLiteral("đang in")), qPrintable(notice->text()));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
}

domain::DossierId tst_Unprinted::stoppedCopy(Harness& harness) {
    const auto dossier = harness.bench.approvedCopy();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
        QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
        base::Error stopped = noPaper();
        stopped.detail.insert(QStringLiteral("queue"), QStringLiteral("desk"));
        stopped.detail.insert(QStringLiteral("job"), QString::number(stoppedJob));
        harness.bench.paper.printFailure = stopped;
        press(harness, Qt::Key_F9);
        QTRY_COMPARE(unprinted(harness).size(), 1u);
        harness.bench.paper.printFailure = {};
        Hand().press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(list(harness)->isVisible());
    }();
    return dossier;
}

void tst_Unprinted::whatWaitsAtThePrinterIsTakenOutBeforeItIsPrintedAgain() {
    Harness harness;
    const auto dossier = stoppedCopy(harness);
    harness.shoot(QStringLiteral("unprinted-stopped-vi"));
    const size_t sheets = harness.bench.paper.requests.size();
    Hand().press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.withdrawn, std::vector<int>{stoppedJob});
    QCOMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
}

void tst_Unprinted::whatCameOutMeanwhileIsNotPrintedTwice() {
    Harness harness;
    const auto dossier = stoppedCopy(harness);
    harness.bench.paper.fates.insert(stoppedJob, domain::ports::JobFate::CameOut);
    const size_t sheets = harness.bench.paper.requests.size();
    Hand().press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
    QVERIFY2(said(harness).contains(QStringLiteral("đã in ra")), qPrintable(said(harness)));
}

void tst_Unprinted::whatIsNotNeededIsTakenOut() {
    Harness harness;
    const auto dossier = stoppedCopy(harness);
    Hand().press(Qt::Key_Delete);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.withdrawn, std::vector<int>{stoppedJob});
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
    QVERIFY2(said(harness).contains(QStringLiteral("rút khỏi hàng đợi")), qPrintable(said(harness)));
    harness.shoot(QStringLiteral("unprinted-withdrawn-vi"));
}

void tst_Unprinted::whatCannotBeTakenOutIsNotPrinted() {
    Harness harness;
    stoppedCopy(harness);
    harness.bench.paper.withdrawFailure = {QStringLiteral("print.not-withdrawn")};
    const size_t sheets = harness.bench.paper.requests.size();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Delete}) {
        if (!list(harness)->isVisible())
            Hand().press(Qt::Key_P, Qt::ControlModifier);
        Hand().press(key);
        QTRY_COMPARE(unprinted(harness).size(), 1u);
        QCOMPARE(harness.bench.paper.requests.size(), sheets);
        QCOMPARE(unprinted(harness).front().copies, 2);
        QVERIFY2(strip(harness)->text().contains(QStringLiteral("Không rút được")), qPrintable(strip(harness)->text()));
    }
}

/// Somebody put paper in.
void tst_Unprinted::whatComesOutByItselfLeavesTheList() {
    Harness harness;
    harness.bench.counter->printing().setLookEvery(std::chrono::milliseconds(10));
    const auto dossier = stoppedCopy(harness);
    QVERIFY(strip(harness)->isVisible());
    harness.bench.paper.fates.insert(stoppedJob, domain::ports::JobFate::CameOut);
    QTRY_VERIFY(!strip(harness)->isVisible());
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
}

QTEST_MAIN(tst_Unprinted)
#include "tst_Unprinted.moc"
