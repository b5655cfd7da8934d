#include "app/ui/folders/FormView.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/FolderTable.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/Harness.h"

#include <QBuffer>
#include <QComboBox>
#include <QTableWidget>
#include <QTest>

using namespace motcua;
using test::Harness;

/// Approval, hand-over, folders, books and synchronisation, by keyboard as they are worked.
class tst_Places : public QObject {
    Q_OBJECT

private slots:
    void approvesFromTheTray();
    void approvesAllThatAreTicked();
    void returnsWithAReason();
    void ownWorkIsRefusedInWords();
    void twoHatIsToldAndRecorded();
    void folderElsewhereIsAskedFor();
    void handsOverByKeys();
    void printerFailureKeepsTheFolder();
    void oneStepAtATime();
    void numbersAreShownWhenAskedFor();
    void supplementGoesAndComes();
    void returnedFolderIsSubmittedAgain();
    void returnedFoldersAreFoundAtOnce();
    void withdrawsWithAReason();
    void noteIsKept();
    void formIsSeenBeforeItIsPrinted();
    void pageIsReadAgainOnlyWhenItWasMissing();
    void spoilsWithAReason();
    void yearIsClosedAfterItsTotals();
    void refusedRecordNeedsSomebody();
    void clockThatIsBehindIsToldAndConfirmed();

private:
    /// Signs in and goes to `place`, where `dossiers` (received by the clerk) wait.
    static void begin(Harness& harness, const QString& login, const QString& place);
    static void press(Harness& harness, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static ui::Banner* bannerOf(Harness& harness, const QString& place) { return harness.desk().page(place)->banner(); }
    static QString wordsOf(const Harness& harness) { return harness.visibleWords().join(QLatin1Char('\n')); }
    static bool canPress(Harness& harness, Qt::Key key);
};

void tst_Places::begin(Harness& harness, const QString& login, const QString& place) {
    QVERIFY(harness.signIn(login));
    QVERIFY(harness.desk().go(place));
}

/// To whatever has the focus, as a keyboard does it.
void tst_Places::press(Harness& harness, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = harness.window->focusWidget();
    QTest::keyClick(focus ? focus : harness.window.get(), key, modifiers);
}

bool tst_Places::canPress(Harness& harness, Qt::Key key) {
    const auto buttons = harness.window->findChildren<ui::ActionButton*>();
    return std::any_of(buttons.begin(), buttons.end(),
        [key](const ui::ActionButton* button) { return button->isVisible() && button->isEnabled() && button->key() == QKeySequence(key); });
}

void tst_Places::approvesFromTheTray() {
    Harness harness;
    harness.bench.seatClerk();
    const auto first = harness.bench.receiveCopy();
    const auto second = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(first).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(first).liveEntry()->number, 1);
    QCOMPARE(harness.bench.dossier(second).state, domain::State::Processing);
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(second).liveEntry()->number, 2);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Không có hồ sơ nào chờ phê duyệt")), qPrintable(wordsOf(harness)));
    QVERIFY(!canPress(harness, Qt::Key_F9));
}

void tst_Places::approvesAllThatAreTicked() {
    Harness harness;
    harness.bench.seatClerk();
    const auto first = harness.bench.receiveCopy();
    const auto second = harness.bench.receiveCopy();
    harness.bench.seatSupervisor();
    const auto own = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(first).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(second).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(own).state, domain::State::Processing);
    const QString report = bannerOf(harness, QStringLiteral("approval"))->text();
    QVERIFY2(report.contains(harness.bench.dossier(own).code) && !report.contains(harness.bench.dossier(first).code), qPrintable(report));
}

void tst_Places::returnsWithAReason() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F8);
    QVERIFY(!canPress(harness, Qt::Key_F9));
    press(harness, Qt::Key_Escape);
    QVERIFY(canPress(harness, Qt::Key_F9));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Accepted);
    QVERIFY(!harness.bench.dossier(dossier).returnReason.isEmpty());
}

void tst_Places::ownWorkIsRefusedInWords() {
    Harness harness;
    harness.bench.seatSupervisor();
    const auto own = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(own).state, domain::State::Processing);
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("do chính mình tiếp nhận")), qPrintable(words));
}

