#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/FactGrid.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/PlaceTest.h"

#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace motcua;
using test::Harness;

/// The approval tray, by keyboard as a supervisor works it.
class tst_ApprovalPlace : public QObject {
    Q_OBJECT

private slots:
    void approvesFromTheTray();
    void approvesAllThatAreTicked();
    void theMainKeyFollowsWhatIsTicked();
    void aProxysFactsHaveRoom();
    void showsWhatAnAgreedDayRestsOn();
    void returnsWithAReason();
    void ownWorkIsRefusedInWords();
    void twoHatIsToldAndRecorded();
    void dossierElsewhereIsAskedFor();
    void thoseElsewhereAreApprovedAsTheyCome();
    void whoHasNoTitleMayReturn();
    void dossierThatDoesNotComeIsToldOf();
    void readingOnNeverLeadsToAnotherDossier();
    void anEmptyTrayHasNothingToScroll();

private:
    /// The window is another desk's of the clerks' unit, which has heard of all that they did.
    static void standAtAnotherDesk(Harness& harness, const test::CounterBench& clerks);
    /// The clerks' desk lets go of a dossier that the window's asked for, and it arrives.
    static void letCome(Harness& harness, test::CounterBench& clerks, domain::DossierId dossier);
};

void tst_ApprovalPlace::standAtAnotherDesk(Harness& harness, const test::CounterBench& clerks) {
    harness.bench.station = clerks.otherStation;
    harness.bench.archive.published.volumes.front().station = clerks.otherStation;
    harness.bench.restart();
    for (const auto& event : clerks.journal.events())
        harness.bench.journal.receive(event);
}

void tst_ApprovalPlace::letCome(Harness& harness, test::CounterBench& clerks, domain::DossierId dossier) {
    clerks.exchange.dossierWishes = {{dossier, harness.bench.station}};
    emit clerks.sync.received();
    harness.bench.journal.receive(clerks.journal.events().back());
    emit harness.bench.sync.received();
}

void tst_ApprovalPlace::approvesFromTheTray() {
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

void tst_ApprovalPlace::approvesAllThatAreTicked() {
    Harness harness;
    harness.bench.seatClerk();
    const auto first = harness.bench.receiveCopy();
    const auto second = harness.bench.receiveCopy();
    harness.bench.seatSupervisor();
    const auto own = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(first).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(second).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(own).state, domain::State::Processing);
    const QString report = bannerOf(harness, QStringLiteral("approval"))->text();
    QVERIFY2(report.contains(harness.bench.dossier(own).code) && !report.contains(harness.bench.dossier(first).code), qPrintable(report));
}

/// The cursor stands on another dossier than the ticked ones: it is not approved.
void tst_ApprovalPlace::theMainKeyFollowsWhatIsTicked() {
    Harness harness;
    harness.bench.seatClerk();
    const auto first = harness.bench.receiveCopy();
    const auto second = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    const auto third = harness.bench.receiveCopy(QStringLiteral("Bằng lái xe"));
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(harness.visibleWords().contains(QStringLiteral("Duyệt")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_Space);
    press(harness, Qt::Key_Down);
    press(harness, Qt::Key_Space);
    press(harness, Qt::Key_Down);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Duyệt 2 hồ sơ đã chọn")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("approval-ticked-vi"));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(first).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(second).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(third).state, domain::State::Processing);
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("đã chọn")));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(third).state, domain::State::Completed);
}

void tst_ApprovalPlace::aProxysFactsHaveRoom() {
    Harness harness;
    harness.bench.seatClerk();
    counter::IntakeForm& form = harness.bench.counter->intake().form();
    harness.bench.fillCopy();
    form.setThroughProxy(true);
    form.setApplicantText(QStringLiteral("proxyName"), QStringLiteral("Nguyễn Hoàng Phương Thảo"));
    form.setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Văn bản ủy quyền lập tại Văn phòng công chứng Nguyễn Thị Minh Khai"));
    QVERIFY(harness.bench.counter->intake().acts().receive());
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    harness.shoot(QStringLiteral("approval-proxy-vi"));
    const auto* facts = harness.desk().page(QStringLiteral("approval"))->findChild<ui::FactGrid*>();
    QVERIFY(facts);
    for (const QLabel* label : facts->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("công chứng"))) {
            QVERIFY2(label->width() >= facts->width() / 2, qPrintable(QStringLiteral("%1 of %2").arg(label->width()).arg(facts->width())));
            return;
        }
    QFAIL("the proxy's ground is not shown");
}

/// Where the catalogue has no time limit.
void tst_ApprovalPlace::showsWhatAnAgreedDayRestsOn() {
    Harness harness;
    domain::Procedure row;
    row.version.code = QStringLiteral("9.000002");
    row.version.name = QStringLiteral("Thủ tục chưa có thời hạn");
    row.version.timeUnit = domain::TimeUnit::Other;
    harness.bench.archive.published.catalogue.put(row);
    harness.bench.seatClerk();
    counter::Intake& intake = harness.bench.counter->intake();
    QVERIFY(intake.form().applyCardQr(test::CounterBench::card()));
    intake.form().setProcedure(row.version.code);
    intake.form().setAgreedDue(QDate(2026, 12, 3));
    intake.form().setDueGround(QStringLiteral("Thỏa thuận ngày 23/11 với người nộp"));
    intake.form().setTypedFee(0);
    QVERIFY(intake.acts().receive());
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    const QStringList words = harness.visibleWords();
    QVERIFY2(words.contains(QStringLiteral("Căn cứ hẹn trả")), qPrintable(wordsOf(harness)));
    QVERIFY(words.contains(QStringLiteral("Thỏa thuận ngày 23/11 với người nộp")));
    harness.shoot(QStringLiteral("approval-agreed-day"));
}

