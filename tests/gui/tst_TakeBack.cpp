#include "app/ui/shell/HeldStrip.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::Hand;
using test::Harness;

/// What ends something can be taken back for ten seconds, by keyboard; nothing of it is on record, on paper or at the province until then.
class tst_TakeBack : public QObject {
    Q_OBJECT

private slots:
    void aHandOverIsTakenBack();
    void itIsDoneAfterItsTime();
    void whatTheNextStepNeedsIsDoneAtOnce_data();
    void whatTheNextStepNeedsIsDoneAtOnce();
    void aWithdrawalIsTakenBack();
    void approvalsOfOneKeyAreTakenBackTogether();
    void aReturnIsTakenBack();
    void theEndOfTheProgramLeavesItPending_data();
    void theEndOfTheProgramLeavesItPending();
    void anotherUserIsNotAsked();
    void whatCannotBeHeldIsSaidAtOnce();
    void aFullDiskKeepsTheAct();
    void whatTheDiskCannotNoteIsTakenBackAllTheSame();
    void theNoteIsMadeWhenTheDiskTakesIt();
    void aRatingIsTakenBackWithItsClose();
    void theListOfUnfinishedIntakesLetsTheKeyThrough();
    void aSlipAtIntakeIsTakenBack_data();
    void aSlipAtIntakeIsTakenBack();
    void aSlipWaitsForNoOneElse();
    void aSlipThatCannotBeKeptLeavesTheIntake();
    void formTwoDuringProcessingIsTakenBack();
    void aSpoiledNumberIsTakenBack();
    void aClosedBookIsTakenBack();
    void whatIsTypedAtOnceAreTheWords();
    void whatWasLeftBehindGoesByItsButton();
    void inATextFieldTheKeyIsTheFields();

private:
    /// Its attestation is printed; all that is missing is the hand-over.
    static domain::DossierId readyCopy(Harness& harness);
    static ui::HeldStrip* strip(Harness& harness) { return harness.window->findChild<ui::HeldStrip*>(); }
    static void holdFor(Harness& harness, std::chrono::milliseconds time) { harness.bench.counter->held().setDelay(time); }
};

domain::DossierId tst_TakeBack::readyCopy(Harness& harness) {
    using namespace std::chrono_literals;
    const auto dossier = harness.bench.approvedCopy();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
        press(harness, Qt::Key_F9);
        QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    }();
    holdFor(harness, 10s);
    return dossier;
}

void tst_TakeBack::aHandOverIsTakenBack() {
    Harness harness;
    const auto dossier = readyCopy(harness);
    const auto before = harness.bench.kinds(dossier);
    auto* list = harness.desk().page(QStringLiteral("handover"))->findChild<ui::DossierList*>();
    Hand hand;
    hand.press(Qt::Key_F7);
    hand.press(Qt::Key_4);
    const size_t sheets = harness.bench.paper.requests.size();
    hand.press(Qt::Key_F9);
    QVERIFY(list->rows().empty());
    QVERIFY(strip(harness)->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("trong 10 giây")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("take-back-vi"));
    QCOMPARE(harness.bench.kinds(dossier), before);
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.kinds(dossier), before);
    QCOMPARE(list->current(), dossier);
    // What was answered stands there as it was.
    hand.press(Qt::Key_F9);
    harness.bench.counter->held().settle();
    const domain::Dossier after = harness.bench.dossier(dossier);
    QVERIFY(after.closed);
    QCOMPARE(after.rating, 4);
    QCOMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_TakeBack::itIsDoneAfterItsTime() {
    using namespace std::chrono_literals;
    Harness harness;
    const auto dossier = readyCopy(harness);
    holdFor(harness, 20ms);
    press(harness, Qt::Key_F9);
    QTRY_VERIFY(harness.bench.dossier(dossier).closed);
    QVERIFY(!strip(harness)->isVisible());
}

void tst_TakeBack::whatTheNextStepNeedsIsDoneAtOnce_data() {
    QTest::addColumn<QString>("step");
    QTest::newRow("the screen is locked") << "lock";
    QTest::newRow("a note is written on it") << "note";
    QTest::newRow("another desk asks for it") << "asked";
}

