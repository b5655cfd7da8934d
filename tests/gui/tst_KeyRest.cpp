#include "app/ui/widgets/KeyRest.h"
#include "tests/gui/Hand.h"
#include "tests/gui/PlaceTest.h"

#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;
using namespace std::chrono_literals;

/// The key of the main act, pressed again at once, does nothing in any place; after a move of the hand, or a moment, it acts.
class tst_KeyRest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsDoneTwice_data();
    void nothingIsDoneTwice();
    void afterAMomentItActs();
    void aClickOfTheMouseIsAMove();

private:
    static size_t recorded(const Harness& harness) { return harness.bench.journal.events().size(); }
    static void twoToApprove(Harness& harness);
};

void tst_KeyRest::twoToApprove(Harness& harness) {
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    ui::KeyRest::instance().setLength(1h);
}

void tst_KeyRest::nothingIsDoneTwice_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("approved");
    QTest::newRow("approval") << "hung.tv"
                              << "approval" << false;
    QTest::newRow("hand-over") << "lan.nt"
                               << "handover" << true;
    QTest::newRow("dossiers") << "lan.nt"
                              << "dossiers" << false;
    QTest::newRow("books") << "lan.nt"
                           << "books" << true;
}

void tst_KeyRest::nothingIsDoneTwice() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    QFETCH(bool, approved);
    Harness harness;
    harness.bench.seatClerk();
    for (const char* document : {"Bằng tốt nghiệp", "Giấy khai sinh"})
        if (approved)
            harness.bench.approvedCopy();
        else
            harness.bench.receiveCopy(QString::fromUtf8(document));
    begin(harness, login, place);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    ui::KeyRest::instance().setLength(1h);
    Hand hand;
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    const size_t once = recorded(harness);
    const size_t sheets = harness.bench.paper.requests.size();
    const QString words = wordsOf(harness);
    for (int i = 0; i < 3; ++i)
        hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    QCOMPARE(recorded(harness), once);
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    QCOMPARE(wordsOf(harness), words);
}

void tst_KeyRest::afterAMomentItActs() {
    Harness harness;
    twoToApprove(harness);
    ui::KeyRest::instance().setLength(1ms);
    Hand hand;
    hand.press(Qt::Key_F9);
    const size_t once = recorded(harness);
    QTRY_VERIFY((hand.press(Qt::Key_F9), recorded(harness) > once));
}

void tst_KeyRest::aClickOfTheMouseIsAMove() {
    Harness harness;
    twoToApprove(harness);
    Hand hand;
    hand.press(Qt::Key_F9);
    const size_t once = recorded(harness);
    hand.press(Qt::Key_F9);
    QCOMPARE(recorded(harness), once);
    QTest::mouseClick(harness.desk().page(QStringLiteral("approval")), Qt::LeftButton);
    hand.press(Qt::Key_F9);
    QVERIFY(recorded(harness) > once);
}

QTEST_MAIN(tst_KeyRest)
#include "tst_KeyRest.moc"
