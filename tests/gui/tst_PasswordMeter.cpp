#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QLabel>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;

/// Whoever chooses a password is told while typing what it is worth and what would help, wherever one is chosen; by keys.
class tst_PasswordMeter : public QObject {
    Q_OBJECT

private slots:
    void tellsWhileEnrolling();
    void tellsWhileAColleagueIsAdded();
    void tellsWhileOnesOwnIsChanged();
    void aWeakOneIsRefusedAtItsField_data();
    void aWeakOneIsRefusedAtItsField();
    void anOldWeakOneOpensAndIsAskedAbout();

private:
    static bool shows(const Harness& harness, const QString& words) { return test::wordsOf(harness).contains(words); }
    static void open(Harness& harness, const QString& login) {
        harness.window->resize(1280, 720);
        test::begin(harness, login, QStringLiteral("system"));
    }
};

void tst_PasswordMeter::tellsWhileEnrolling() {
    Harness harness(false);
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của người dùng đầu tiên")));
    hand.type(QStringLiteral("lan.nt"));
    QVERIFY(hand.tabTo(QStringLiteral("Mật khẩu")));
    hand.type(QStringLiteral("ngắn"));
    QVERIFY2(shows(harness, QStringLiteral("Yếu. Mật khẩu quá ngắn. Dùng ít nhất 12 ký tự")), qPrintable(test::wordsOf(harness)));
    harness.shoot(QStringLiteral("password-enrol-short"));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("lan motcua nt 26"));
    QVERIFY2(shows(harness, QStringLiteral("Yếu. Mật khẩu được ghép từ tên đăng nhập")), qPrintable(test::wordsOf(harness)));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("gió nhẹ bến đò xưa"));
    QVERIFY(shows(harness, QStringLiteral("Khá. Thêm tiếng nữa thì mạnh hơn.")));
    harness.shoot(QStringLiteral("password-enrol-fair"));
    hand.type(QStringLiteral(" kia"));
    QVERIFY(shows(harness, QStringLiteral("Mạnh.")));
    for (int i = 0; i < 30; ++i)
        hand.press(Qt::Key_Backspace);
    QVERIFY(!shows(harness, QStringLiteral("Yếu.")));
}

void tst_PasswordMeter::tellsWhileAColleagueIsAdded() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Tab);
    hand.type(QStringLiteral("huong-mot-cua-26"));
    QVERIFY2(shows(harness, QStringLiteral("Yếu. Mật khẩu được ghép từ tên đăng nhập")), qPrintable(test::wordsOf(harness)));
    harness.shoot(QStringLiteral("password-colleague"));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("gió nhẹ bến đò xưa"));
    QVERIFY(shows(harness, QStringLiteral("Khá.")));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("gió nhẹ bến đò xưa"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(shows(harness, QStringLiteral("huong.vt đã có thể mở khóa máy này")));
    QVERIFY(!shows(harness, QStringLiteral("Khá.")));
}

void tst_PasswordMeter::tellsWhileOnesOwnIsChanged() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    hand.press(Qt::Key_F5);
    hand.type(test::DeskAccess::password());
    hand.press(Qt::Key_Tab);
    hand.type(QStringLiteral("qwertyuiop123"));
    QVERIFY2(shows(harness, QStringLiteral("Yếu. Mật khẩu gồm năm, các phím liền nhau")), qPrintable(test::wordsOf(harness)));
    harness.shoot(QStringLiteral("password-change"));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    for (int i = 0; i < 2; ++i) {
        hand.type(QStringLiteral("gió nhẹ bến đò xưa kia"));
        hand.press(Qt::Key_Tab);
    }
    QVERIFY(shows(harness, QStringLiteral("Mạnh.")));
    hand.press(Qt::Key_Return);
    QTRY_COMPARE(harness.access.changes, 1);
}

void tst_PasswordMeter::aWeakOneIsRefusedAtItsField_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("said");
    QTest::newRow("short") << QStringLiteral("ngắn") << QStringLiteral("ít nhất 12 ký tự");
    QTest::newRow("known to many") << QStringLiteral("matkhau123456") << QStringLiteral("nhiều người hay dùng");
    QTest::newRow("four syllables") << QStringLiteral("ăn cơm uống nước") << QStringLiteral("bốn tiếng thì quá ít");
}

void tst_PasswordMeter::aWeakOneIsRefusedAtItsField() {
    QFETCH(QString, word);
    QFETCH(QString, said);
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    hand.press(Qt::Key_F5);
    hand.type(test::DeskAccess::password());
    for (int i = 0; i < 2; ++i) {
        hand.press(Qt::Key_Tab);
        hand.type(word);
    }
    hand.press(Qt::Key_Return);
    QVERIFY2(shows(harness, said), qPrintable(test::wordsOf(harness)));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Mật khẩu mới"));
    QCOMPARE(harness.access.changes, 0);
}

/// No wall while citizens wait: a word, a count at the place, and a card that says why.
void tst_PasswordMeter::anOldWeakOneOpensAndIsAskedAbout() {
    Harness harness;
    harness.access.word = QStringLiteral("mot-cua-2026");
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(!harness.session->passwordFlaw().code.isEmpty());
    harness.shoot(QStringLiteral("password-old-notice"));
    harness.window->resize(1280, 720);
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    QVERIFY2(shows(harness, QStringLiteral("Khi rảnh, hãy chọn mật khẩu khác. Mật khẩu được ghép từ")), qPrintable(test::wordsOf(harness)));
    Hand hand;
    hand.press(Qt::Key_F5);
    harness.shoot(QStringLiteral("password-old-card"));
    hand.type(harness.access.word);
    for (int i = 0; i < 2; ++i) {
        hand.press(Qt::Key_Tab);
        hand.type(QStringLiteral("gió nhẹ bến đò xưa kia"));
    }
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(shows(harness, QStringLiteral("Đã đổi mật khẩu trên máy này.")));
    QVERIFY(harness.session->passwordFlaw().code.isEmpty());
    QVERIFY(!shows(harness, QStringLiteral("Khi rảnh")));
}

QTEST_MAIN(tst_PasswordMeter)
#include "tst_PasswordMeter.moc"
