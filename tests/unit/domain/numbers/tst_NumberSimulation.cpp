// Many desk-days by seed: no number doubled, no gap at the year's end but what was written off with a reason, no row lost. How many desk-days:
// MOTCUA_DESK_DAYS, else 10,000.

#include "tests/unit/domain/numbers/Simulation.h"

#include <QTest>

using namespace motcua::domain::test;

class tst_NumberSimulation : public QObject {
    Q_OBJECT

private slots:
    void deskDays_data();
    void deskDays();
};

void tst_NumberSimulation::deskDays_data() {
    QTest::addColumn<bool>("orderOfDates");
    QTest::addColumn<int>("capacity");
    QTest::newRow("by month") << false << 0;
    QTest::newRow("in the order of dates") << true << 0;
    QTest::newRow("through many volumes") << false << 60;
}

void tst_NumberSimulation::deskDays() {
    QFETCH(bool, orderOfDates);
    QFETCH(int, capacity);
    bool isSaid = false;
    const int said = qEnvironmentVariableIntValue("MOTCUA_DESK_DAYS", &isSaid);
    const int wanted = (isSaid ? said : 10'000) / 3;
    Simulation::Sum all;
    for (unsigned seed = 1; all.deskDays < wanted; ++seed) {
        const auto sum =
            Simulation({seed, 3 + static_cast<int>(seed % 3), 60, orderOfDates, capacity > 0 ? std::optional(capacity) : std::nullopt}).run();
        all.deskDays += sum.deskDays;
        all.papers += sum.papers;
        all.unserved += sum.unserved;
        all.writtenOff += sum.writtenOff;
        all.lost += sum.lost;
        all.setBack += sum.setBack;
        all.restored += sum.restored;
        QVERIFY2(sum.doubled == 0 && sum.refused == 0 && sum.missing == 0 && sum.faults == 0, qPrintable(sum.first));
    }
    QVERIFY(all.papers > all.deskDays);
    qInfo("%d desk-days: %d papers, %d had no number left, %d numbers written off; %d desks lost, %d set back, keeper restored %d times",
        all.deskDays, all.papers, all.unserved, all.writtenOff, all.lost, all.setBack, all.restored);
}

QTEST_GUILESS_MAIN(tst_NumberSimulation)
#include "tst_NumberSimulation.moc"