void tst_TakeBack::whatTheNextStepNeedsIsDoneAtOnce() {
    QFETCH(QString, step);
    Harness harness;
    const auto dossier = readyCopy(harness);
    press(harness, Qt::Key_F9);
    QVERIFY(!harness.bench.dossier(dossier).closed);
    if (step == QLatin1String("lock"))
        harness.session->lock();
    else if (step == QLatin1String("note"))
        QVERIFY(harness.bench.counter->dossiers().addNote(dossier, QStringLiteral("Đã gọi điện")));
    else
        (void)harness.bench.counter->runner().runUnattended(dossier, {harness.bench.otherStation});
    QVERIFY(harness.bench.dossier(dossier).closed);
    QCOMPARE(harness.bench.kinds(dossier).count(QStringLiteral("result-handed-over")), 1);
}

void tst_TakeBack::aWithdrawalIsTakenBack() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    holdFor(harness, 10s);
    Hand hand;
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Không cần nữa"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(strip(harness)->isVisible());
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    // Nothing else can be done on it meanwhile.
    QVERIFY(!canPress(harness, Qt::Key_F8) && !canPress(harness, Qt::Key_F9));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    QVERIFY(canPress(harness, Qt::Key_F8));
}

void tst_TakeBack::approvalsOfOneKeyAreTakenBackTogether() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto first = harness.bench.receiveCopy();
    const auto second = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    holdFor(harness, 10s);
    Hand hand;
    hand.press(Qt::Key_F6);
    hand.press(Qt::Key_F9);
    auto* list = harness.desk().page(QStringLiteral("approval"))->findChild<ui::DossierList*>();
    QVERIFY(list->rows().empty());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("2 hồ sơ")), qPrintable(wordsOf(harness)));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->rows().size(), 2u);
    QVERIFY(harness.bench.dossier(first).entries.empty() && harness.bench.dossier(second).entries.empty());
    hand.press(Qt::Key_F9);
    harness.bench.counter->held().settle();
    QCOMPARE(list->rows().size(), 1u);
}

void tst_TakeBack::aReturnIsTakenBack() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    holdFor(harness, 10s);
    Hand hand;
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Thiếu trang 2"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(strip(harness)->isVisible());
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    hand.press(Qt::Key_F9);
    harness.bench.counter->held().settle();
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
}

void tst_TakeBack::theEndOfTheProgramLeavesItPending_data() {
    QTest::addColumn<bool>("done");
    QTest::newRow("done then") << true;
    QTest::newRow("taken back then") << false;
}

void tst_TakeBack::theEndOfTheProgramLeavesItPending() {
    QFETCH(bool, done);
    using namespace std::chrono_literals;
    test::CounterBench bench;
    bench.undo = 10s;
    bench.restart();
    const auto dossier = bench.approvedCopy();
    bench.counter->handOver().printAttestation(dossier);
    QTRY_COMPARE(bench.dossier(dossier).attested.size(), 1u);
    QVERIFY(bench.counter->handOver().holdFinish(dossier, {}));
    bench.restart(); // as after a kill
    QVERIFY(!bench.dossier(dossier).closed);
    bench.seatClerk();
    QCOMPARE(bench.counter->held().acts().size(), 1u);
    QVERIFY(bench.counter->handOver().waiting()->empty());
    if (done)
        bench.counter->held().goOn();
    else
        bench.counter->held().takeBack();
    QCOMPARE(bench.dossier(dossier).closed, done);
    QCOMPARE(bench.counter->handOver().waiting()->size(), done ? 0u : 1u);
    QVERIFY(bench.drafts.all().empty());
}

void tst_TakeBack::anotherUserIsNotAsked() {
    using namespace std::chrono_literals;
    test::CounterBench bench;
    bench.undo = 10s;
    bench.restart();
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    QVERIFY(bench.counter->withdrawals().hold(dossier, QStringLiteral("Thôi")));
    bench.restart();
    bench.seatSupervisor();
    QVERIFY(bench.counter->held().acts().empty());
    QVERIFY(bench.counter->approval().approve(dossier));
    // It can no longer be done, and says so when its author is back.
    bench.seatClerk();
    QCOMPARE(bench.counter->held().acts().size(), 1u);
    bench.counter->held().goOn();
    QCOMPARE(bench.counter->held().acts().front().error.code, QStringLiteral("held.changed-meanwhile"));
    bench.counter->held().takeBack();
    QVERIFY(bench.counter->held().acts().empty());
}

