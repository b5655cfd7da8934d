#include "app/ui/widgets/DossierList.h"
#include "tests/gui/PlaceTest.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// A dossier that was taken in wrongly is put right, by keyboard: returned by the supervisor, or noticed by the clerk; at once, later, by another
/// clerk, or not at all.
class tst_Correction : public QObject {
    Q_OBJECT

private slots:
    void whatTheSupervisorReturnedIsPutRight();
    void onesOwnMistakeIsPutRightBeforeItIsDecided();
    void itIsLeftForLaterAndGoneOnWith();
    void nothingChangedIsSaid();
    void aWrongNumberIsSaidBeforeTheReason();
    void anotherCardIsAnotherApplicant();
    void afterTheNumberItIsTooLate();
    void anOldPlatformIsToldBeforeAnythingHappens();
    void whatWasApprovedMeanwhileIsSaidAtOnce();
    void whatCanNoMoreBePutRightIsThrownAway();
    void noReasonIsAskedForWhatIsOver();
    void whyItIsTooLateIsSaid_data();
    void whyItIsTooLateIsSaid();
    void formTwoIsNoMatterOfACorrection();
    void onlyWhatWasOpenComesBack();

private:
    static const counter::IntakeForm& form(const Harness& harness) { return harness.bench.counter->intake().form(); }
    static void giveBack(Harness& harness, domain::DossierId dossier);
    /// The supervisor gave it back, and the clerk has opened it to put it right.
    static domain::DossierId openReturned(Harness& harness, Hand& hand);
    static void typeCopies(Hand& hand, const QString& copies);
    static void say(Hand& hand, const QString& words);
};

void tst_Correction::giveBack(Harness& harness, domain::DossierId dossier) {
    harness.bench.seatSupervisor();
    QVERIFY(harness.bench.counter->approval().returnToClerk(dossier, QStringLiteral("Số bản là 4, thiếu trang 2")));
}

domain::DossierId tst_Correction::openReturned(Harness& harness, Hand& hand) {
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    giveBack(harness, dossier);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    return dossier;
}

