#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::Jottings;
using test::CounterBench;

/// Unsettled words in their draft.
class tst_Jottings : public QObject {
    Q_OBJECT

private slots:
    void onDiskByThemselves();
    void settledWordsLeaveNoDraft();
    void forgottenAfterAMonth();
    void refusedByTheDisk();
    void intakeTakesThemOver();
};

namespace {

const QString field = QStringLiteral("note/1");
const QString words = QStringLiteral("hẹn chiều");

}

void tst_Jottings::onDiskByThemselves() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->jottings().jot(field, words);
    QTRY_COMPARE(bench.drafts.all().size(), 1u);
    bench.restart();
    bench.seatClerk();
    QCOMPARE(bench.counter->jottings().jotted(field), words);
    QVERIFY2(bench.counter->intake().draft().drafts().empty(), "no intake");
}

void tst_Jottings::settledWordsLeaveNoDraft() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->jottings().jot(field, words);
    QVERIFY(bench.counter->saveDrafts());
    bench.counter->jottings().jot(field, {});
    QVERIFY(bench.counter->saveDrafts());
    QCOMPARE(bench.drafts.all().size(), 0u);
}

void tst_Jottings::forgottenAfterAMonth() {
    constexpr int day = 24 * 60 * 60;
    CounterBench bench;
    bench.seatClerk();
    bench.counter->jottings().jot(field, words);
    bench.clock.advance(20 * day);
    bench.counter->jottings().jot(QStringLiteral("note/2"), words);
    QVERIFY(bench.counter->saveDrafts());
    bench.clock.advance(11 * day);
    bench.restart();
    bench.seatClerk();
    QCOMPARE(bench.counter->jottings().jotted(field), QString());
    QCOMPARE(bench.counter->jottings().jotted(QStringLiteral("note/2")), words);
}

void tst_Jottings::refusedByTheDisk() {
    CounterBench bench;
    bench.seatClerk();
    QSignalSpy failed(&bench.counter->jottings(), &Jottings::saveFailed);
    bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    bench.counter->jottings().jot(field, words);
    QVERIFY(!bench.counter->saveDrafts());
    QVERIFY(!bench.counter->saveDrafts());
    QCOMPARE(failed.count(), 1);
    bench.drafts.nextFailure = {};
    QTRY_COMPARE(bench.drafts.all().size(), 1u);
}

void tst_Jottings::intakeTakesThemOver() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    bench.counter->intake().form().jot(QStringLiteral("phone"), QStringLiteral("0912 345 678"));
    bench.counter->intake().form().jot(QStringLiteral("form-02/words"), words);
    QVERIFY(bench.counter->saveDrafts());
    bench.restart();
    bench.seatClerk();
    const counter::Intake& intake = bench.counter->intake();
    QCOMPARE(intake.form().content().applicant.phone, QStringLiteral("0912345678"));
    QCOMPARE(intake.form().jotted(QStringLiteral("phone")), QString());
    QCOMPARE(intake.form().jotted(QStringLiteral("form-02/words")), words);
}

QTEST_GUILESS_MAIN(tst_Jottings)
#include "tst_Jottings.moc"
