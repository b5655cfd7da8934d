#include "app/ui/shell/Rail.h"
#include "tests/gui/ScannerTest.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;
using test::Reader;

/// Somebody shows a card and leaves without asking for anything: that is no unfinished work. Whatever else was typed, chosen or scanned is.
class tst_CardOnly : public QObject {
    Q_OBJECT

private slots:
    void leavesNothingBehind();
    void withAnythingElseItIsKept_data();
    void withAnythingElseItIsKept();
    void whoeverSwitchesUsersFindsItAgain();
    void theNextDayItIsGone();
    void whatWasTypedIsThereTheNextDay();

private:
    static size_t unfinished(const Harness& harness) {
        const auto all = harness.bench.counter->intake().putAside().list();
        return all ? all->size() : 99;
    }
    static void scan(Harness& harness, const QString& card) {
        Reader(harness.window.get()).scan(card);
        QTRY_VERIFY(!test::applicant(harness).name.isEmpty());
    }
};

void tst_CardOnly::leavesNothingBehind() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Hand hand;
    for (const QString& card : {CounterBench::card(), test::woman}) {
        scan(harness, card);
        QVERIFY(harness.bench.counter->intake().draft().saveNow());
        hand.press(Qt::Key_F2);
        QVERIFY(harness.bench.counter->intake().form().isBlank());
        QCOMPARE(unfinished(harness), 0u);
        QVERIFY(harness.bench.drafts.all().empty());
    }
    QCOMPARE(harness.window->findChild<ui::Rail*>()->count(QStringLiteral("intake")), 0);
}

void tst_CardOnly::withAnythingElseItIsKept_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a phone") << "phone"
                             << "0905123456";
    QTest::newRow("an address") << "address"
                                << "Số 9, Hạ Long";
    QTest::newRow("a number half typed") << "email"
                                         << "an@";
    QTest::newRow("a procedure") << ""
                                 << "2.000815";
    QTest::newRow("a page") << ""
                            << "";
}

void tst_CardOnly::withAnythingElseItIsKept() {
    QFETCH(QString, field);
    QFETCH(QString, typed);
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Hand hand;
    scan(harness, CounterBench::card());
    if (!field.isEmpty()) {
        auto* editor = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(field);
        editor->setFocus(Qt::TabFocusReason);
        editor->selectAll();
        hand.type(typed);
    } else if (!typed.isEmpty()) {
        hand.type(typed);
        hand.press(Qt::Key_Return);
    } else {
        hand.press(Qt::Key_F5);
        emit harness.bench.scanner.job->pageRead(CounterBench::page("a page"));
        emit harness.bench.scanner.job->finished({});
    }
    hand.press(Qt::Key_F2);
    QVERIFY(harness.bench.counter->intake().form().isBlank());
    QCOMPARE(unfinished(harness), 1u);
}

/// The supervisor signs at the clerk's desk while the citizen sits there.
void tst_CardOnly::whoeverSwitchesUsersFindsItAgain() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, CounterBench::card());
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(test::applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
}

void tst_CardOnly::theNextDayItIsGone() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, CounterBench::card());
    QVERIFY(harness.bench.counter->intake().draft().saveNow());
    QCOMPARE(harness.bench.drafts.all().size(), 1u);
    harness.session->lock();
    harness.bench.clock.advance(24 * 3600);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QCOMPARE(unfinished(harness), 0u);
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_CardOnly::whatWasTypedIsThereTheNextDay() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, CounterBench::card());
    Hand hand;
    harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("phone"))->setFocus(Qt::TabFocusReason);
    hand.type(QStringLiteral("0905123456"));
    harness.session->lock();
    harness.bench.clock.advance(24 * 3600);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QCOMPARE(unfinished(harness), 1u);
}

QTEST_MAIN(tst_CardOnly)
#include "tst_CardOnly.moc"