void tst_Correction::typeCopies(Hand& hand, const QString& copies) {
    QVERIFY(hand.tabTo(QStringLiteral("Số bản")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(copies);
}

void tst_Correction::say(Hand& hand, const QString& words) {
    hand.press(Qt::Key_F9);
    hand.type(words);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
}

void tst_Correction::whatTheSupervisorReturnedIsPutRight() {
    Harness harness;
    Hand hand;
    const auto dossier = openReturned(harness, hand);
    QVERIFY(harness.desk().page(QStringLiteral("intake"))->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Số bản là 4, thiếu trang 2")), qPrintable(wordsOf(harness)));
    QCOMPARE(form(harness).content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    // Neither slip can be given any more, nor another procedure chosen.
    QVERIFY(!canPress(harness, Qt::Key_F7) && !canPress(harness, Qt::Key_F8));
    hand.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(form(harness).content().procedureCode, QStringLiteral("2.000815"));
    typeCopies(hand, QStringLiteral("4"));
    hand.press(Qt::Key_F5);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(CounterBench::page("trang 2"));
    emit harness.bench.scanner.job->finished({});
    harness.shoot(QStringLiteral("correction-vi"));
    say(hand, QStringLiteral("Đã sửa số bản, quét trang 2"));
    const domain::Dossier after = harness.bench.dossier(dossier);
    QVERIFY2(after.state == domain::State::Processing, qPrintable(bannerOf(harness, QStringLiteral("intake"))->text()));
    QCOMPARE(after.facts.value(QStringLiteral("copies")).toInt(), 4);
    QCOMPARE(after.feeTotal(), 20'000);
    QCOMPARE(after.papers.front().pages.size(), 1u);
    QStringList kinds = harness.bench.kinds(dossier);
    kinds.removeAll(QStringLiteral("print-recorded"));
    QCOMPARE(kinds.mid(3), (QStringList{QStringLiteral("dossier-corrected"), QStringLiteral("dossier-submitted")}));
    QVERIFY(harness.bench.drafts.all().empty());
    QVERIFY(form(harness).isBlank() && !form(harness).isCorrection());
    // Both sides stand in the history, for the clerk and for who decides.
    for (const char* place : {"dossiers", "approval"}) {
        if (place == std::string_view("approval")) {
            harness.session->lock();
            begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
        } else {
            QVERIFY(harness.desk().page(QStringLiteral("dossiers"))->isVisible());
            hand.press(Qt::Key_Right, Qt::ControlModifier);
            hand.press(Qt::Key_Right, Qt::ControlModifier);
        }
        const QString words = wordsOf(harness);
        QVERIFY2(words.contains(QStringLiteral("Số bản: 2 → 4")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("10.000\u00a0đ → 20.000\u00a0đ")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("1 trang")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Đã sửa số bản, quét trang 2")), qPrintable(words));
        harness.shoot(QStringLiteral("correction-history-%1-vi").arg(QLatin1String(place)));
    }
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(dossier).job.attestations, 4);
}

void tst_Correction::onesOwnMistakeIsPutRightBeforeItIsDecided() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    Hand hand;
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("1"));
    say(hand, QStringLiteral("Gõ nhầm số bản"));
    QCOMPARE(harness.bench.dossier(dossier).facts.value(QStringLiteral("copies")).toInt(), 1);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    QCOMPARE(harness.bench.kinds(dossier).count(QStringLiteral("dossier-corrected")), 1);
}

void tst_Correction::itIsLeftForLaterAndGoneOnWith() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    giveBack(harness, dossier);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Hand hand;
    // Somebody else's intake is on the screen; it is put aside.
    QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
    hand.type(QStringLiteral("Lê Thị Thủy"));
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("5"));
    hand.press(Qt::Key_F2);
    QVERIFY(form(harness).isBlank());
    QCOMPARE(harness.bench.drafts.all().size(), size_t(2));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    const auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 2);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("đang sửa H49")), qPrintable(list->item(0)->text()));
    hand.press(Qt::Key_Escape);
    // From the dossier as from the list: no second one is begun.
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    hand.press(Qt::Key_F9);
    QCOMPARE(form(harness).facts().value(QStringLiteral("copies")).toInt(), 5);
    QCOMPARE(harness.bench.drafts.all().size(), size_t(2));
    // What is being put right comes back with whoever sits down again.
    harness.session->lock();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    QVERIFY(form(harness).isCorrection());
    QCOMPARE(form(harness).facts().value(QStringLiteral("copies")).toInt(), 5);
    say(hand, QStringLiteral("Xong"));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
}

void tst_Correction::nothingChangedIsSaid() {
    Harness harness;
    Hand hand;
    const auto dossier = openReturned(harness, hand);
    hand.press(Qt::Key_F9);
    QVERIFY2(bannerOf(harness, QStringLiteral("intake"))->text().contains(QStringLiteral("Chưa sửa gì")),
        qPrintable(bannerOf(harness, QStringLiteral("intake"))->text()));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Accepted);
    QVERIFY(form(harness).isCorrection());
    // Said before words are asked for, and until something is changed.
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Đã sửa những gì")));
    typeCopies(hand, QStringLiteral("4"));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
}

