#include "app/paper/HtmlFormRenderer.h"
#include "app/paper/XlsxBook.h"
#include "app/paper/ZipPart.h"
#include "app/ui/books/KeeperCard.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PdfPreview.h"
#include "tests/gui/Hand.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::Hand;
using test::Harness;

/// The certification books, by keyboard as they are kept.
class tst_BooksPlace : public QObject {
    Q_OBJECT

private slots:
    void spoilsWithAReason();
    void aWrongRowIsPutRightByKeys();
    void aNumberSpoiledBeforeIsApprovedAnew();
    void numberOfAnotherDeskIsSpoiledFromItsDossier();
    void numberWhoseDossierIsElsewhereStays();
    void yearIsClosedAfterItsTotals();
    void whatIsOutAtDesksIsSaidBeforeTheClosing();
    void theDeskIsToldThatItsUnitWasCarriedOver();
    void oneMonthIsPrinted();
    void theBookIsSavedAsAFile();
    void volumeWithoutARowIsSeenPrintedAndSaved();
    void rowsAreFoundByKeys();
    void aNoteIsMadeByKeys();
    void aWorkbookHasTheRowsThatAreShown();
    void fitsBothScreensInBothThemes_data();
    void fitsBothScreensInBothThemes();

private:
    static QTableView* table(const Harness& harness) { return harness.window->findChild<QTableView*>(QStringLiteral("register")); }
    /// The first cell of the row that is chosen.
    static QString chosen(const Harness& harness) { return table(harness)->currentIndex().siblingAtColumn(0).data().toString(); }
};

/// F3 and words of any column, without their marks; Esc gives all rows back.
void tst_BooksPlace::rowsAreFoundByKeys() {
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.approvedCopy();
    const auto third = harness.bench.receiveCopy(QStringLiteral("Học bạ trung học"));
    harness.bench.seatSupervisor();
    QVERIFY(harness.bench.counter->approval().approve(third));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    const QAbstractItemModel* rows = table(harness)->model();
    QCOMPARE(rows->rowCount(), 3);
    Hand hand;
    hand.press(Qt::Key_F3);
    QCOMPARE(Hand::place(), QStringLiteral("bookSearch"));
    hand.type(QStringLiteral("hoc ba trung"));
    QTRY_COMPARE(rows->rowCount(), 1);
    harness.shoot(QStringLiteral("books-found"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("register"));
    QCOMPARE(chosen(harness), QStringLiteral("00003"));
    hand.press(Qt::Key_F3);
    hand.type(QStringLiteral("nguyen van an"));
    QTRY_COMPARE(rows->rowCount(), 3);
    hand.press(Qt::Key_F3);
    hand.type(QStringLiteral("00002"));
    QTRY_COMPARE(rows->rowCount(), 1);
    hand.press(Qt::Key_Escape);
    QTRY_COMPARE(rows->rowCount(), 3);
    QCOMPARE(chosen(harness), QStringLiteral("00002"));
    // The state: Tab to it, one step down leaves those in force.
    auto* state = harness.window->findChild<QComboBox*>(QStringLiteral("bookState"));
    QVERIFY(hand.tabTo(state->accessibleName()));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Down);
    QTRY_COMPARE(rows->rowCount(), 0);
}