void tst_TakeBack::whatCannotBeHeldIsSaidAtOnce() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.approvedCopy();
    holdFor(harness, 10s);
    const auto held = harness.bench.counter->handOver().holdFinish(dossier, {});
    QVERIFY(!held);
    QCOMPARE(held.error().code, QStringLiteral("dossier.attestation-not-printed"));
    QVERIFY(harness.bench.counter->held().acts().empty());
}

void tst_TakeBack::aFullDiskKeepsTheAct() {
    Harness harness;
    const auto dossier = readyCopy(harness);
    press(harness, Qt::Key_F9);
    harness.bench.journal.nextFailure = {QStringLiteral("journal.write-failed")};
    harness.bench.counter->held().settle();
    QVERIFY(!harness.bench.dossier(dossier).closed);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Chưa ghi được")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("take-back-failed-vi"));
    harness.bench.journal.nextFailure = {};
    Hand hand;
    hand.press(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
    QVERIFY(!strip(harness)->isVisible());
}

/// Said once, taken back: never done behind one's back, also where the disk is full.
void tst_TakeBack::whatTheDiskCannotNoteIsTakenBackAllTheSame() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto& held = harness.bench.counter->held();
    holdFor(harness, 300ms);
    Hand hand;
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Không cần nữa"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(held.isHeld(dossier));
    harness.bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!held.isHeld(dossier));
    QVERIFY(!strip(harness)->isVisible());
    const QString told = harness.window->findChild<ui::NoticeBar*>()->text();
    QVERIFY2(told.contains(QStringLiteral("Đã lấy lại")) && told.contains(QStringLiteral("chỗ trên ổ đĩa")), qPrintable(told));
    harness.shoot(QStringLiteral("take-back-full-disk-vi"));
    QVERIFY(canPress(harness, Qt::Key_F8));
    // Its time goes by, and the disk has room again: nothing is done.
    harness.bench.drafts.nextFailure = {};
    QTRY_VERIFY(harness.bench.drafts.all().empty());
    held.settle();
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
}

void tst_TakeBack::theNoteIsMadeWhenTheDiskTakesIt() {
    using namespace std::chrono_literals;
    test::CounterBench bench;
    bench.undo = 10s;
    bench.restart();
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    QVERIFY(bench.counter->withdrawals().hold(dossier, QStringLiteral("Thôi")));
    bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    QSignalSpy failed(&bench.counter->held(), &counter::HeldActs::failed);
    bench.counter->held().takeBack();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<counter::HeldAct>().error.code, QStringLiteral("held.not-noted"));
    // Whoever sits down meanwhile is not asked; only after a kill somebody must be.
    bench.drafts.nextFailure = {};
    bench.seatSupervisor();
    bench.seatClerk();
    QVERIFY(bench.counter->held().acts().empty());
    QVERIFY(bench.drafts.all().empty());
    QVERIFY(bench.counter->withdrawals().hold(dossier, QStringLiteral("Thôi")));
    bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    bench.counter->held().takeBack();
    bench.restart();
    bench.drafts.nextFailure = {};
    bench.seatClerk();
    QCOMPARE(bench.counter->held().acts().size(), 1u);
    QVERIFY(!bench.counter->held().waits());
    QCOMPARE(bench.dossier(dossier).state, domain::State::Processing);
}

void tst_TakeBack::aRatingIsTakenBackWithItsClose() {
    Harness harness;
    const auto dossier = readyCopy(harness);
    auto& desk = harness.bench.counter->handOver();
    QVERIFY(desk.collectFee(dossier, domain::PaymentMethod::Cash));
    QVERIFY(desk.handOver(dossier, {}));
    const auto before = harness.bench.kinds(dossier);
    Hand hand;
    hand.press(Qt::Key_1);
    hand.press(Qt::Key_F8, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->held().isHeld(dossier));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.kinds(dossier), before);
    QCOMPARE(harness.bench.dossier(dossier).rating, 0);
    // The citizen's word as it was meant.
    hand.press(Qt::Key_5);
    hand.press(Qt::Key_F8, Qt::ControlModifier);
    harness.bench.counter->held().settle();
    QVERIFY(harness.bench.dossier(dossier).closed);
    QCOMPARE(harness.bench.dossier(dossier).rating, 5);
}

