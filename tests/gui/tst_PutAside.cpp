#include "app/domain/PaperCode.h"
#include "app/ui/intake/EarlierIntake.h"
#include "app/ui/intake/IntakePlace.h"
#include "app/ui/shell/Rail.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// Unfinished intakes, by keyboard: put aside, found again, taken up, discarded and brought back.
class tst_PutAside : public QObject {
    Q_OBJECT

private slots:
    void anIntakeIsTakenUpAgain();
    void oneIsDiscardedAndBroughtBack();
    void whatIsOpenAgainIsNoLongerDiscarded_data();
    void whatIsOpenAgainIsNoLongerDiscarded();
    void whoeverSitsDownEndsNoDiscard();
    void aFullDiskKeepsWhatIsOpen_data();
    void aFullDiskKeepsWhatIsOpen();
    void whatWasSaidAnewGoesOn_data();
    void whatWasSaidAnewGoesOn();
    void nobodyIsTakenInFromBehindTheList_data();
    void nobodyIsTakenInFromBehindTheList();
    void whatIsEmptyIsNone();
    void formTwoIsGoneOnWith_data();
    void formTwoIsGoneOnWith();
    void theSameCardLeadsBack_data();
    void theSameCardLeadsBack();
    void whoWantsSomethingElseGoesOn();
    void whatIsLeftInTheCardLineGoes_data();
    void whatIsLeftInTheCardLineGoes();
    void itIsFoundByName();
    void aColleaguesIsTakenOver();
    void pictures_data();
    void pictures();

private:
    /// Types a name and puts the intake aside.
    static void putAside(Hand& hand, const QString& name);
    /// An intake of the clerk's that ended in form 02.
    static void formTwo(Harness& harness, Hand& hand);
    static const counter::IntakeContent& content(const Harness& harness) { return harness.bench.counter->intake().form().content(); }
    /// Of the intake place, by its key; null: none.
    static const QWidget* actOf(const Harness& harness, Qt::Key key) {
        for (const auto* button : harness.window->findChild<ui::IntakePlace*>()->findChildren<ui::ActionButton*>())
            if (button->key() == QKeySequence(key))
                return button;
        return nullptr;
    }
    static QListWidget* list(const Harness& harness) { return harness.window->findChild<QListWidget*>(QStringLiteral("putAside")); }
};

void tst_PutAside::putAside(Hand& hand, const QString& name) {
    QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
    hand.type(name);
    hand.press(Qt::Key_F2);
    QCOMPARE(Hand::place(), QStringLiteral("card"));
}

void tst_PutAside::anIntakeIsTakenUpAgain() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Nguyễn Văn An"));
    putAside(hand, QStringLiteral("Lê Thị Thủy"));
    QVERIFY(harness.bench.counter->intake().form().isBlank());
    QCOMPARE(harness.window->findChild<ui::Rail*>()->count(QStringLiteral("intake")), 2);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("putAside"));
    QCOMPARE(list(harness)->count(), 2);
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return);
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(!list(harness)->isVisible());
    QCOMPARE(harness.window->findChild<ui::Rail*>()->count(QStringLiteral("intake")), 1);
    // The one on the screen is not in the list, and goes back into it when another is taken up.
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 1);
    hand.press(Qt::Key_Return);
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Lê Thị Thủy"));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 1);
    hand.press(Qt::Key_Escape);
    QVERIFY(!list(harness)->isVisible());
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Lê Thị Thủy"));
}

void tst_PutAside::oneIsDiscardedAndBroughtBack() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Nguyễn Văn An"));
    putAside(hand, QStringLiteral("Lê Thị Thủy"));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    QCOMPARE(list(harness)->count(), 1);
    QCOMPARE(harness.bench.drafts.all().size(), size_t(2));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 2);
    // A key held down takes one, not all.
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier, QString(), true);
    hand.press(Qt::Key_Delete);
    QApplication::sendEvent(QApplication::focusWidget(), &held);
    QCOMPARE(list(harness)->count(), 1);
    // Also the last one comes back, and the one before it.
    hand.press(Qt::Key_Delete);
    QCOMPARE(list(harness)->count(), 0);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 1);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 2);
    hand.press(Qt::Key_Delete);
    hand.press(Qt::Key_Delete);
    // A lock ends nothing that its author can still take back; the end of the program does.
    QVERIFY(harness.bench.counter->saveDrafts());
    QCOMPARE(harness.bench.drafts.all().size(), size_t(2));
    QVERIFY(harness.bench.counter->end());
    QVERIFY(harness.bench.drafts.all().empty());
    QCOMPARE(harness.window->findChild<ui::Rail*>()->count(QStringLiteral("intake")), 0);
}

