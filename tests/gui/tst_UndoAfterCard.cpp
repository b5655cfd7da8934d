#include "tests/gui/ScannerTest.h"

#include <QLineEdit>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;
using test::Reader;

/// Ctrl+Z among the pages after a card filled the fields: what the card said was not typed, and the last thing that a hand has done is undone.
class tst_UndoAfterCard : public QObject {
    Q_OBJECT

private slots:
    void aFieldThatWasFilled_data();
    void aFieldThatWasFilled();
    void aFieldThatWasEmptiedForSomebodyElse();
    void whatWasTypedSinceComesFirst();

private:
    static size_t pages(const Harness& harness) { return harness.bench.counter->intake().form().content().papers.at(0).pages.size(); }
    static QLineEdit* field(const Harness& harness, const char* name) { return harness.window->findChild<QLineEdit*>(QString::fromLatin1(name)); }
    /// Two pages, of which the last one was taken out.
    static void takeAPageOut(Harness& harness, Hand& hand) {
        hand.press(Qt::Key_F5);
        for (const char* content : {"one", "two"})
            emit harness.bench.scanner.job->pageRead(CounterBench::page(content));
        emit harness.bench.scanner.job->finished({});
        hand.press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(pages(harness), 1u);
    }
    /// A procedure is chosen, and nobody is known yet.
    static void beginWithNobody(Harness& harness, Hand& hand) {
        QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
        harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
        takeAPageOut(harness, hand);
    }
};

void tst_UndoAfterCard::aFieldThatWasFilled_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing was typed") << "";
    QTest::newRow("something was typed that the card wrote over") << "Ng";
}

void tst_UndoAfterCard::aFieldThatWasFilled() {
    QFETCH(QString, typed);
    Harness harness;
    Hand hand;
    beginWithNobody(harness, hand);
    QLineEdit* name = field(harness, "name");
    name->setFocus(Qt::TabFocusReason);
    Reader reader(harness.window.get());
    hand.type(typed);
    reader.scan(CounterBench::card());
    QTRY_COMPARE(name->text(), QStringLiteral("Nguyễn Văn An"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages(harness), 2u);
    QCOMPARE(name->text(), QStringLiteral("Nguyễn Văn An"));
    // And with the cursor in the field itself.
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    name->setFocus(Qt::TabFocusReason);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages(harness), 2u);
    QCOMPARE(name->text(), QStringLiteral("Nguyễn Văn An"));
}

/// Nothing of one citizen stays for the next, and all of it comes back in the order in which it went.
void tst_UndoAfterCard::aFieldThatWasEmptiedForSomebodyElse() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    takeAPageOut(harness, hand);
    QLineEdit* phone = field(harness, "phone");
    phone->setFocus(Qt::TabFocusReason);
    Reader reader(harness.window.get());
    hand.type(QStringLiteral("0905123456"));
    reader.scan(test::woman);
    QTRY_VERIFY(test::bannerOf(harness, QStringLiteral("intake"))->isShown());
    hand.press(Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(test::applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QCOMPARE(phone->text(), QString());
    // The answer was done last, then the typing, then the page.
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(test::applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(phone->text(), QStringLiteral("0905123456"));
    QCOMPARE(pages(harness), 1u);
    for (int i = 0; i < 3 && pages(harness) == 1u; ++i)
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages(harness), 2u);
}

void tst_UndoAfterCard::whatWasTypedSinceComesFirst() {
    Harness harness;
    Hand hand;
    beginWithNobody(harness, hand);
    field(harness, "name")->setFocus(Qt::TabFocusReason);
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(field(harness, "name")->text(), QStringLiteral("Nguyễn Văn An"));
    QLineEdit* phone = field(harness, "phone");
    phone->setFocus(Qt::TabFocusReason);
    reader.type(QStringLiteral("0905"));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(phone->text(), QString());
    QCOMPARE(pages(harness), 1u);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages(harness), 2u);
}

QTEST_MAIN(tst_UndoAfterCard)
#include "tst_UndoAfterCard.moc"
