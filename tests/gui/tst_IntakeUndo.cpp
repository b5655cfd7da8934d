#include "app/capture/PagePipeline.h"
#include "app/counter/PageTurner.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/IntakePagesTest.h"
#include "tests/gui/PlaceTest.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// What Ctrl+Z takes back in an intake: the last thing done, among the pages, in a field, or an act that waits.
class tst_IntakeUndo : public test::IntakePagesTest {
    Q_OBJECT

private slots:
    void undoStopsAtPagesThatCame();
    void theLastThingDoneIsUndone();
    void anUnusedFieldGivesTheKeyAway_data();
    void anUnusedFieldGivesTheKeyAway();
    void whatWasTypedElsewhereIsTheLastThingDone();
    void whatAFieldHasForgottenIsNotPassedOver();
    void anActThatWaitsIsTakenBackFirst_data();
    void anActThatWaitsIsTakenBackFirst();
    void aMomentTooLateNothingOlderIsUndone();
    void whatWasLeftBehindIsNotTheLastThingDone();
};

/// Undoing must never take away what was scanned since.
void tst_IntakeUndo::undoStopsAtPagesThatCame() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scan(harness, hand, 2);
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 1);
    hand.press(Qt::Key_F5);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(7)));
    emit harness.bench.scanner.job->finished({});
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(lying(harness).at(0).contains(7));
}

/// In a field and among the pages by turns.
void tst_IntakeUndo::theLastThingDoneIsUndone() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    auto* title = harness.window->findChild<QLineEdit*>(QStringLiteral("document"));
    const auto page = [&] { return formOf(harness).content().papers.at(0).pages.at(0).blob; };
    hand.type(QStringLiteral("Giấy"));
    scan(harness, hand, 1);
    const auto before = page();
    hand.press(Qt::Key_R, Qt::ControlModifier);
    const auto turned = page();
    QVERIFY(turned != before);
    hand.type(QStringLiteral(" khai"));
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(page() != turned);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page(), turned);
    QCOMPARE(title->text(), QStringLiteral("Giấy khai"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page(), turned);
    QCOMPARE(title->text(), QStringLiteral("Giấy"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page(), before);
    QCOMPARE(title->text(), QStringLiteral("Giấy"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(title->text(), QString());
    QCOMPARE(page(), before);
}

void tst_IntakeUndo::anUnusedFieldGivesTheKeyAway_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a title") << "document"
                             << "Giấy khai sinh";
    QTest::newRow("a number") << "copies"
                              << "3";
}

/// What stands in the field was typed before the page was turned.
void tst_IntakeUndo::anUnusedFieldGivesTheKeyAway() {
    QFETCH(QString, field);
    QFETCH(QString, typed);
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    auto* editor = harness.window->findChild<QWidget*>(field);
    editor->setFocus(Qt::TabFocusReason);
    hand.type(typed);
    scan(harness, hand, 2);
    const auto page = [&] { return formOf(harness).content().papers.at(0).pages.at(1).blob; };
    const auto before = page();
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(page() != before);
    QVERIFY(editor->hasFocus());
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page(), before);
    const QString stands =
        field == QLatin1String("copies") ? QString::number(qobject_cast<QSpinBox*>(editor)->value()) : qobject_cast<QLineEdit*>(editor)->text();
    QCOMPARE(stands, typed);
}

/// The cursor has left the fields, or stands in one that was typed into before.
void tst_IntakeUndo::whatWasTypedElsewhereIsTheLastThingDone() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    auto* title = harness.window->findChild<QLineEdit*>(QStringLiteral("document"));
    auto* copies = harness.window->findChild<QSpinBox*>(QStringLiteral("copies"));
    scan(harness, hand, 2);
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(formOf(harness).content().papers.at(0).pages.size(), 1u);
    copies->setFocus(Qt::TabFocusReason);
    const int before = copies->value();
    hand.type(QStringLiteral("7"));
    QCOMPARE(copies->value(), 7);
    title->setFocus(Qt::TabFocusReason);
    hand.type(QStringLiteral("Giấy khai sinh"));
    hand.press(Qt::Key_Tab);
    QVERIFY(!title->hasFocus());
    QCOMPARE(formOf(harness).content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Giấy khai sinh"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(title->text(), QString());
    QVERIFY(title->hasFocus());
    QCOMPARE(copies->value(), 7);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(copies->value(), before);
    QCOMPARE(formOf(harness).content().facts.value(QStringLiteral("document")).toString(), QString());
    QCOMPARE(formOf(harness).content().papers.at(0).pages.size(), 1u);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(formOf(harness).content().papers.at(0).pages.size(), 2u);
}

/// Blanks at its ends are taken off when the cursor leaves it.
void tst_IntakeUndo::whatAFieldHasForgottenIsNotPassedOver() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    auto* title = harness.window->findChild<QLineEdit*>(QStringLiteral("document"));
    scan(harness, hand, 2);
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    title->setFocus(Qt::TabFocusReason);
    hand.type(QStringLiteral("Giấy khai sinh "));
    hand.press(Qt::Key_Tab);
    QCOMPARE(title->text(), QStringLiteral("Giấy khai sinh"));
    for (int i = 0; i < 2; ++i)
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(title->text(), QStringLiteral("Giấy khai sinh"));
    QCOMPARE(formOf(harness).content().papers.at(0).pages.size(), 1u);
}

