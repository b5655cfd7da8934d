#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QAbstractButton>
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

void tst_TabWalk::everyPlace() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    QFETCH(QString, procedure);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    QVERIFY(harness.signIn(login));
    QVERIFY(harness.desk().go(place));
    harness.bench.counter->intake().form().setProcedure(procedure);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(unreached(*harness.window, Qt::Key_Tab), QStringList());
    QCOMPARE(unreached(*harness.window, Qt::Key_Backtab), QStringList());
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