void tst_ApprovalPlace::returnsWithAReason() {
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

void tst_ApprovalPlace::ownWorkIsRefusedInWords() {
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

void tst_ApprovalPlace::twoHatIsToldAndRecorded() {
    Harness harness;
    harness.bench.archive.published.settings.twoHatAllowed = true;
    harness.bench.seatSupervisor();
    const auto own = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("kiêm nhiệm")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(own).twoHat);
}

void tst_ApprovalPlace::dossierElsewhereIsAskedFor() {
    test::CounterBench clerks;
    clerks.seatClerk();
    const auto dossier = clerks.receiveCopy();
    Harness harness;
    standAtAnotherDesk(harness, clerks);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.sync.claims, QStringList{dossier.toString()});
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đang xin")), qPrintable(wordsOf(harness)));
    letCome(harness, clerks, dossier);
    QVERIFY(!harness.bench.dossier(dossier).decidedBy.isNull());
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
}

/// Its desk cannot let go of it: without a line, switched off, or with a program that does not know the dossier.
/// At a leader's own desk every dossier lies at a counter.
void tst_ApprovalPlace::thoseElsewhereAreApprovedAsTheyCome() {
    test::CounterBench clerks;
    clerks.seatClerk();
    const auto first = clerks.receiveCopy();
    const auto second = clerks.receiveCopy();
    Harness harness;
    standAtAnotherDesk(harness, clerks);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.sync.claims.size(), 2);
    QVERIFY(!bannerOf(harness, QStringLiteral("approval"))->isVisible());
    for (const auto dossier : {first, second}) {
        letCome(harness, clerks, dossier);
        QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    }
}

void tst_ApprovalPlace::whoHasNoTitleMayReturn() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    for (domain::Account& account : harness.bench.archive.published.accounts)
        account.title.clear();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("chưa có chức danh")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_1);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Accepted);
}

void tst_ApprovalPlace::dossierThatDoesNotComeIsToldOf() {
    test::CounterBench clerks;
    clerks.seatClerk();
    const auto dossier = clerks.receiveCopy();
    Harness harness;
    harness.bench.station = clerks.otherStation;
    harness.bench.restart();
    for (const auto& event : clerks.journal.events())
        harness.bench.journal.receive(event);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F9);
    QVERIFY(!canPress(harness, Qt::Key_F7));
    emit harness.bench.sync.claimAnswered(dossier.toString(), {});
    QVERIFY(!canPress(harness, Qt::Key_F7));
    emit harness.bench.sync.claimAnswered(dossier.toString(), base::Error{QStringLiteral("claim.not-answered")});
    const QString said = bannerOf(harness, QStringLiteral("approval"))->text();
    QVERIFY2(said.contains(QStringLiteral("Hồ sơ chưa về tới máy này")), qPrintable(said));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Đang xin")));
    QVERIFY(canPress(harness, Qt::Key_F7));
    harness.shoot(QStringLiteral("approval-did-not-come"));
}

/// Page Down in the tray turns the page of the dossier that is open, also behind the last one.
void tst_ApprovalPlace::readingOnNeverLeadsToAnotherDossier() {
    Harness harness;
    harness.bench.seatClerk();
    for (int dossiers = 0; dossiers < 3; ++dossiers) {
        harness.bench.fillCopy();
        for (const char* content : {"one", "two"})
            QVERIFY(harness.bench.counter->intake().draft().take(test::CounterBench::page(content)));
        QVERIFY(harness.bench.counter->intake().acts().receive());
    }
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    auto* tray = harness.desk().page(QStringLiteral("approval"))->findChild<ui::DossierList*>();
    auto* viewer = harness.desk().page(QStringLiteral("approval"))->findChild<ui::PageViewer*>();
    QCOMPARE(viewer->count(), 2);
    const auto open = tray->current();
    test::Hand hand;
    const std::pair<Qt::Key, int> turns[] = {
        {Qt::Key_PageDown, 1}, {Qt::Key_PageDown, 1}, {Qt::Key_PageUp, 0}, {Qt::Key_PageUp, 0}, {Qt::Key_Right, 1}, {Qt::Key_Left, 0}};
    for (const auto& [key, page] : turns) {
        QVERIFY(tray->view()->hasFocus());
        hand.press(key);
        QCOMPARE(viewer->current(), page);
        QCOMPARE(tray->current(), open);
    }
    viewer->setFocus();
    hand.press(Qt::Key_PageDown);
    QCOMPARE(viewer->current(), 1);
    QCOMPARE(tray->current(), open);
    // The tray has its own keys.
    tray->setFocus();
    hand.press(Qt::Key_End);
    QVERIFY(tray->current() != open);
    hand.press(Qt::Key_Home);
    QCOMPARE(tray->current(), open);
}

void tst_ApprovalPlace::anEmptyTrayHasNothingToScroll() {
    Harness harness;
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    for (const QSize& size : {QSize(1280, 720), QSize(1366, 768), QSize(1366, 640)}) {
        harness.window->resize(size);
        for (int round = 0; round < 4; ++round)
            QCoreApplication::sendPostedEvents();
        for (const auto* bar : harness.desk().page(QStringLiteral("approval"))->findChildren<QScrollBar*>())
            QVERIFY2(
                !bar->isVisible(), qPrintable(QStringLiteral("of %1").arg(QLatin1String(bar->parentWidget()->parent()->metaObject()->className()))));
    }
    harness.shoot(QStringLiteral("approval-empty-vi"));
}

QTEST_MAIN(tst_ApprovalPlace)
#include "tst_ApprovalPlace.moc"