void tst_TakeBack::theListOfUnfinishedIntakesLetsTheKeyThrough() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.fillCopy();
    QVERIFY(harness.bench.counter->intake().draft().startNew());
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    holdFor(harness, 10s);
    QVERIFY(harness.bench.counter->withdrawals().hold(dossier, QStringLiteral("Thôi")));
    Hand hand;
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("putAside"));
    // What was discarded in the list is the newest.
    hand.press(Qt::Key_Delete);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->held().isHeld(dossier));
    QCOMPARE(harness.bench.counter->intake().putAside().list()->size(), 1u);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!harness.bench.counter->held().isHeld(dossier));
}

void tst_TakeBack::aSlipAtIntakeIsTakenBack_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("form");
    QTest::newRow("form 02") << static_cast<int>(Qt::Key_F7) << "form-02";
    QTest::newRow("form 03") << static_cast<int>(Qt::Key_F8) << "form-03";
}

/// Nothing of it is on record or paper; what was entered stands there again. Then the citizen, who waits for the paper, has it at once.
void tst_TakeBack::aSlipAtIntakeIsTakenBack() {
    using namespace std::chrono_literals;
    QFETCH(int, key);
    QFETCH(QString, form);
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Giấy khai sinh"));
    holdFor(harness, 10s);
    auto& intake = harness.bench.counter->intake();
    hand.press(static_cast<Qt::Key>(key));
    hand.type(QStringLiteral("Không đúng thẩm quyền"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(strip(harness)->isVisible(), qPrintable(wordsOf(harness)));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("cho Nguyễn Văn An")), qPrintable(wordsOf(harness)));
    QVERIFY(harness.bench.archive.dossiers({})->empty());
    QVERIFY(harness.bench.paper.rendered.empty());
    // The next citizen's form is free, and nobody takes up what is about to end.
    QVERIFY(intake.form().isBlank());
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    QVERIFY(intake.putAside().list()->empty());
    harness.shoot(QStringLiteral("take-back-%1-vi").arg(form));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(intake.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Giấy khai sinh"));
    QVERIFY(intake.form().content().dossier.isNull());
    QVERIFY(harness.bench.archive.dossiers({})->empty());
    hand.press(static_cast<Qt::Key>(key));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    hand.press(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.front().first, form);
    QCOMPARE(harness.bench.archive.dossiers({})->size(), size_t(1));
    QVERIFY(!strip(harness)->isVisible());
    // Form 02: the citizen comes back.
    QCOMPARE(intake.putAside().list()->size(), form == QLatin1String("form-02") ? size_t(1) : size_t(0));
    QCOMPARE(harness.bench.drafts.all().size(), form == QLatin1String("form-02") ? size_t(1) : size_t(0));
}

/// The next citizen is being taken in already: that is not put aside for what is taken back.
void tst_TakeBack::aSlipWaitsForNoOneElse() {
    using namespace std::chrono_literals;
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    holdFor(harness, 10s);
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Không đúng thẩm quyền"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    harness.bench.counter->intake().form().setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.counter->intake().form().content().applicant.name, QStringLiteral("Lê Thị Thủy"));
    const auto left = harness.bench.counter->intake().putAside().list();
    QCOMPARE(left->size(), size_t(1));
    QCOMPARE(left->front().applicant, QStringLiteral("Nguyễn Văn An"));
    const QString told = harness.window->findChild<ui::NoticeBar*>()->text();
    QVERIFY2(told.contains(QStringLiteral("Ctrl+F2")), qPrintable(told));
}

void tst_TakeBack::aSlipThatCannotBeKeptLeavesTheIntake() {
    using namespace std::chrono_literals;
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Giấy khai sinh"));
    holdFor(harness, 10s);
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Không đúng thẩm quyền"));
    harness.bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!strip(harness)->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("đã đầy")), qPrintable(wordsOf(harness)));
    QCOMPARE(harness.bench.counter->intake().form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(harness.window->findChild<QLineEdit*>(QStringLiteral("document"))->text(), QStringLiteral("Giấy khai sinh"));
    QVERIFY(harness.bench.archive.dossiers({})->empty());
}

void tst_TakeBack::formTwoDuringProcessingIsTakenBack() {
    using namespace std::chrono_literals;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    holdFor(harness, 10s);
    const size_t sheets = harness.bench.paper.requests.size();
    Hand hand;
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản chính rõ nét hơn"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->held().isHeld(dossier));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    QVERIFY(canPress(harness, Qt::Key_F7));
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản chính rõ nét hơn"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    hand.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::SupplementAsked);
    QTRY_COMPARE(harness.bench.paper.requests.size(), sheets + 1);
}