void tst_PutAside::formTwo(Harness& harness, Hand& hand) {
    harness.beginIntake(QStringLiteral("2.000635"), hand);
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_F7);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
}

void tst_PutAside::whatIsOpenAgainIsNoLongerDiscarded_data() {
    QTest::addColumn<QString>("by");
    QTest::newRow("by the code on the slip") << "scan";
    QTest::newRow("by the same card and procedure") << "card";
    QTest::newRow("from the dossiers") << "dossiers";
}

/// Ten seconds later it is still there: what is being worked on does not leave the disk under the hand.
void tst_PutAside::whatIsOpenAgainIsNoLongerDiscarded() {
    QFETCH(QString, by);
    Harness harness;
    Hand hand;
    formTwo(harness, hand);
    const domain::DossierId dossier = harness.bench.archive.dossiers({})->front().id;
    auto& putAside = harness.bench.counter->intake().putAside();
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    QVERIFY(putAside.canTakeBack());
    if (by == QLatin1String("scan")) {
        test::Reader(harness.window.get()).scan(domain::paperCodeOf(dossier));
    } else if (by == QLatin1String("dossiers")) {
        hand.press(Qt::Key_4, Qt::AltModifier);
        hand.press(Qt::Key_F9);
    } else {
        hand.press(Qt::Key_Escape);
        Harness::type(QApplication::focusWidget(), CounterBench::card());
        hand.press(Qt::Key_Return);
        hand.type(QStringLiteral("2.000635"));
        hand.press(Qt::Key_Return);
        hand.press(Qt::Key_F4, Qt::ControlModifier);
    }
    QTRY_COMPARE(content(harness).dossier, dossier);
    QCOMPARE(content(harness).facts.value(QStringLiteral("copies")).toInt(), 3);
    QVERIFY(!putAside.canTakeBack());
    putAside.settle(); // the ten seconds are over
    QVERIFY(harness.bench.counter->saveDrafts());
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
    harness.bench.seatSupervisor();
    harness.bench.seatClerk();
    QCOMPARE(putAside.list()->size(), size_t(1));
}

void tst_PutAside::whoeverSitsDownEndsNoDiscard() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->intake().form().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn An"));
    QVERIFY(bench.counter->intake().draft().startNew());
    auto& putAside = bench.counter->intake().putAside();
    putAside.discard(putAside.list()->front().id);
    bench.seatSupervisor();
    // Not the colleague's to bring back, nor gone.
    QVERIFY(!putAside.canTakeBack());
    QVERIFY(putAside.list()->empty());
    QCOMPARE(bench.drafts.all().size(), size_t(1));
    bench.seatClerk();
    QVERIFY(putAside.canTakeBack());
    putAside.takeBack();
    putAside.settle();
    QCOMPARE(putAside.list()->size(), size_t(1));
}

void tst_PutAside::aFullDiskKeepsWhatIsOpen_data() {
    QTest::addColumn<QString>("by");
    QTest::newRow("a correction") << "correction";
    QTest::newRow("the code on a slip") << "scan";
    QTest::newRow("the list") << "list";
    QTest::newRow("a new intake") << "new";
    QTest::newRow("the same person's earlier one") << "earlier";
}

/// What cannot be put aside stays open, and the disk is named; nothing is written over it once there is room again.
void tst_PutAside::aFullDiskKeepsWhatIsOpen() {
    QFETCH(QString, by);
    Harness harness;
    Hand hand;
    formTwo(harness, hand);
    const domain::DossierId asked = harness.bench.archive.dossiers({})->front().id;
    harness.bench.receiveCopy();
    hand.press(Qt::Key_1, Qt::AltModifier);
    putAside(hand, QStringLiteral("Lê Thị Thủy"));
    const QString open = by == QLatin1String("earlier") ? QStringLiteral("Nguyễn Văn An") : QStringLiteral("Trần Thị Bình");
    if (by == QLatin1String("earlier")) {
        Harness::type(QApplication::focusWidget(), CounterBench::card());
        hand.press(Qt::Key_Return);
        hand.type(QStringLiteral("2.000635"));
        hand.press(Qt::Key_Return);
    } else {
        QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
        hand.type(open);
        hand.press(Qt::Key_Tab);
    }
    QVERIFY(harness.bench.counter->saveDrafts());
    const auto id = harness.bench.counter->intake().draft().id();
    const size_t kept = harness.bench.drafts.all().size();
    harness.bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    if (by == QLatin1String("correction")) {
        hand.press(Qt::Key_4, Qt::AltModifier);
        hand.press(Qt::Key_F9);
    } else if (by == QLatin1String("scan")) {
        test::Reader(harness.window.get()).scan(domain::paperCodeOf(asked));
    } else if (by == QLatin1String("list")) {
        hand.press(Qt::Key_F2, Qt::ControlModifier);
        hand.press(Qt::Key_Return);
    } else if (by == QLatin1String("new")) {
        hand.press(Qt::Key_F2);
    } else {
        hand.press(Qt::Key_F4, Qt::ControlModifier);
    }
    QTRY_VERIFY2(wordsOf(harness).contains(QStringLiteral("đã đầy")), qPrintable(wordsOf(harness)));
    harness.bench.drafts.nextFailure = {};
    QVERIFY(harness.bench.counter->saveDrafts());
    QCOMPARE(harness.bench.drafts.all().size(), kept);
    const auto& all = harness.bench.drafts.all();
    const auto draft = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    QVERIFY(draft != all.end());
    QCOMPARE(counter::intakeIn(*draft)->applicant.name, open);
    QVERIFY(!counter::intakeIn(*draft)->correction);
}