void tst_Correction::aWrongNumberIsSaidBeforeTheReason() {
    Harness harness;
    Hand hand;
    const auto dossier = openReturned(harness, hand);
    typeCopies(hand, QStringLiteral("4"));
    QVERIFY(hand.tabTo(QStringLiteral("Số định danh")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("12345"));
    hand.press(Qt::Key_Return);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Còn thiếu: số định danh (chưa đúng)")), qPrintable(wordsOf(harness)));
    hand.press(Qt::Key_F9);
    QCOMPARE(Hand::place(), QStringLiteral("personalId"));
    harness.shoot(QStringLiteral("correction-wrong-number"));
    hand.type(QStringLiteral("022090001234"));
    QVERIFY(form(harness).gaps().isEmpty());
    say(hand, QStringLiteral("Sửa số bản"));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
}

void tst_Correction::anotherCardIsAnotherApplicant() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    Hand hand;
    hand.press(Qt::Key_F9);
    hand.press(Qt::Key_F3);
    hand.type(QStringLiteral("022190004321||Lê Thị Hoa|02031992|Nữ|Tổ 1, Bãi Cháy, Quảng Ninh|12052021"));
    hand.press(Qt::Key_Return);
    // Asked first: whose dossier it is does not change by reading a card.
    QCOMPARE(form(harness).applicant().name, QStringLiteral("Nguyễn Văn An"));
    hand.press(Qt::Key_F3, Qt::ControlModifier);
    say(hand, QStringLiteral("Nhầm thẻ người khác"));
    QCOMPARE(harness.bench.dossier(dossier).applicant.name, QStringLiteral("Lê Thị Hoa"));
    hand.press(Qt::Key_Right, Qt::ControlModifier);
    hand.press(Qt::Key_Right, Qt::ControlModifier);
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("Nguyễn Văn An → Lê Thị Hoa")), qPrintable(words));
    QVERIFY(!words.contains(QStringLiteral("022190004321")) && !words.contains(QStringLiteral("022090001234")));
}

void tst_Correction::afterTheNumberItIsTooLate() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
}

void tst_Correction::anOldPlatformIsToldBeforeAnythingHappens() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.exchange.reads = {2, 2, {}};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    Hand hand;
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("1"));
    say(hand, QStringLiteral("Gõ nhầm"));
    QVERIFY2(bannerOf(harness, QStringLiteral("intake"))->text().contains(QStringLiteral("Hệ thống của tỉnh còn chạy bản cũ")),
        qPrintable(bannerOf(harness, QStringLiteral("intake"))->text()));
    QCOMPARE(harness.bench.dossier(dossier).facts.value(QStringLiteral("copies")).toInt(), 2);
    QCOMPARE(form(harness).facts().value(QStringLiteral("copies")).toInt(), 1);
}

/// Another desk's supervisor approves while the clerk is at it.
void tst_Correction::whatWasApprovedMeanwhileIsSaidAtOnce() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("5"));
    hand.press(Qt::Key_F9);
    hand.type(QStringLiteral("Gõ nhầm"));
    harness.bench.approveElsewhere(dossier);
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("đã được %1 phê duyệt").arg(harness.bench.supervisor.name)), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("F2")), qPrintable(words));
    QVERIFY2(!words.contains(QStringLiteral("Đã đủ")) && words.contains(QStringLiteral("không ghi nhận được nữa")), qPrintable(words));
    harness.shoot(QStringLiteral("correction-over-vi"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).facts.value(QStringLiteral("copies")).toInt(), 2);
    // What was typed is thrown away by the key that begins another one, and can be had for ten seconds.
    hand.press(Qt::Key_F2);
    QVERIFY(form(harness).isBlank() && !form(harness).isCorrection());
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 0);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->count(), 1);
    hand.press(Qt::Key_Delete);
    QVERIFY(harness.bench.counter->end());
    QVERIFY(harness.bench.counter->intake().draft().drafts().empty());
}

