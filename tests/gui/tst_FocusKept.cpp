#include "app/ui/widgets/Card.h"
#include "tests/gui/PlaceTest.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPointer>
#include <QTest>

using namespace motcua;
using test::Harness;

/// Whatever takes the focus away from what has it, in any place: it never lands on what a key pressed a moment later would press or choose.
class tst_FocusKept : public QObject {
    Q_OBJECT

private slots:
    void everyPlace_data();
    void everyPlace();
    void aPartThatIsTakenAway();
    void tabStaysBesideIt();

private:
    static bool acts(const QWidget* widget) {
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
               qobject_cast<const QAbstractSpinBox*>(widget);
    }
    static QString nameOf(const QWidget* widget) {
        return widget ? QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName())
                      : QStringLiteral("nothing");
    }
};

void tst_FocusKept::everyPlace_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"})
        QTest::newRow(place) << QStringLiteral("lan.nt") << QString::fromLatin1(place);
    QTest::newRow("approval") << QStringLiteral("hung.tv") << QStringLiteral("approval");
    QTest::newRow("system of a supervisor") << QStringLiteral("hung.tv") << QStringLiteral("system");
}

void tst_FocusKept::everyPlace() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    QVERIFY(harness.signIn(login));
    QVERIFY(harness.desk().go(place));
    QStringList wrong;
    int looked = 0;
    const auto widgets = harness.desk().page(place)->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const auto canHave = [widget] {
            return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isVisible() && widget->isEnabled();
        };
        for (const bool hides : {true, false}) {
            if (!canHave())
                continue;
            widget->setFocus();
            if (!widget->hasFocus())
                continue;
            ++looked;
            hides ? widget->hide() : widget->setEnabled(false);
            const QWidget* now = QApplication::focusWidget();
            if (!now || now == widget || acts(now))
                wrong << QStringLiteral("from %1 to %2").arg(nameOf(widget), nameOf(now));
            hides ? widget->show() : widget->setEnabled(true);
        }
    }
    QVERIFY(looked > 0);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void tst_FocusKept::aPartThatIsTakenAway() {
    Harness harness;
    test::begin(harness, QStringLiteral("hung.tv"), QStringLiteral("system"));
    QPointer<QPushButton> row = harness.find<QPushButton>(QStringLiteral("Bỏ lan.nt khỏi máy này"));
    QVERIFY(row);
    row->setFocus();
    QVERIFY(row->hasFocus());
    delete row;
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY2(!acts(QApplication::focusWidget()), qPrintable(nameOf(QApplication::focusWidget())));
    // Tab goes on within the same card.
    test::Hand hand;
    hand.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Đặt lại mật khẩu của lan.nt"));
}

/// Wherever something disappears under the hand, Tab and Shift+Tab stay in its card as long as anything there can have the focus.
void tst_FocusKept::tabStaysBesideIt() {
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    test::Hand hand;
    QStringList wrong;
    int looked = 0;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"}) {
        QVERIFY(harness.desk().go(QString::fromLatin1(place)));
        const auto cards = harness.desk().page(QString::fromLatin1(place))->findChildren<ui::Card*>();
        for (const ui::Card* card : cards)
            for (QAbstractButton* button : card->findChildren<QAbstractButton*>()) {
                const auto canHave = [](const QWidget* each) {
                    return (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->isVisible() && each->isEnabled();
                };
                const auto all = card->findChildren<QWidget*>();
                const auto others = std::count_if(all.begin(), all.end(), [&](const QWidget* each) { return each != button && canHave(each); });
                if (card->accessibleName().isEmpty() || others == 0 || !canHave(button))
                    continue;
                for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
                    button->setFocus();
                    button->hide();
                    // Something that only takes text may have it already.
                    if (QApplication::focusWidget() && !canHave(QApplication::focusWidget())) {
                        ++looked;
                        hand.press(key);
                        if (!card->isAncestorOf(QApplication::focusWidget()))
                            wrong
                                << QStringLiteral("%1: from %2 to %3").arg(QLatin1String(place), nameOf(button), nameOf(QApplication::focusWidget()));
                    }
                    button->show();
                }
            }
    }
    QVERIFY(looked > 5);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_FocusKept)
#include "tst_FocusKept.moc"