void tst_PutAside::whatWasSaidAnewGoesOn_data() {
    QTest::addColumn<bool>("asked");
    QTest::newRow("after form 02") << true;
    QTest::newRow("after it was put aside") << false;
}

/// The citizen is back with a new phone number: it is not thrown away for the old one.
void tst_PutAside::whatWasSaidAnewGoesOn() {
    QFETCH(bool, asked);
    Harness harness;
    Hand hand;
    if (asked) {
        formTwo(harness, hand);
    } else {
        harness.beginIntake(QStringLiteral("2.000635"), hand);
        hand.type(QStringLiteral("3"));
        hand.press(Qt::Key_F2);
    }
    auto& form = harness.bench.counter->intake().form();
    Harness::type(QApplication::focusWidget(), CounterBench::card().replace(QStringLiteral("Tổ 3, Khu 5"), QStringLiteral("Tổ 9, Khu 8")));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2.000635"));
    hand.press(Qt::Key_Return);
    QVERIFY(hand.tabTo(QStringLiteral("Điện thoại")));
    hand.type(QStringLiteral("0988888888"));
    hand.press(Qt::Key_F4, Qt::ControlModifier);
    QCOMPARE(content(harness).facts.value(QStringLiteral("copies")).toInt(), 3);
    QCOMPARE(form.content().applicant.phone, QStringLiteral("0988888888"));
    QVERIFY2(form.content().applicant.address.startsWith(QStringLiteral("Tổ 9, Khu 8")), qPrintable(form.content().applicant.address));
    QVERIFY(harness.bench.counter->saveDrafts());
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
}

void tst_PutAside::nobodyIsTakenInFromBehindTheList_data() {
    QTest::addColumn<bool>("byEscape");
    QTest::newRow("the list left by Esc") << true;
    QTest::newRow("the list left by a click into the form") << false;
}

/// The form behind the list is somebody else's.
void tst_PutAside::nobodyIsTakenInFromBehindTheList() {
    QFETCH(bool, byEscape);
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Lê Thị Thủy"));
    Harness::type(QApplication::focusWidget(), CounterBench::card());
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Giấy phép lái xe"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("1"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("1"));
    QVERIFY(harness.bench.counter->intake().form().gaps().isEmpty());
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.archive.dossiers({})->empty());
    if (byEscape)
        hand.press(Qt::Key_Escape);
    else
        harness.window->findChild<QLineEdit*>(QStringLiteral("document"))->setFocus(Qt::MouseFocusReason);
    QVERIFY(!list(harness)->isVisible());
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.archive.dossiers({})->size(), size_t(1));
}

void tst_PutAside::whatIsEmptyIsNone() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Họ, chữ đệm, tên")));
    hand.type(QStringLiteral("An"));
    QTRY_COMPARE(harness.bench.drafts.all().size(), size_t(1));
    hand.press(Qt::Key_Backspace);
    hand.press(Qt::Key_Backspace);
    hand.press(Qt::Key_F2);
    QTRY_VERIFY(harness.bench.drafts.all().empty());
    QCOMPARE(harness.window->findChild<ui::Rail*>()->count(QStringLiteral("intake")), 0);
}