void tst_TakeBack::aSpoiledNumberIsTakenBack() {
    using namespace std::chrono_literals;
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    const domain::BookEntry entry = *harness.bench.dossier(dossier).liveEntry();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    holdFor(harness, 10s);
    Hand hand;
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Ghi sai tên"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(harness.bench.counter->held().isHeld(dossier), qPrintable(wordsOf(harness)));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).liveEntry()->number, entry.number);
    QVERIFY(harness.bench.counter->books().holdSpoil(entry.volume, entry.number, QStringLiteral("Ghi sai tên"), true));
    harness.bench.counter->held().settle();
    QCOMPARE(harness.bench.dossier(dossier).liveEntry()->number, entry.number + 1);
    const QString told = harness.window->findChild<ui::NoticeBar*>()->text();
    QVERIFY2(told.contains(entry.numberLabel), qPrintable(told));
}

void tst_TakeBack::aClosedBookIsTakenBack() {
    using namespace std::chrono_literals;
    test::CounterBench bench;
    bench.undo = 10s;
    bench.restart();
    bench.approvedCopy();
    bench.seatSupervisor();
    const auto volume = bench.archive.published.volumes.front().id;
    QVERIFY(bench.counter->books().holdClosing(volume));
    QVERIFY(!bench.archive.volume(volume)->closed);
    bench.counter->held().takeBack();
    QVERIFY(bench.drafts.all().empty());
    QVERIFY(bench.counter->books().holdClosing(volume));
    bench.restart(); // as after a kill
    bench.seatSupervisor();
    QVERIFY(!bench.archive.volume(volume)->closed);
    bench.counter->held().goOn();
    QVERIFY(bench.archive.volume(volume)->closed);
    QVERIFY(bench.drafts.all().empty());
    // What cannot be closed is said at once.
    QCOMPARE(bench.counter->books().holdClosing(volume).error().code, QStringLiteral("book.closed"));
}

/// Its blanks tick no ready-made reason.
void tst_TakeBack::whatIsTypedAtOnceAreTheWords() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.press(Qt::Key_F8);
    QCOMPARE(Hand::place(), QStringLiteral("grounds"));
    hand.type(QStringLiteral("Không thuộc thẩm quyền"));
    QCOMPARE(Hand::place(), QStringLiteral("slipWords"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    const auto rows = harness.bench.archive.dossiers({});
    QCOMPARE(rows->size(), size_t(1));
    const auto history = harness.bench.journal.history(rows->front().id);
    QVERIFY(history);
    const auto refused = std::find_if(
        history->begin(), history->end(), [](const domain::Event& event) { return std::holds_alternative<domain::DossierRefused>(event.body); });
    QVERIFY(refused != history->end());
    QCOMPARE(std::get<domain::DossierRefused>(refused->body).reason, QStringLiteral("Không thuộc thẩm quyền"));
}

/// Neither by the key, nor by a click that was meant for what waited in its place until a moment ago.
void tst_TakeBack::whatWasLeftBehindGoesByItsButton() {
    Harness harness;
    const auto dossier = readyCopy(harness);
    auto& held = harness.bench.counter->held();
    press(harness, Qt::Key_F9);
    harness.bench.journal.nextFailure = {QStringLiteral("journal.write-failed")};
    held.settle();
    harness.bench.journal.nextFailure = {};
    const auto buttons = strip(harness)->findChildren<ui::ActionButton*>();
    auto* button =
        *std::find_if(buttons.begin(), buttons.end(), [](const ui::ActionButton* each) { return each->text() == QStringLiteral("Lấy lại"); });
    QVERIFY(button->key().isEmpty());
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    button->click();
    QVERIFY(held.isHeld(dossier));
    harness.bench.clock.advance(3);
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(held.isHeld(dossier));
    button->click();
    QVERIFY(!held.isHeld(dossier));
    QVERIFY(!harness.bench.dossier(dossier).closed);
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_TakeBack::inATextFieldTheKeyIsTheFields() {
    Harness harness;
    readyCopy(harness);
    press(harness, Qt::Key_F9);
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
    hand.type(QStringLiteral("Lan"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(harness.bench.counter->held().acts().size(), 1u);
}

QTEST_MAIN(tst_TakeBack)
#include "tst_TakeBack.moc"
