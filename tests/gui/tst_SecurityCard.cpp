#include "app/ui/shell/system/SecurityCard.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace motcua;
using domain::SecurityKind;
using test::Hand;
using test::Harness;

/// The security log in Hệ thống: who sees it, what it says, how it is narrowed down and taken along; by keys.
class tst_SecurityCard : public QObject {
    Q_OBJECT

private slots:
    void aClerkDoesNotSeeIt();
    void everyKindIsSaidInWords();
    void isNarrowedDownByKeys();
    void isCopied();
    void tamperingIsSaid();
    void isGoneForTheNextUser();

private:
    static bool shows(const Harness& harness, const QString& words) { return test::wordsOf(harness).contains(words); }
    static ui::SecurityCard* card(Harness& harness) { return harness.desk().page(QStringLiteral("system"))->findChild<ui::SecurityCard*>(); }
    static QTableView* table(Harness& harness) { return card(harness)->findChild<QTableView*>(); }
    static QStringList column(Harness& harness, int column) {
        QStringList texts;
        const auto* model = table(harness)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, column).data().toString();
        return texts;
    }
    static void open(Harness& harness, const QString& login) {
        const auto at = [](int hour) { return QDateTime(QDate(2026, 11, 23), QTime(hour, 5, 9), Qt::UTC); };
        harness.access.care.security = {{SecurityKind::PasswordReset, at(3), QStringLiteral("hung.tv"), QStringLiteral("lan.nt")},
            {SecurityKind::LookedElsewhere, at(2), QStringLiteral("lan.nt"), QStringLiteral("H49.30-261123-0907")},
            {SecurityKind::SignedIn, at(1), QStringLiteral("lan.nt"), QStringLiteral("lan.nt")},
            {SecurityKind::SignInFailed, at(1), {}, QStringLiteral("lan.nt"), 3}, {SecurityKind::SignInFailed, at(0).addDays(-1), {}, {}}};
        harness.window->resize(1280, 720);
        test::begin(harness, login, QStringLiteral("system"));
    }
};

void tst_SecurityCard::aClerkDoesNotSeeIt() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    QVERIFY(!card(harness)->isVisible());
    QVERIFY(!shows(harness, QStringLiteral("Nhật ký an ninh")));
    QCOMPARE(table(harness)->model()->rowCount(), 0);
}

void tst_SecurityCard::everyKindIsSaidInWords() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    QVERIFY(card(harness)->isVisible());
    QTRY_COMPARE(column(harness, 1),
        (QStringList{"Người khác đặt lại mật khẩu", "Xem hồ sơ của quầy khác", "Đăng nhập", "Đăng nhập không được", "Đăng nhập không được"}));
    QCOMPARE(column(harness, 0).first(), QStringLiteral("10:05:09 23/11/2026"));
    QCOMPARE(column(harness, 2), (QStringList{"hung.tv", "lan.nt", "lan.nt", QStringLiteral("–"), QStringLiteral("–")}));
    QCOMPARE(column(harness, 3), (QStringList{"lan.nt", "H49.30-261123-0907", "", QStringLiteral("lan.nt ×3"), "không phải tài khoản của đơn vị"}));
    Hand hand;
    hand.press(Qt::Key_F11);
    QVERIFY(card(harness)->isAncestorOf(QApplication::focusWidget()));
    harness.shoot(QStringLiteral("security-log"));
    for (const domain::SecurityKindName& each : domain::securityKinds()) {
        harness.access.care.security = {{each.kind, QDateTime::currentDateTimeUtc()}};
        card(harness)->refresh();
        QTRY_COMPARE(table(harness)->model()->rowCount(), 1);
        QVERIFY2(column(harness, 1).first() != QLatin1String(each.name), each.name);
        QVERIFY2(column(harness, 1).first().contains(QRegularExpression(QStringLiteral("[^\\x00-\\x7f]"))), each.name);
    }
}

void tst_SecurityCard::isNarrowedDownByKeys() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    QTRY_COMPARE(table(harness)->model()->rowCount(), 5);
    Hand hand;
    hand.press(Qt::Key_F11);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Ngày"));
    hand.type(QStringLiteral("22112026"));
    hand.press(Qt::Key_Tab);
    QTRY_COMPARE(table(harness)->model()->rowCount(), 1);
    hand.press(Qt::Key_F11);
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    hand.press(Qt::Key_Tab);
    QTRY_COMPARE(table(harness)->model()->rowCount(), 5);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Người"));
    auto* person = qobject_cast<QComboBox*>(QApplication::focusWidget());
    while (person->currentData().toString() != QLatin1String("hung.tv") && person->currentIndex() + 1 < person->count())
        hand.press(Qt::Key_Down);
    QTRY_COMPARE(table(harness)->model()->rowCount(), 1);
    while (person->currentIndex() > 0)
        hand.press(Qt::Key_Up);
    QTRY_COMPARE(table(harness)->model()->rowCount(), 5);
    hand.press(Qt::Key_Tab);
    auto* kind = qobject_cast<QComboBox*>(QApplication::focusWidget());
    while (kind->currentData().toInt() != static_cast<int>(SecurityKind::SignInFailed) && kind->currentIndex() + 1 < kind->count())
        hand.press(Qt::Key_Down);
    QTRY_COMPARE(table(harness)->model()->rowCount(), 2);
    harness.shoot(QStringLiteral("security-log-filtered"));
}

void tst_SecurityCard::isCopied() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    QTRY_COMPARE(table(harness)->model()->rowCount(), 5);
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Nhật ký an ninh")));
    hand.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 5);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("10:05:09 23/11/2026\tNgười khác đặt lại mật khẩu\thung.tv\tlan.nt")));
    hand.press(Qt::Key_Down, Qt::ShiftModifier);
    hand.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 2);
    QVERIFY(shows(harness, QStringLiteral("Đã chép 2 dòng")));
    QVERIFY(hand.tabTo(QStringLiteral("Chép các dòng")));
}

void tst_SecurityCard::tamperingIsSaid() {
    Harness harness;
    harness.access.care.securityFaults = {QStringLiteral("security row 17: missing")};
    open(harness, QStringLiteral("hung.tv"));
    QTRY_VERIFY2(
        shows(harness, QStringLiteral("Có dòng của nhật ký đã bị sửa hoặc lấy đi: security row 17: missing.")), qPrintable(test::wordsOf(harness)));
    Hand hand;
    hand.press(Qt::Key_F11);
    harness.shoot(QStringLiteral("security-log-tampered"));
}

void tst_SecurityCard::isGoneForTheNextUser() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    QTRY_COMPARE(table(harness)->model()->rowCount(), 5);
    harness.session->lock();
    harness.session->unlock(QStringLiteral("lan.nt"), test::DeskAccess::password());
    QTRY_COMPARE(harness.session->state(), counter::SessionControl::State::Unlocked);
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    QVERIFY(!card(harness)->isVisible());
    QCOMPARE(table(harness)->model()->rowCount(), 0);
}

QTEST_MAIN(tst_SecurityCard)
#include "tst_SecurityCard.moc"
