#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;

/// Users and passwords of the station: where it is said what came of it, and where the keyboard is then.
class tst_SystemUsers : public QObject {
    Q_OBJECT

private slots:
    void anUnknownColleagueIsToldAtTheField();
    void aRefusalThatIsNoFieldsIsToldBelowTheForm();
    void whatIsMissingIsAskedWhereItIs();
    void aSlipInThePasswordCostsNoCode();
    void thePresentPasswordIsNoNewOne();
    void aColleagueAddedLeavesTheKeyboardInTheForm();
    void aLateSpaceAfterTheWayBackTypes();
    void aWrongPasswordIsToldAtTheField();
    void aChangedPasswordLeavesTheKeyboardInTheForm();

private:
    static void open(Harness& harness, const QString& login) {
        harness.window->resize(1280, 720);
        test::begin(harness, login, QStringLiteral("system"));
    }
    static void add(Hand& hand, const QString& login, const QString& password) {
        QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
        hand.type(login);
        hand.press(Qt::Key_Tab);
        typeTwice(hand, password);
        hand.press(Qt::Key_Return);
    }
    static void typeTwice(Hand& hand, const QString& password) {
        hand.type(password);
        hand.press(Qt::Key_Return);
        hand.type(password);
    }
    /// The words that are to be seen without scrolling.
    static bool isSeen(const Harness& harness, const QString& words) {
        const auto labels = harness.window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->text().contains(words) && test::isInSight(*label); });
    }
    static QString focus() { return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(); }
    static QString typed() {
        const auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        return edit ? edit->text() : QString();
    }
};

void tst_SystemUsers::anUnknownColleagueIsToldAtTheField() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    harness.access.nextRefusal = {QStringLiteral("access.no-account")};
    Hand hand;
    add(hand, QStringLiteral("khong.co"), QStringLiteral("lúa trổ đồng xa tít"));
    QTRY_VERIFY2(
        isSeen(harness, QStringLiteral("Tỉnh không có tài khoản nào của đơn vị này mang tên đăng nhập này")), qPrintable(test::wordsOf(harness)));
    QVERIFY(isSeen(harness, QStringLiteral("đề nghị quản trị viên của tỉnh cấp tài khoản")));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("nhờ đồng nghiệp")));
    QCOMPARE(focus(), QStringLiteral("Tên đăng nhập của đồng nghiệp"));
    QCOMPARE(typed(), QStringLiteral("khong.co"));
    harness.shoot(QStringLiteral("system-unknown-colleague"));
    // Mended, it goes on; the message goes with its cause.
    harness.access.nextRefusal = {};
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Tab);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("huong.vt đã có thể mở khóa máy này")));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Tỉnh không có tài khoản")));
}

void tst_SystemUsers::aRefusalThatIsNoFieldsIsToldBelowTheForm() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Đặt lại mật khẩu của lan.nt")));
    hand.press(Qt::Key_Return);
    harness.access.nextRefusal = {QStringLiteral("access.needs-supervisor")};
    typeTwice(hand, QStringLiteral("sóng vỗ ghềnh đá cũ"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("Chỉ người phê duyệt khác")));
    QCOMPARE(focus(), QStringLiteral("Nhập lại mật khẩu đó"));
}

void tst_SystemUsers::whatIsMissingIsAskedWhereItIs() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Thêm mới")));
    hand.press(Qt::Key_Space);
    QCOMPARE(focus(), QStringLiteral("Tên đăng nhập của đồng nghiệp"));
    hand.type(QStringLiteral("huong.vt"));
    QVERIFY(hand.tabTo(QStringLiteral("Thêm mới")));
    hand.press(Qt::Key_Space);
    QCOMPARE(focus(), QStringLiteral("Mật khẩu đầu tiên, do chính họ nhập"));
    QVERIFY(hand.tabTo(QStringLiteral("Đổi")));
    hand.press(Qt::Key_Space);
    QCOMPARE(focus(), QStringLiteral("Mật khẩu hiện tại"));
    QCOMPARE(harness.access.changes, 0);
}