void tst_Places::twoHatIsToldAndRecorded() {
    Harness harness;
    harness.bench.archive.published.settings.twoHatAllowed = true;
    harness.bench.seatSupervisor();
    const auto own = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("kiêm nhiệm")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(own).twoHat);
}

void tst_Places::folderElsewhereIsAskedFor() {
    test::CounterBench clerks;
    clerks.seatClerk();
    const auto dossier = clerks.receiveCopy();
    Harness harness;
    harness.bench.station = clerks.otherStation;
    harness.bench.archive.published.volumes.front().station = clerks.otherStation;
    harness.bench.restart();
    for (const auto& event : clerks.journal.events())
        harness.bench.journal.receive(event);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.sync.claims, QStringList{dossier.toString()});
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đang xin")), qPrintable(wordsOf(harness)));
    clerks.exchange.folderWishes = {{dossier, harness.bench.station}};
    emit clerks.sync.received();
    harness.bench.journal.receive(clerks.journal.events().back());
    emit harness.bench.sync.received();
    QVERIFY(!harness.bench.dossier(dossier).decidedBy.isNull());
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
}

void tst_Places::handsOverByKeys() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), 2u);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_4);
    press(harness, Qt::Key_F9);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.state, domain::State::HandedOver);
    QVERIFY(after.closed);
    QCOMPARE(after.rating, 4);
    QCOMPARE(after.money, domain::MoneyState::Paid);
    const auto history = harness.bench.journal.history(dossier);
    for (const domain::Event& event : *history)
        if (const auto* fee = std::get_if<domain::FeeCollected>(&event.body))
            QCOMPARE(fee->method, domain::PaymentMethod::Transfer);
}

void tst_Places::printerFailureKeepsTheFolder() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    harness.bench.paper.printFailure = {QStringLiteral("print.no-queue")};
    press(harness, Qt::Key_F9);
    ui::Banner* banner = bannerOf(harness, QStringLiteral("handover"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
    harness.bench.paper.printFailure = {};
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QVERIFY(!banner->isVisible());
}

void tst_Places::oneStepAtATime() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).money, domain::MoneyState::Paid);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::HandedOver);
    QVERIFY(!harness.bench.dossier(dossier).closed);
    press(harness, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
}

void tst_Places::numbersAreShownWhenAskedFor() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("022090001234")));
    press(harness, Qt::Key_F4);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("022090001234")));
    press(harness, Qt::Key_F4);
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("022090001234")));
}

void tst_Places::supplementGoesAndComes() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    press(harness, Qt::Key_F7);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Bản chính rõ nét hơn"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(harness.bench.dossier(dossier).state == domain::State::SupplementAsked,
        qPrintable(bannerOf(harness, QStringLiteral("folders"))->text()));
    press(harness, Qt::Key_F9);
    auto* papers = harness.window->findChild<QTableWidget*>(QStringLiteral("supplement"));
    QVERIFY(papers && papers->isVisible() && papers->hasFocus());
    press(harness, Qt::Key_F5);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(test::CounterBench::page("trang bo sung"));
    emit harness.bench.scanner.job->finished({});
    press(harness, Qt::Key_F9);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QVERIFY(after.state != domain::State::SupplementAsked);
    QCOMPARE(after.papers.front().pages.size(), 1u);
    QVERIFY(!papers->isVisible());
}