/// It was put aside when it was decided on.
void tst_Correction::whatCanNoMoreBePutRightIsThrownAway() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("5"));
    hand.press(Qt::Key_F2);
    harness.bench.approveElsewhere(dossier);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("không sửa được nữa")), qPrintable(list->item(0)->text()));
    hand.press(Qt::Key_Delete);
    QCOMPARE(list->count(), 0);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->count(), 1);
    hand.press(Qt::Key_Return);
    QVERIFY(form(harness).isCorrection());
    QVERIFY(!canPress(harness, Qt::Key_F9));
    const QString words = wordsOf(harness);
    QVERIFY(words.contains(harness.bench.supervisor.name));
    QVERIFY2(!words.contains(QStringLiteral("Đã đủ")) && words.contains(QStringLiteral("không ghi nhận được nữa")), qPrintable(words));
    harness.shoot(QStringLiteral("correction-over-resumed-vi"));
    // A note can be written with the dossier; what is left here goes by F2 and comes back in the list.
    hand.press(Qt::Key_F4, Qt::ControlModifier);
    QVERIFY(harness.desk().page(QStringLiteral("dossiers"))->isVisible());
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    QVERIFY(form(harness).isCorrection());
    hand.press(Qt::Key_F2);
    QVERIFY(form(harness).isBlank());
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->count(), 1);
}

/// Nothing told this desk of it; the key looks.
void tst_Correction::noReasonIsAskedForWhatIsOver() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    typeCopies(hand, QStringLiteral("5"));
    {
        const QSignalBlocker quiet(harness.bench.counter.get());
        harness.bench.approveElsewhere(dossier);
    }
    hand.press(Qt::Key_F9);
    QVERIFY2(!wordsOf(harness).contains(QStringLiteral("Đã sửa gì")), qPrintable(wordsOf(harness)));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    QVERIFY(wordsOf(harness).contains(QStringLiteral("không ghi nhận được nữa")));
}

void tst_Correction::whyItIsTooLateIsSaid_data() {
    QTest::addColumn<bool>("closed");
    QTest::newRow("approved") << false;
    QTest::newRow("handed over and closed") << true;
}

void tst_Correction::whyItIsTooLateIsSaid() {
    QFETCH(bool, closed);
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.approvedCopy();
    Hand hand;
    if (closed) {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
        hand.press(Qt::Key_F9);
        QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
        hand.press(Qt::Key_F9);
        QVERIFY(harness.bench.dossier(dossier).closed);
        QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    } else {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    }
    hand.press(Qt::Key_F9);
    QVERIFY(harness.desk().page(QStringLiteral("dossiers"))->isVisible());
    const QString said = bannerOf(harness, QStringLiteral("dossiers"))->text();
    QVERIFY2(said.contains(QStringLiteral("đã được %1 phê duyệt").arg(harness.bench.supervisor.name)), qPrintable(said));
    // A wrong number is spoiled in its book.
    QVERIFY2(said.contains(QStringLiteral("F8")) && said.contains(QStringLiteral("hủy")), qPrintable(said));
    harness.shoot(QStringLiteral("correction-too-late-vi"));
    // Another dossier has nothing to do with it.
    const auto another = harness.bench.receiveCopy();
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    list->select(another);
    QCOMPARE(list->current(), another);
    QVERIFY(!bannerOf(harness, QStringLiteral("dossiers"))->isShown());
}

/// The same citizen was given form 02 for the same procedure: that is another intake.
void tst_Correction::formTwoIsNoMatterOfACorrection() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản chính"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    const auto dossier = harness.bench.receiveCopy();
    QVERIFY(harness.bench.counter->intake().acts().openCorrection(dossier));
    QVERIFY(form(harness).isCorrection());
    QVERIFY(form(harness).comingBack().isNull());
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Ctrl+F4")));
}

/// After the program was killed: what was put aside waits in the list.
void tst_Correction::onlyWhatWasOpenComesBack() {
    Harness harness;
    Hand hand;
    const auto dossier = openReturned(harness, hand);
    typeCopies(hand, QStringLiteral("5"));
    hand.press(Qt::Key_F2);
    auto& intake = harness.bench.counter->intake();
    intake.draft().restore();
    QVERIFY(form(harness).isBlank());
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QCOMPARE(form(harness).content().dossier, dossier);
    intake.draft().restore();
    QCOMPARE(form(harness).content().dossier, dossier);
    QCOMPARE(form(harness).facts().value(QStringLiteral("copies")).toInt(), 5);
}

QTEST_MAIN(tst_Correction)
#include "tst_Correction.moc"