/// F6 on the row, by a supervisor; the row stays, and says it on the screen and on paper.
void tst_BooksPlace::aNoteIsMadeByKeys() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    QVERIFY(!canPress(harness, Qt::Key_F6));
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    Hand hand;
    hand.press(Qt::Key_F6);
    QCOMPARE(Hand::place(), QStringLiteral("noteKind"));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).liveEntry()->notes.empty());
    QCOMPARE(Hand::place(), QStringLiteral("noteWords"));
    hand.type(QStringLiteral("Số bản: 3"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("noteGround"));
    hand.type(QStringLiteral("Điều 39 NĐ 23/2015/NĐ-CP"));
    harness.shoot(QStringLiteral("books-noting"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    const domain::BookEntry noted = *harness.bench.dossier(dossier).liveEntry();
    QCOMPARE(noted.notes.size(), 1u);
    QCOMPARE(noted.notes.front().kind, domain::NoteKind::Corrected);
    QCOMPARE(noted.notes.front().signer.name, harness.bench.supervisor.name);
    QCOMPARE(noted.notes.front().initials.size(), harness.bench.supervisor.name.split(QLatin1Char(' ')).size());
    QCOMPARE(Hand::place(), QStringLiteral("register"));
    const QModelIndex row = table(harness)->currentIndex();
    QVERIFY(row.siblingAtColumn(table(harness)->model()->columnCount() - 1).data().toString().contains(QStringLiteral("Số bản: 3")));
    harness.shoot(QStringLiteral("books-noted"));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.back().first, QStringLiteral("book"));
    const QJsonArray cells = harness.bench.paper.rendered.back().second[QLatin1String("entries")][0][QLatin1String("cells")].toArray();
    QVERIFY(cells.last()[QLatin1String("noted")].toString().contains(QStringLiteral("ký tắt")));
    // Esc leaves nothing behind.
    hand.press(Qt::Key_F6);
    hand.press(Qt::Key_Escape);
    QCOMPARE(harness.bench.dossier(dossier).liveEntry()->notes.size(), 1u);
}

void tst_BooksPlace::aWorkbookHasTheRowsThatAreShown() {
    paper::XlsxBook workbook;
    Harness harness;
    harness.bench.registers = &workbook;
    harness.bench.restart();
    harness.bench.approvedCopy();
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F3);
    Hand().type(QStringLiteral("00002"));
    QTRY_COMPARE(table(harness)->model()->rowCount(), 1);
    press(harness, Qt::Key_F10);
    QPointer<QFileDialog> dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = harness.directory.filePath(QStringLiteral("so.xlsx"));
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(harness.window->findChild<ui::NoticeBar*>()->accessibleName().contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto sheet = paper::zipPart(file.readAll(), "xl/worksheets/sheet1.xml");
    QVERIFY(sheet && sheet->contains("<v>2</v>") && sheet->contains(QStringLiteral("có chữ").toUtf8()));
    QCOMPARE(harness.bench.security.noted.back().kind, domain::SecurityKind::BookSaved);
}

/// As on 1 January, with the real paper: cover and one sheet; a year in which nothing was written is closed and printed too.
void tst_BooksPlace::volumeWithoutARowIsSeenPrintedAndSaved() {
    paper::HtmlFormRenderer renderer;
    Harness harness;
    harness.bench.forms = &renderer;
    harness.bench.restart();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    press(harness, Qt::Key_F5);
    const auto views = harness.window->findChildren<ui::PdfPreview*>();
    QTRY_VERIFY(std::any_of(views.begin(), views.end(), [](const ui::PdfPreview* view) { return view->pageCount() == 2; }));
    const size_t before = harness.bench.paper.requests.size();
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), before + 1);
    press(harness, Qt::Key_F10);
    QPointer<QFileDialog> dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = harness.directory.filePath(QStringLiteral("trong.pdf"));
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    press(harness, Qt::Key_F7);
    Hand().type(QStringLiteral("Chuyển sang quyển mới"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.archive.volumes()->front().closed);
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), before + 2);
    harness.shoot(QStringLiteral("books-without-a-row"));
}

void tst_BooksPlace::theBookIsSavedAsAFile() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F10);
    QPointer<QFileDialog> dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    QVERIFY2(name->text().startsWith(QStringLiteral("01-2026-SCT-BS")), qPrintable(name->text()));
    const QString path = harness.directory.filePath(QStringLiteral("so.pdf"));
    // Chosen in Qt's own dialog, whose completions grab the keys offscreen.
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->accessibleName().contains(path));
}

void tst_BooksPlace::spoilsWithAReason() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.entries.size(), 2u);
    QVERIFY(!after.entries.front().spoiledReason.isEmpty());
    QCOMPARE(after.liveEntry()->number, 2);
}

/// What stands in the row is wrong: no second row says the same; the dossier is put right, approved again and has its new number.
void tst_BooksPlace::aWrongRowIsPutRightByKeys() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    auto* again = harness.window->findChild<QCheckBox*>(QStringLiteral("spoilAgain"));
    press(harness, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(again->isChecked() && again->isEnabled());
    press(harness, Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!again->isChecked() && !again->isEnabled());
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    domain::Dossier now = harness.bench.dossier(dossier);
    QCOMPARE(now.state, domain::State::Accepted);
    QCOMPARE(now.entries.size(), 1u);
    QVERIFY(!now.liveEntry());
    press(harness, Qt::Key_F4);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("00001")), qPrintable(wordsOf(harness)));
    QVERIFY(canPress(harness, Qt::Key_F9) && canPress(harness, Qt::Key_F8));
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    Hand().type(QStringLiteral("Đã xem lại"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    now = harness.bench.dossier(dossier);
    QCOMPARE(now.state, domain::State::Completed);
    QCOMPARE(now.liveEntry()->number, 2);
    QVERIFY(now.liveEntry()->remark.startsWith(QStringLiteral("Thay số 00001")));
}

/// Left by a program that knew no other way: it waits in the supervisor's tray.
void tst_BooksPlace::aNumberSpoiledBeforeIsApprovedAnew() {
    Harness harness;
    const auto id = harness.bench.approvedCopy();
    const domain::Dossier before = harness.bench.dossier(id);
    const domain::BookEntry& entry = *before.liveEntry();
    QVERIFY(harness.bench.journal.append({{domain::EntrySpoiled{entry.volume, entry.number, QStringLiteral("In sai")}, id, before.version + 1,
        harness.bench.station, harness.bench.clerk.id, harness.bench.counter->desk().now()}}));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(id).liveEntry()->number, 2);
}