void tst_Places::returnedFolderIsSubmittedAgain() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F8);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Thiếu trang 2"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    harness.session->lock();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Thiếu trang 2")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    press(harness, Qt::Key_Escape);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Accepted);
    press(harness, Qt::Key_F9);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Đã quét thêm trang 2"));
    harness.shoot(QStringLiteral("folders-returned-vi"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(harness.bench.dossier(dossier).state == domain::State::Processing, qPrintable(bannerOf(harness, QStringLiteral("folders"))->text()));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đã quét thêm trang 2")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
}

void tst_Places::returnedFoldersAreFoundAtOnce() {
    Harness harness;
    harness.bench.seatClerk();
    const auto older = harness.bench.receiveCopy();
    const auto newer = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    harness.bench.seatSupervisor();
    QVERIFY(harness.bench.counter->approval().returnToClerk(older, QStringLiteral("Thiếu trang 2")));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    auto* list = harness.desk().page(QStringLiteral("folders"))->findChild<ui::FolderTable*>();
    QCOMPARE(list->rows().size(), 2u);
    QCOMPARE(list->rows().front().id, older);
    QCOMPARE(list->model()->index(0, ui::FolderModel::State).data().toString(), QStringLiteral("Bị trả lại"));
    QCOMPARE(list->model()->index(1, ui::FolderModel::State).data().toString(), QStringLiteral("Chờ phê duyệt"));
    auto* states = harness.find<QComboBox>(QStringLiteral("Trạng thái"));
    QVERIFY(states);
    states->setFocus();
    press(harness, Qt::Key_Down);
    QCOMPARE(states->currentText(), QStringLiteral("Bị trả lại"));
    QCOMPARE(list->rows().size(), 1u);
    press(harness, Qt::Key_F9);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(older).state, domain::State::Processing);
    QCOMPARE(harness.bench.dossier(newer).state, domain::State::Processing);
    QVERIFY(list->rows().empty());
}

void tst_Places::withdrawsWithAReason() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
    QVERIFY(!harness.bench.dossier(dossier).endReason.isEmpty());
}

void tst_Places::noteIsKept() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    press(harness, Qt::Key_F2);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Người dân hẹn đến chiều thứ Sáu"));
    press(harness, Qt::Key_Return);
    QCOMPARE(harness.bench.kinds(dossier).last(), QStringLiteral("note-added"));
    QVERIFY(wordsOf(harness).contains(QStringLiteral("Người dân hẹn đến chiều thứ Sáu")));
}

void tst_Places::formIsSeenBeforeItIsPrinted() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("folders"));
    const auto printed = [&harness] { return harness.bench.paper.requests.size(); };
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    const size_t before = printed();
    const auto* preview = harness.desk().page(QStringLiteral("folders"))->findChild<ui::FormView*>();
    QVERIFY(!preview->isVisible());
    press(harness, Qt::Key_F6);
    QVERIFY(preview->isVisible());
    harness.shoot(QStringLiteral("folders-forms-vi"));
    press(harness, Qt::Key_Escape);
    press(harness, Qt::Key_Return);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    QCOMPARE(printed(), before);
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_Return);
    QTRY_COMPARE(printed(), before + 1);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
}

void tst_Places::pageIsReadAgainOnlyWhenItWasMissing() {
    Harness harness;
    ui::PageViewer viewer;
    QImage scan(20, 30, QImage::Format_Grayscale8);
    scan.fill(Qt::white);
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && scan.save(&png, "PNG"));
    bool here = false;
    int reads = 0;
    viewer.setReader([&](const domain::BlobHash&) {
        ++reads;
        return here ? base::Result<QByteArray>(png.data()) : base::fail(QStringLiteral("blob.missing"));
    });
    const std::vector<domain::Page> pages{{QString(64, QLatin1Char('a')), QStringLiteral("image/png"), 0, 20, 30},
        {QString(64, QLatin1Char('b')), QStringLiteral("image/png"), 0, 20, 30}};
    viewer.setPages(pages);
    here = true;
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.showPage(1);
    viewer.setPages(pages);
    QCOMPARE(viewer.current(), 1);
    QCOMPARE(reads, 3);
    viewer.setPages({pages.front()});
    QCOMPARE(viewer.current(), 0);
    QCOMPARE(reads, 4);
}

void tst_Places::spoilsWithAReason() {
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

void tst_Places::yearIsClosedAfterItsTotals() {
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
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QVERIFY(!canPress(harness, Qt::Key_F7));
}

void tst_Places::refusedRecordNeedsSomebody() {
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

void tst_Places::clockThatIsBehindIsToldAndConfirmed() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    harness.bench.clock.advance(-7200);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đồng hồ có đúng không?")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QVERIFY2(bannerOf(harness, QStringLiteral("handover"))->text().contains(QStringLiteral("07:00 23/11/2026")),
        qPrintable(bannerOf(harness, QStringLiteral("handover"))->text()));
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

QTEST_MAIN(tst_Places)
#include "tst_Places.moc"