void tst_IntakeUndo::anActThatWaitsIsTakenBackFirst_data() {
    QTest::addColumn<bool>("pagesLast");
    QTest::newRow("said after the page was taken out") << false;
    QTest::newRow("and before") << true;
}

void tst_IntakeUndo::anActThatWaitsIsTakenBackFirst() {
    QFETCH(bool, pagesLast);
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.counter->held().setDelay(std::chrono::hours(1));
    begin(harness, hand);
    scan(harness, hand, 2);
    if (!pagesLast)
        hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->withdrawals().hold(dossier, QStringLiteral("Công dân rút")));
    if (pagesLast)
        hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->held().isHeld(dossier));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!harness.bench.counter->held().isHeld(dossier));
    QCOMPARE(lying(harness).at(0).size(), 1);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
}

/// Who wanted the withdrawal back wants no page back.
void tst_IntakeUndo::aMomentTooLateNothingOlderIsUndone() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.counter->held().setDelay(std::chrono::milliseconds(20));
    begin(harness, hand);
    scan(harness, hand, 2);
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->withdrawals().hold(dossier, QStringLiteral("Công dân rút")));
    QTRY_VERIFY(!harness.bench.counter->held().isHeld(dossier));
    const auto state = harness.bench.dossier(dossier).state;
    QVERIFY(state != domain::State::Processing);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 1);
    QCOMPARE(harness.bench.dossier(dossier).state, state);
    QCOMPARE(harness.window->findChild<ui::NoticeBar*>()->text(), QStringLiteral("Đã hết thời gian lấy lại. Không có gì bị thay đổi."));
    harness.bench.clock.advance(2);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
}

void tst_IntakeUndo::whatWasLeftBehindIsNotTheLastThingDone() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    auto& held = harness.bench.counter->held();
    held.setDelay(std::chrono::hours(1));
    begin(harness, hand);
    QVERIFY(harness.bench.counter->withdrawals().hold(dossier, QStringLiteral("Công dân rút")));
    harness.bench.journal.nextFailure = {QStringLiteral("journal.write-failed")};
    held.settle();
    harness.bench.journal.nextFailure = {};
    QVERIFY(held.isHeld(dossier) && !held.waits());
    harness.bench.clock.advance(3);
    scan(harness, hand, 2);
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i)
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
    QVERIFY(held.isHeld(dossier));
}

QTEST_MAIN(tst_IntakeUndo)
#include "tst_IntakeUndo.moc"
