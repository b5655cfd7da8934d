#include "tests/support/counter/CounterBench.h"

#include <QTest>

#include <algorithm>

using namespace motcua;
using domain::SecurityKind;
using test::CounterBench;

/// What the counter alone can tell the security log.
class tst_SecurityWatch : public QObject {
    Q_OBJECT

private slots:
    void aLookAtOtherDesksWorkIsNotedOnceADay();
    void ownWorkIsNotNoted_data();
    void ownWorkIsNotNoted();
    void goingThroughAListIsNoLook();
    void aWrongClockIsNoted();
    void aRevokedStationIsNoted();

private:
    static constexpr int longer = counter::SecurityWatch::lookMilliseconds + 300;
    static counter::OpenedDossier opened(CounterBench& bench, domain::DossierId id) {
        return bench.counter->dossiers().open(id).value_or(counter::OpenedDossier());
    }
    /// As if all of it had been done at another desk, by somebody else.
    static counter::OpenedDossier ofOthers(CounterBench& bench) {
        counter::OpenedDossier dossier = opened(bench, bench.receiveCopy());
        dossier.dossier.holder = bench.otherStation;
        dossier.dossier.state = domain::State::Completed;
        for (domain::Event& event : dossier.history) {
            event.station = bench.otherStation;
            event.actor = domain::UserId::make(99);
        }
        return dossier;
    }
    static qsizetype count(const CounterBench& bench, SecurityKind kind) {
        return std::count_if(bench.security.noted.begin(), bench.security.noted.end(), [kind](const auto& event) { return event.kind == kind; });
    }
};

void tst_SecurityWatch::aLookAtOtherDesksWorkIsNotedOnceADay() {
    CounterBench bench;
    bench.seatClerk();
    const counter::OpenedDossier dossier = ofOthers(bench);
    const auto look = [&] {
        bench.counter->securityWatch().shown(dossier);
        QTest::qWait(longer);
        bench.counter->securityWatch().shown({});
    };
    look();
    look();
    QCOMPARE(count(bench, SecurityKind::LookedElsewhere), 1);
    QCOMPARE(bench.security.noted.back().about, dossier.dossier.code);
    bench.seatSupervisor();
    look();
    QCOMPARE(count(bench, SecurityKind::LookedElsewhere), 2);
    bench.clock.advance(24 * 3600);
    look();
    QCOMPARE(count(bench, SecurityKind::LookedElsewhere), 3);
}

void tst_SecurityWatch::ownWorkIsNotNoted_data() {
    QTest::addColumn<QString>("whose");
    QTest::addColumn<int>("looks");
    QTest::newRow("another desk's") << "nobody's" << 1;
    QTest::newRow("it lies here") << "holder" << 0;
    QTest::newRow("received here") << "station" << 0;
    QTest::newRow("the person worked on it elsewhere") << "actor" << 0;
    QTest::newRow("it waits for this supervisor") << "tray" << 0;
    QTest::newRow("it waits for a supervisor, and a clerk looks") << "others' tray" << 1;
}

void tst_SecurityWatch::ownWorkIsNotNoted() {
    QFETCH(QString, whose);
    QFETCH(int, looks);
    CounterBench bench;
    bench.seatClerk();
    counter::OpenedDossier dossier = ofOthers(bench);
    if (whose == QLatin1String("holder"))
        dossier.dossier.holder = bench.station;
    if (whose == QLatin1String("station"))
        dossier.history.front().station = bench.station;
    if (whose == QLatin1String("actor"))
        dossier.history.back().actor = bench.clerk.id;
    if (whose.endsWith(QLatin1String("tray")))
        dossier.dossier.state = domain::State::Processing;
    if (whose == QLatin1String("tray"))
        bench.seatSupervisor();
    bench.counter->securityWatch().shown(dossier);
    QTest::qWait(longer);
    QCOMPARE(count(bench, SecurityKind::LookedElsewhere), looks);
}

void tst_SecurityWatch::goingThroughAListIsNoLook() {
    CounterBench bench;
    bench.seatClerk();
    counter::OpenedDossier dossier = ofOthers(bench);
    for (int i = 0; i < 5; ++i) {
        dossier.dossier.code = QStringLiteral("H49.30-261123-90%1").arg(i);
        bench.counter->securityWatch().shown(dossier);
        QTest::qWait(100);
    }
    bench.counter->securityWatch().shown({});
    QTest::qWait(longer);
    QCOMPARE(count(bench, SecurityKind::LookedElsewhere), 0);
}

void tst_SecurityWatch::aWrongClockIsNoted() {
    CounterBench bench;
    bench.seatClerk();
    (void)bench.receiveCopy();
    QCOMPARE(count(bench, SecurityKind::ClockWrong), 0);
    bench.clock.advance(-3 * 3600);
    bench.seatSupervisor();
    bench.seatClerk();
    QCOMPARE(count(bench, SecurityKind::ClockWrong), 1);
    const base::Error why = domain::errorIn(bench.security.noted.back().about);
    QCOMPARE(why.code, QStringLiteral("clock.behind"));
    QVERIFY(!why.detail.value(QStringLiteral("now")).isEmpty() && !why.detail.value(QStringLiteral("last")).isEmpty());
    bench.counter->clockWatch().believe();
    QCOMPARE(count(bench, SecurityKind::ClockBelieved), 1);
}

void tst_SecurityWatch::aRevokedStationIsNoted() {
    CounterBench bench;
    bench.seatClerk();
    engine::Status status;
    status.lastError = {QStringLiteral("sync.certificate-refused"), {{QStringLiteral("platform"), QStringLiteral("station.revoked")}}};
    for (int i = 0; i < 3; ++i)
        emit bench.sync.statusChanged(status);
    QCOMPARE(count(bench, SecurityKind::StationRevoked), 1);
}

QTEST_GUILESS_MAIN(tst_SecurityWatch)
#include "tst_SecurityWatch.moc"