/// From the dossier with the spoilt sheet to its row in the other desk's book, and the new number.
void tst_BooksPlace::numberOfAnotherDeskIsSpoiledFromItsDossier() {
    Harness harness;
    const auto dossier = harness.bench.copyApprovedElsewhere();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F5);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("books"));
    // One book with both desks' volumes, and in it the other desk's row.
    QVERIFY(harness.window->findChild<QComboBox*>(QStringLiteral("volume"))->currentText().startsWith(QStringLiteral("01, 02/2026-SCT/BS")));
    QVERIFY2(chosen(harness).startsWith(QStringLiteral("00001 (quyển 02)")), qPrintable(chosen(harness)));
    QVERIFY(!canPress(harness, Qt::Key_F7));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.entries.size(), 2u);
    QVERIFY(!after.entries.front().spoiledReason.isEmpty());
    QCOMPARE(after.liveEntry()->volumeLabel, QStringLiteral("01/2026-SCT/BS"));
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->accessibleName().contains(QStringLiteral("số 00001 quyển 01/2026-SCT/BS")));
    harness.shoot(QStringLiteral("books-another-desks-number-spoiled"));
}

void tst_BooksPlace::numberWhoseDossierIsElsewhereStays() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    QVERIFY(harness.bench.counter->runner().run(dossier, domain::Release{harness.bench.otherStation}));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    QVERIFY(bannerOf(harness, QStringLiteral("books"))->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("quầy khác")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).liveEntry());
}