void tst_SystemUsers::aSlipInThePasswordCostsNoCode() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Mật khẩu đầu tiên, do chính họ nhập"));
    hand.type(QStringLiteral("lúa trổ đồng xa tít"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("lúa trổ đồng xa tí"));
    hand.press(Qt::Key_Return);
    QVERIFY(isSeen(harness, QStringLiteral("Hai mật khẩu không giống nhau")));
    QCOMPARE(focus(), QStringLiteral("Nhập lại mật khẩu đó"));
    QVERIFY(!harness.access.logins().contains(QStringLiteral("huong.vt")));
    hand.type(QStringLiteral("t"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(harness.access.logins().contains(QStringLiteral("huong.vt")));
}

void tst_SystemUsers::thePresentPasswordIsNoNewOne() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Mật khẩu hiện tại")));
    for (int i = 0; i < 3; ++i) {
        hand.type(test::DeskAccess::password());
        hand.press(i < 2 ? Qt::Key_Tab : Qt::Key_Return);
    }
    QVERIFY(isSeen(harness, QStringLiteral("Đây là mật khẩu hiện tại")));
    QCOMPARE(harness.access.changes, 0);
}

void tst_SystemUsers::aColleagueAddedLeavesTheKeyboardInTheForm() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Tab);
    typeTwice(hand, QStringLiteral("lúa trổ đồng xa tít"));
    // By the button itself, which nothing takes the focus from on to the next one.
    QVERIFY(hand.tabTo(QStringLiteral("Thêm mới")));
    hand.press(Qt::Key_Space);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("huong.vt đã có thể mở khóa máy này")));
    QCOMPARE(focus(), QStringLiteral("Tên đăng nhập của đồng nghiệp"));
    hand.press(Qt::Key_Space);
    QCOMPARE(harness.access.changes, 0);
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Nhập mật khẩu hiện tại.")));
}

/// The ten seconds end while the hand is on its way to the key.
void tst_SystemUsers::aLateSpaceAfterTheWayBackTypes() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Bỏ lan.nt khỏi máy này")));
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Lấy lại"));
    QVERIFY(test::isInSight(*QApplication::focusWidget()));
    // Until then the key that F1 names brings the row back.
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(harness.find<QPushButton>(QStringLiteral("Bỏ lan.nt khỏi máy này")));
    QVERIFY(hand.tabTo(QStringLiteral("Bỏ lan.nt khỏi máy này")));
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Lấy lại"));
    QTRY_VERIFY_WITH_TIMEOUT(!harness.access.logins().contains(QStringLiteral("lan.nt")), 15'000);
    QCOMPARE(focus(), QStringLiteral("Tên đăng nhập của đồng nghiệp"));
    hand.press(Qt::Key_Space);
    QCOMPARE(harness.access.changes, 0);
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Nhập mật khẩu hiện tại.")));
}

void tst_SystemUsers::aWrongPasswordIsToldAtTheField() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Mật khẩu hiện tại")));
    hand.type(QStringLiteral("không phải"));
    for (int i = 0; i < 2; ++i) {
        hand.press(Qt::Key_Return);
        hand.type(QStringLiteral("sóng vỗ ghềnh đá cũ"));
    }
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("Mật khẩu không đúng.")));
    QCOMPARE(focus(), QStringLiteral("Mật khẩu hiện tại"));
    QCOMPARE(typed(), QString());
    // The new one is still there.
    hand.type(test::DeskAccess::password());
    QVERIFY(hand.tabTo(QStringLiteral("Đổi")));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("Đã đổi mật khẩu trên máy này.")));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Mật khẩu không đúng.")));
}

void tst_SystemUsers::aChangedPasswordLeavesTheKeyboardInTheForm() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Mật khẩu hiện tại")));
    hand.type(test::DeskAccess::password());
    for (int i = 0; i < 2; ++i) {
        hand.press(Qt::Key_Tab);
        hand.type(QStringLiteral("sóng vỗ ghềnh đá cũ"));
    }
    QVERIFY(hand.tabTo(QStringLiteral("Đổi")));
    hand.press(Qt::Key_Space);
    QTRY_VERIFY(isSeen(harness, QStringLiteral("Đã đổi mật khẩu trên máy này.")));
    QCOMPARE(focus(), QStringLiteral("Mật khẩu hiện tại"));
    hand.press(Qt::Key_Space);
    QCOMPARE(harness.access.changes, 1);
}

QTEST_MAIN(tst_SystemUsers)
#include "tst_SystemUsers.moc"
