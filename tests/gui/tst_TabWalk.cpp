#include "app/ui/widgets/Card.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSet>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;

/// Tab leads from any field to every other one, to every button, and back; no card keeps the focus to itself.
class tst_TabWalk : public QObject {
    Q_OBJECT

private slots:
    void beforeTheDesk();
    void everyPlace_data();
    void everyPlace();
    void asTheEyeGoes_data() { everyPlace_data(); }
    void asTheEyeGoes();
    void applicantAsItIsRead();

private:
    static QString nameOf(const QWidget* widget);
    /// A part of one of Qt's own widgets.
    static bool isInner(const QWidget* widget) {
        const QLatin1String name(widget->metaObject()->className());
        return widget->objectName().startsWith(QLatin1String("qt_")) || name == QLatin1String("QLineEditIconButton") ||
               name == QLatin1String("QTableCornerButton");
    }
    /// What can be focused or pressed but was not on the way round.
    static QStringList unreached(const QWidget& window, Qt::Key key);
    /// The place of the row of the table, with something in it.
    static void open(Harness& harness);
    static const ui::Card* cardOf(const QWidget* widget);
    static bool comesBefore(const QWidget* first, const QWidget* second);
};

QString tst_TabWalk::nameOf(const QWidget* widget) {
    return QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName());
}

QStringList tst_TabWalk::unreached(const QWidget& window, Qt::Key key) {
    constexpr int longestWalk = 300;
    Hand hand;
    QSet<const QWidget*> reached;
    for (int i = 0; i < longestWalk && !reached.contains(Hand::target()); ++i) {
        reached.insert(Hand::target());
        hand.press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    }
    QStringList names;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        // Of buttons that exclude each other Tab leads to one; arrows lead on.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool offers = (widget->focusPolicy() & Qt::TabFocus) || (button && !button->autoExclusive());
        const bool takesFocus = widget->isVisible() && widget->isEnabled() && offers && !widget->focusProxy();
        if (takesFocus && !isInner(widget) && !reached.contains(widget))
            names << nameOf(widget);
    }
    return names;
}

void tst_TabWalk::beforeTheDesk() {
    {
        Harness harness(false);
        QCOMPARE(unreached(*harness.window, Qt::Key_Tab), QStringList());
        QCOMPARE(unreached(*harness.window, Qt::Key_Backtab), QStringList());
    }
    Harness harness;
    QCOMPARE(unreached(*harness.window, Qt::Key_Tab), QStringList());
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.session->lock();
    QCOMPARE(unreached(*harness.window, Qt::Key_Tab), QStringList());
    QCOMPARE(unreached(*harness.window, Qt::Key_Backtab), QStringList());
}

void tst_TabWalk::everyPlace_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("procedure");
    QTest::newRow("intake") << "lan.nt"
                            << "intake"
                            << "";
    QTest::newRow("intake of a certified copy") << "lan.nt"
                                                << "intake"
                                                << "2.000815";
    QTest::newRow("intake with a checklist") << "lan.nt"
                                             << "intake"
                                             << "1.004873";
    QTest::newRow("approval") << "hung.tv"
                              << "approval"
                              << "";
    QTest::newRow("hand over") << "lan.nt"
                               << "handover"
                               << "";
    QTest::newRow("dossiers") << "lan.nt"
                              << "dossiers"
                              << "";
    QTest::newRow("books") << "lan.nt"
                           << "books"
                           << "";
    QTest::newRow("synchronisation") << "lan.nt"
                                     << "sync"
                                     << "";
    QTest::newRow("system") << "lan.nt"
                            << "system"
                            << "";
}

void tst_TabWalk::open(Harness& harness) {
    QFETCH(QString, login);
    QFETCH(QString, place);
    QFETCH(QString, procedure);
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    QVERIFY(harness.signIn(login));
    QVERIFY(harness.desk().go(place));
    harness.bench.counter->intake().form().setProcedure(procedure);
    QCoreApplication::sendPostedEvents();
}

void tst_TabWalk::everyPlace() {
    Harness harness;
    open(harness);
    QCOMPARE(unreached(*harness.window, Qt::Key_Tab), QStringList());
    QCOMPARE(unreached(*harness.window, Qt::Key_Backtab), QStringList());
}

const ui::Card* tst_TabWalk::cardOf(const QWidget* widget) {
    for (const QWidget* around = widget; around; around = around->parentWidget())
        if (const auto* card = qobject_cast<const ui::Card*>(around))
            return card;
    return nullptr;
}

/// In a line from left to right, lines from top to bottom.
bool tst_TabWalk::comesBefore(const QWidget* first, const QWidget* second) {
    const QRect one(first->mapToGlobal(QPoint()), first->size());
    const QRect other(second->mapToGlobal(QPoint()), second->size());
    const bool inOneLine = one.center().y() <= other.bottom() && other.center().y() <= one.bottom();
    return inOneLine ? one.left() <= other.left() : one.top() <= other.top();
}

/// Within each card, by where things stand. What keeps the focus begins where nothing is chosen or pressed.
void tst_TabWalk::asTheEyeGoes() {
    QFETCH(QString, place);
    Harness harness;
    harness.window->resize(1920, 1080);
    open(harness);
    const QWidget* page = harness.desk().page(place);
    QVERIFY2(page->isAncestorOf(QApplication::focusWidget()), qPrintable(nameOf(QApplication::focusWidget())));
    QVERIFY2(!qobject_cast<QComboBox*>(QApplication::focusWidget()) && !qobject_cast<QAbstractButton*>(QApplication::focusWidget()),
        qPrintable(nameOf(QApplication::focusWidget())));
    QStringList wrong;
    QSet<const QWidget*> reached;
    Hand hand;
    for (const QWidget* before = nullptr; !reached.contains(Hand::target()); before = Hand::target(), hand.press(Qt::Key_Tab)) {
        const QWidget* now = Hand::target();
        reached.insert(now);
        if (before && page->isAncestorOf(before) && page->isAncestorOf(now) && cardOf(before) && cardOf(before) == cardOf(now) &&
            !comesBefore(before, now))
            wrong << QStringLiteral("%1 then %2").arg(nameOf(before), nameOf(now));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void tst_TabWalk::applicantAsItIsRead() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QStringList walked;
    Hand hand;
    for (int i = 0; i < 9; ++i) {
        walked << Hand::place();
        hand.press(Qt::Key_Tab);
    }
    QCOMPARE(walked, (QStringList{"card", "name", "personalId", "birthDate", "sex", "phone", "formerId", "address", "email"}));
}

QTEST_MAIN(tst_TabWalk)
#include "tst_TabWalk.moc"