void tst_BooksPlace::yearIsClosedAfterItsTotals() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    const auto isClosed = [&harness] { return harness.bench.archive.volumes()->front().closed; };
    press(harness, Qt::Key_F7);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("1 (từ số 1 đến số 1)")));
    press(harness, Qt::Key_Return);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Escape);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    // The year is not over: how long it still runs and what is given up is said, and nothing is closed without a reason.
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("38")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!isClosed());
    Hand().type(QStringLiteral("Chuyển sang quyển mới"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QCOMPARE(harness.bench.archive.volumes()->front().closedWhy, QStringLiteral("Chuyển sang quyển mới"));
    QVERIFY(!canPress(harness, Qt::Key_F7));
}

/// A unit's one run: before anything is written it is said which desks hold how many; what this desk holds goes back with the closing.
void tst_BooksPlace::whatIsOutAtDesksIsSaidBeforeTheClosing() {
    Harness harness;
    test::CounterBench& bench = harness.bench;
    domain::Volume volume = bench.archive.published.volumes.front();
    volume.station = {};
    bench.archive.published.volumes = {volume};
    domain::NumberLease lease{
        domain::LeaseId::make(7), volume.id, bench.station, 1, 20, domain::LeaseUse::Run, bench.clock.now(), QDate(2026, 11, 1)};
    bench.archive.leases = {domain::HeldLease(lease)};
    bench.archive.off = {{volume.id, 21, 34, QStringLiteral("Máy hỏng"), bench.clock.now()}};
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    const auto answer = [&](int left) {
        protocol::LeaseAnswer said;
        said.runs = {{volume.symbol, volume.year, {}, 35, 0, left,
            {{bench.station.toString(), QStringLiteral("Quầy Một"), 20, 0}, {bench.otherStation.toString(), QStringLiteral("Quầy Hai"), left, 0}}}};
        emit bench.sync.numbersAnswered(said);
    };
    answer(9);
    // Of this desk the card says what is known here, of the others what the keeper said.
    press(harness, Qt::Key_F2);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("Quầy Hai")));
    QVERIFY2(!wordsOf(harness).contains(QStringLiteral("Quầy Một")), qPrintable(wordsOf(harness)));
    // The card is no taller than what it says, and the rows stay beside it.
    QTest::qWait(20);
    auto* card = harness.window->findChild<ui::KeeperCard*>();
    QVERIFY(card->height() <= card->heightForWidth(card->width()) || card->height() <= card->sizeHint().height());
    QVERIFY(
        harness.window->findChild<QWidget*>(QStringLiteral("register"))->isVisible() || harness.window->findChild<ui::EmptyState*>()->isVisible());
    harness.shoot(QStringLiteral("books-keeper"));
    press(harness, Qt::Key_Escape);
    press(harness, Qt::Key_F7);
    harness.shoot(QStringLiteral("books-closing-out"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Quầy Hai")), qPrintable(wordsOf(harness)));
    QVERIFY(wordsOf(harness).contains(QStringLiteral("14")));
    QVERIFY(!harness.window->findChild<QWidget*>(QStringLiteral("confirmReason"))->isVisible());
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.archive.volumes()->front().closed);
    // They came back while it is asked.
    answer(0);
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Quầy Hai")));
    auto* reason = harness.window->findChild<QWidget*>(QStringLiteral("confirmReason"));
    QVERIFY(reason->isVisible());
    reason->setFocus();
    harness.shoot(QStringLiteral("books-closing-back"));
    Hand().type(QStringLiteral("Chuyển sang quyển mới"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.archive.volumes()->front().closed);
    QVERIFY(bench.archive.numbers()->empty() || !bench.archive.numbers()->front().isLive());
}

/// Its own volume is closed while somebody looks at it: they are told once, and see the unit's in the same book.
void tst_BooksPlace::theDeskIsToldThatItsUnitWasCarriedOver() {
    Harness harness;
    test::CounterBench& bench = harness.bench;
    bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    domain::Volume run = bench.archive.published.volumes.front();
    bench.archive.published.volumes.front().closed = true;
    run.id = domain::VolumeId::make(5);
    run.station = {};
    run.ordinal = 3;
    run.firstNumber = 2;
    bench.archive.published.volumes.push_back(run);
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    const auto told = [&] { return notice->isVisible() && notice->text().contains(QStringLiteral("03/2026-SCT/BS")); };
    QVERIFY(!told());
    emit bench.counter->archiveChanged();
    QTRY_VERIFY(told());
    harness.shoot(QStringLiteral("books-carried-over"));
}

/// A book that a computer keeps is printed and bound monthly.
void tst_BooksPlace::oneMonthIsPrinted() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.back().first, QStringLiteral("book"));
    QVERIFY(harness.bench.paper.rendered.back().second.contains(QStringLiteral("cover")));
    const size_t before = harness.bench.paper.rendered.size();
    test::Hand hand;
    QVERIFY(hand.tabTo(harness.window->findChild<QComboBox*>(QStringLiteral("printMonth"))->accessibleName()));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), before + 1);
    const QJsonObject& values = harness.bench.paper.rendered.back().second;
    QCOMPARE(values.value(QStringLiteral("month")).toString(), QStringLiteral("11 năm 2026"));
    QVERIFY(!values.contains(QStringLiteral("cover")));
    harness.shoot(QStringLiteral("books-month"));
}

void tst_BooksPlace::fitsBothScreensInBothThemes_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {false, true})
        for (const QSize size : {QSize(1366, 768), QSize(1024, 700)})
            QTest::addRow("%s-%d", dark ? "dark" : "light", size.width()) << dark << size;
}

void tst_BooksPlace::fitsBothScreensInBothThemes() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Harness harness(true, dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
    const auto dossier = harness.bench.approvedCopy();
    harness.bench.copyApprovedElsewhere();
    const domain::BookEntry row = *harness.bench.dossier(dossier).liveEntry();
    harness.bench.seatSupervisor();
    const domain::RowNote note{domain::NoteKind::Amended, QStringLiteral("Hủy bỏ theo thỏa thuận"), QStringLiteral("số 00057"), {}, {}, {}};
    QVERIFY(harness.bench.counter->books().holdNote(row.volume, row.number, note));
    harness.window->resize(size);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    const auto look = [&](const char* what) {
        for (int round = 0; round < 4; ++round)
            QCoreApplication::sendPostedEvents();
        QTest::qWait(20);
        harness.shoot(QStringLiteral("books-%1-%2").arg(QLatin1String(what), QLatin1String(QTest::currentDataTag())));
        return test::layoutFaults(*harness.window).join(u'\n');
    };
    QCOMPARE(look("rows"), QString());
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_Down);
    QCOMPARE(look("note"), QString());
    press(harness, Qt::Key_Escape);
    press(harness, Qt::Key_F7);
    QCOMPARE(look("closing"), QString());
}

QTEST_MAIN(tst_BooksPlace)
#include "tst_BooksPlace.moc"
