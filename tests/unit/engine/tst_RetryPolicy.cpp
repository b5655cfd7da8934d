#include "sync/engine/RetryPolicy.h"

#include <QTest>

using motcua::engine::RetryPolicy;

class tst_RetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void waits_data();
    void waits();
    void aYearWithoutALineDoesNotOverflow();
    void resetBeginsAgain();
    void rejectionsWaitNearTheCeiling();
};

void tst_RetryPolicy::waits_data() {
    QTest::addColumn<double>("drawn");
    QTest::addColumn<int>("failures");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("first, lowest draw keeps a distance") << 0.0 << 1 << qint64(250);
    QTest::newRow("first, half") << 0.5 << 1 << qint64(500);
    QTest::newRow("first, highest") << 0.999 << 1 << qint64(999);
    QTest::newRow("second, half") << 0.5 << 2 << qint64(1000);
    QTest::newRow("fifth, quarter") << 0.25 << 5 << qint64(4000);
    QTest::newRow("seventh, highest") << 0.999 << 7 << qint64(63936);
    QTest::newRow("eighth is cut by the ceiling") << 0.5 << 8 << qint64(60000);
    QTest::newRow("hundredth, lowest") << 0.0 << 100 << qint64(250);
    QTest::newRow("hundredth, highest") << 0.999 << 100 << qint64(119880);
}

void tst_RetryPolicy::waits() {
    QFETCH(double, drawn);
    QFETCH(int, failures);
    QFETCH(qint64, expected);
    RetryPolicy policy([drawn] { return drawn; });
    RetryPolicy::Milliseconds wait{};
    for (int i = 0; i < failures; ++i)
        wait = policy.afterFailure();
    QCOMPARE(static_cast<qint64>(wait.count()), expected);
}

void tst_RetryPolicy::aYearWithoutALineDoesNotOverflow() {
    RetryPolicy policy([] { return 0.5; });
    for (int i = 0; i < 500'000; ++i)
        QCOMPARE_LE(policy.afterFailure().count(), 120'000);
    QCOMPARE(policy.afterFailure().count(), 60'000);
}

void tst_RetryPolicy::resetBeginsAgain() {
    RetryPolicy policy([] { return 0.5; });
    policy.afterFailure();
    policy.afterFailure();
    QCOMPARE(policy.failures(), 2);
    policy.reset();
    QCOMPARE(policy.failures(), 0);
    QCOMPARE(policy.afterFailure().count(), 500);
}

void tst_RetryPolicy::rejectionsWaitNearTheCeiling() {
    QCOMPARE(RetryPolicy([] { return 0.0; }).afterRejection().count(), 90'000);
    QCOMPARE(RetryPolicy([] { return 0.999; }).afterRejection().count(), 119'970);
}

QTEST_GUILESS_MAIN(tst_RetryPolicy)
#include "tst_RetryPolicy.moc"