/// The citizen comes back with what form 02 asked for: nothing is typed anew.
void tst_PutAside::formTwoIsGoneOnWith_data() {
    QTest::addColumn<QString>("from");
    QTest::newRow("from the unfinished intakes") << "list";
    QTest::newRow("from the dossiers, another day") << "dossiers";
    QTest::newRow("by the code on the slip") << "scan";
    QTest::newRow("from the warning, when the same person is there again") << "warning";
}

void tst_PutAside::formTwoIsGoneOnWith() {
    QFETCH(QString, from);
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000635"), hand);
    QCOMPARE(Hand::place(), QStringLiteral("copies"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_F7);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.at(0).first, QStringLiteral("form-02"));
    const domain::DossierId dossier = harness.bench.archive.dossiers({})->front().id;
    QVERIFY(harness.bench.counter->intake().form().isBlank());
    if (from == QLatin1String("warning")) {
        harness.type(QApplication::focusWidget(), CounterBench::card());
        hand.press(Qt::Key_Return);
        QVERIFY(!harness.visibleWords().join(QLatin1Char(' ')).contains(QStringLiteral("đã nhận mẫu 02")));
        hand.type(QStringLiteral("2.000635"));
        hand.press(Qt::Key_Return);
        QVERIFY2(harness.visibleWords().join(QLatin1Char(' ')).contains(QStringLiteral("đã nhận mẫu 02")),
            qPrintable(harness.visibleWords().join(QLatin1Char(' '))));
        harness.shoot(QStringLiteral("intake-coming-back-vi"));
        hand.press(Qt::Key_F4, Qt::ControlModifier);
        // What was begun a second time says nothing more.
        QVERIFY(harness.bench.counter->saveDrafts());
        QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
    } else if (from == QLatin1String("scan")) {
        // Wherever one is; nothing of it is typed into a field or pressed.
        QVERIFY(harness.desk().go(QStringLiteral("handover")));
        test::Reader(harness.window.get()).scan(domain::paperCodeOf(dossier));
        QTRY_COMPARE(content(harness).dossier, dossier);
    } else if (from == QLatin1String("dossiers")) {
        hand.press(Qt::Key_4, Qt::AltModifier);
        hand.press(Qt::Key_Down);
        hand.press(Qt::Key_F9);
    } else {
        hand.press(Qt::Key_F2, Qt::ControlModifier);
        QVERIFY(list(harness)->item(0)->text().contains(QStringLiteral("chờ bổ sung")));
        hand.press(Qt::Key_Return);
    }
    QVERIFY(harness.window->findChild<ui::IntakePlace*>()->isVisible());
    QCOMPARE(content(harness).dossier, dossier);
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(content(harness).facts.value(QStringLiteral("copies")).toInt(), 3);
    hand.press(Qt::Key_F4);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(2));
    QCOMPARE(harness.bench.paper.rendered.at(1).first, QStringLiteral("form-01"));
    QCOMPARE(harness.bench.archive.dossiers({})->size(), size_t(1));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_PutAside::theSameCardLeadsBack_data() {
    QTest::addColumn<bool>("chosen");
    QTest::newRow("before the procedure is chosen") << false;
    QTest::newRow("when it was chosen again already") << true;
}

/// Said as soon as the citizen is known; what was begun a second time leaves nothing behind.
void tst_PutAside::theSameCardLeadsBack() {
    QFETCH(bool, chosen);
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Giấy khai sinh"));
    hand.press(Qt::Key_F2);
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Ctrl+F4")));
    harness.type(QApplication::focusWidget(), CounterBench::card());
    hand.press(Qt::Key_Return);
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("Người này có hồ sơ tiếp nhận dở")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("Ctrl+F4")), qPrintable(words));
    harness.shoot(QStringLiteral("intake-same-card-vi"));
    if (chosen) {
        hand.type(QStringLiteral("2.000815"));
        hand.press(Qt::Key_Return);
    }
    // In sight wherever the form has gone, and the acts stand in one row.
    const auto* banner = harness.window->findChild<ui::EarlierIntake*>();
    const auto* first = actOf(harness, Qt::Key_F2);
    const auto* last = actOf(harness, Qt::Key_F9);
    for (const QSize size : {QSize(1280, 720), QSize(1366, 768)}) {
        harness.window->resize(size);
        QTRY_COMPARE(banner->visibleRegion().boundingRect().size(), banner->size());
        QTRY_COMPARE(first->mapTo(harness.window.get(), QPoint()).y(), last->mapTo(harness.window.get(), QPoint()).y());
        harness.shoot(QStringLiteral("intake-same-card-%1-%2").arg(size.width()).arg(chosen ? "chosen" : "open"));
    }
    hand.press(Qt::Key_F4, Qt::ControlModifier);
    QCOMPARE(content(harness).facts.value(QStringLiteral("document")).toString(), QStringLiteral("Giấy khai sinh"));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("Ctrl+F4")));
    QVERIFY(harness.bench.counter->saveDrafts());
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
}

