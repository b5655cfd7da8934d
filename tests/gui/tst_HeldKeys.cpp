#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;
using test::Reader;
using namespace std::chrono_literals;

/// A key that is held down acts once, in the window, with repeats as the platform sends them: some are not marked. Keys never rest here, but where
/// it is said.
class tst_HeldKeys : public QObject {
    Q_OBJECT

private slots:
    void approvesOne();
    void printsAndDoesNotHandOver();
    void takesBackOne();
    void discardsOne();
    void ratesOnce();
    void ticksOnce();
    void movesOnAndOn();
    void aBounceTakesBackOne();
    void aBounceDiscardsOne();
    void anIgnoredPressRestsAnew();
    void enterBouncesOnOneButton();

private:
    static void toApprove(Harness& harness, int count);
    static void putAside(Harness& harness, int count);
    static size_t held(const Harness& harness) { return harness.bench.counter->held().acts().size(); }
};

void tst_HeldKeys::toApprove(Harness& harness, int count) {
    harness.bench.seatClerk();
    for (int i = 0; i < count; ++i)
        harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    harness.bench.counter->held().setDelay(1h);
}

void tst_HeldKeys::putAside(Harness& harness, int count) {
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Hand hand;
    for (int i = 0; i < count; ++i) {
        QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
        hand.type(QStringLiteral("Nguyễn Văn An"));
        hand.press(Qt::Key_F2);
    }
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("putAside"));
}

void tst_HeldKeys::approvesOne() {
    Harness harness;
    toApprove(harness, 4);
    Reader(harness.window.get()).hold(Qt::Key_F9, 90);
    QCOMPARE(held(harness), 1u);
}

void tst_HeldKeys::printsAndDoesNotHandOver() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    harness.bench.counter->held().setDelay(1h);
    Reader reader(harness.window.get());
    reader.hold(Qt::Key_F9, 30);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QCOMPARE(held(harness), 0u);
    reader.press(Qt::Key_F9, 700ms);
    QCOMPARE(held(harness), 1u);
}

void tst_HeldKeys::takesBackOne() {
    Harness harness;
    toApprove(harness, 3);
    Reader reader(harness.window.get());
    for (int i = 0; i < 3; ++i)
        reader.press(Qt::Key_F9, 2s);
    QCOMPARE(held(harness), 3u);
    reader.hold(Qt::Key_Z, 90, Qt::ControlModifier);
    QCOMPARE(held(harness), 2u);
}

void tst_HeldKeys::discardsOne() {
    Harness harness;
    putAside(harness, 4);
    const auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 4);
    Reader(harness.window.get()).hold(Qt::Key_Delete, 90);
    QCOMPARE(list->count(), 3);
}

void tst_HeldKeys::ratesOnce() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    auto* rating = harness.desk().page(QStringLiteral("handover"))->findChild<ui::RatingBar*>();
    rating->findChild<QAbstractButton*>()->setFocus();
    int times = 0;
    connect(rating, &ui::RatingBar::scoreChanged, this, [&times] { ++times; });
    Reader(harness.window.get()).hold(QChar(u'4'), 90);
    QTRY_COMPARE(rating->score(), 4);
    QCOMPARE(times, 1);
}

void tst_HeldKeys::ticksOnce() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    auto* looked = harness.desk().page(QStringLiteral("handover"))->findChild<QCheckBox*>(QStringLiteral("identity"));
    looked->setFocus();
    Reader(harness.window.get()).hold(QChar(u' '), 90);
    QVERIFY(looked->isChecked());
}

/// Where a key only moves.
void tst_HeldKeys::movesOnAndOn() {
    Harness harness;
    putAside(harness, 4);
    const auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->currentRow(), 0);
    Reader(harness.window.get()).hold(Qt::Key_Down, 4);
    QCOMPARE(list->currentRow(), 3);
}

void tst_HeldKeys::aBounceTakesBackOne() {
    Harness harness;
    toApprove(harness, 2);
    Reader reader(harness.window.get());
    for (int i = 0; i < 2; ++i)
        reader.press(Qt::Key_F9, 2s);
    QCOMPARE(held(harness), 2u);
    ui::KeyRest::instance().setLength(1h);
    for (int i = 0; i < 3; ++i)
        reader.press(Qt::Key_Z, 90ms, Qt::ControlModifier);
    QCOMPARE(held(harness), 1u);
}

void tst_HeldKeys::aBounceDiscardsOne() {
    Harness harness;
    putAside(harness, 4);
    const auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    ui::KeyRest::instance().setLength(1h);
    Reader reader(harness.window.get());
    reader.press(Qt::Key_Delete, 700ms);
    reader.press(Qt::Key_Delete, 90ms);
    QCOMPARE(list->count(), 3);
    reader.press(Qt::Key_Down, 300ms);
    reader.press(Qt::Key_Delete, 300ms);
    QCOMPARE(list->count(), 2);
}

/// Whoever presses on and on has not looked.
void tst_HeldKeys::anIgnoredPressRestsAnew() {
    ui::KeyRest& rest = ui::KeyRest::instance();
    rest.setLength(1s);
    const QKeySequence key(Qt::Key_F9);
    QObject nobody;
    const auto presses = [&] {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier);
        QCoreApplication::sendEvent(&nobody, &press);
        return rest.mayDo(key);
    };
    QVERIFY(presses());
    for (int i = 0; i < 5; ++i) {
        QTest::qWait(250);
        QVERIFY(!presses());
    }
    QTest::qWait(1100);
    QVERIFY(presses());
}

void tst_HeldKeys::enterBouncesOnOneButton() {
    Harness harness;
    toApprove(harness, 2);
    ui::KeyRest::instance().setLength(1h);
    auto* approve = static_cast<QWidget*>(nullptr);
    for (auto* button : harness.window->findChildren<ui::ActionButton*>())
        if (button->isVisible() && button->key() == QKeySequence(Qt::Key_F9))
            approve = button;
    QVERIFY(approve);
    Reader reader(harness.window.get());
    for (int i = 0; i < 3; ++i) {
        approve->setFocus();
        reader.press(Qt::Key_Return, 90ms);
    }
    QCOMPARE(held(harness), 1u);
}

QTEST_MAIN(tst_HeldKeys)
#include "tst_HeldKeys.moc"
