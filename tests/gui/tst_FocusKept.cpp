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
}

QTEST_MAIN(tst_FocusKept)
#include "tst_FocusKept.moc"