/// What was typed anew is put aside, not thrown away.
void tst_PutAside::whoWantsSomethingElseGoesOn() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Giấy khai sinh"));
    hand.press(Qt::Key_F2);
    harness.type(QApplication::focusWidget(), CounterBench::card());
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2.000815"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("Sổ hộ khẩu"));
    hand.press(Qt::Key_F4, Qt::ControlModifier);
    QCOMPARE(content(harness).facts.value(QStringLiteral("document")).toString(), QStringLiteral("Giấy khai sinh"));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 1);
    hand.press(Qt::Key_Return);
    QCOMPARE(content(harness).facts.value(QStringLiteral("document")).toString(), QStringLiteral("Sổ hộ khẩu"));
}

void tst_PutAside::whatIsLeftInTheCardLineGoes_data() {
    QTest::addColumn<QString>("to");
    QTest::newRow("to an unfinished intake") << "list";
    QTest::newRow("to a correction") << "correction";
    QTest::newRow("to a new intake") << "new";
}

/// It is of the citizen who stood here.
void tst_PutAside::whatIsLeftInTheCardLineGoes() {
    QFETCH(QString, to);
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Lê Thị Thủy"));
    hand.type(QStringLiteral("0220900"));
    auto* line = harness.window->findChild<QLineEdit*>(QStringLiteral("card"));
    QCOMPARE(line->text(), QStringLiteral("0220900"));
    if (to == QLatin1String("list")) {
        hand.press(Qt::Key_F2, Qt::ControlModifier);
        hand.press(Qt::Key_Return);
        QCOMPARE(content(harness).applicant.name, QStringLiteral("Lê Thị Thủy"));
    } else if (to == QLatin1String("correction")) {
        QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
        hand.press(Qt::Key_F9);
        QCOMPARE(content(harness).dossier, dossier);
    } else {
        hand.press(Qt::Key_F2);
    }
    QCOMPARE(line->text(), QString());
}

void tst_PutAside::itIsFoundByName() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Nguyễn Văn An"));
    hand.press(Qt::Key_5, Qt::AltModifier);
    hand.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("paletteQuery"));
    hand.type(QStringLiteral("van an"));
    const auto* found = harness.window->findChild<QListWidget*>(QStringLiteral("paletteUnfinished"));
    QTRY_COMPARE(found->count(), 1);
    hand.press(Qt::Key_Return);
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(harness.window->findChild<ui::IntakePlace*>()->isVisible());
}

/// Whoever sits at the desk serves the citizen who comes back; from then on it is theirs.
void tst_PutAside::aColleaguesIsTakenOver() {
    Harness harness;
    auto& bench = harness.bench;
    bench.seatSupervisor();
    bench.counter->intake().form().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn An"));
    QVERIFY(bench.counter->saveDrafts());
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(list(harness)->count(), 1);
    QVERIFY2(list(harness)->item(0)->text().contains(bench.supervisor.name), qPrintable(list(harness)->item(0)->text()));
    // It is not the clerk's to throw away.
    hand.press(Qt::Key_Delete);
    QCOMPARE(list(harness)->count(), 1);
    hand.press(Qt::Key_Return);
    QCOMPARE(content(harness).applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(bench.drafts.drafts(bench.clerk.id)->size(), size_t(1));
    QVERIFY(bench.drafts.drafts(bench.supervisor.id)->empty());
}

void tst_PutAside::pictures_data() {
    QTest::addColumn<ui::SchemeChoice>("scheme");
    QTest::newRow("light") << ui::SchemeChoice::Light;
    QTest::newRow("dark") << ui::SchemeChoice::Dark;
}

void tst_PutAside::pictures() {
    QFETCH(ui::SchemeChoice, scheme);
    Harness harness(true, scheme);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    putAside(hand, QStringLiteral("Nguyễn Văn An"));
    Harness::type(QApplication::focusWidget(), CounterBench::card());
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.press(Qt::Key_F2);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    harness.shoot(QStringLiteral("put-aside-%1").arg(QLatin1String(QTest::currentDataTag())));
    hand.press(Qt::Key_Delete);
    harness.shoot(QStringLiteral("put-aside-discarded-%1").arg(QLatin1String(QTest::currentDataTag())));
}

QTEST_MAIN(tst_PutAside)
#include "tst_PutAside.moc"
