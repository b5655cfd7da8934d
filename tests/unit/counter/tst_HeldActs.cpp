// What is held back for ten seconds is done before what would change its number, its book, its day or its desk.

#include "app/domain/EventCodec.h"
#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;

class tst_HeldActs : public QObject {
    Q_OBJECT

private slots:
    void aBookIsClosedWithWhatWaits();
    void nothingWaitsOverMidnight_data();
    void nothingWaitsOverMidnight();
    void whatItsOwnLookApprovedIsNotLetGo();
    void aNumberByHandKeepsTheDayOnWhichItWasSaid();

private:
    /// Received here, and the supervisor sits there.
    static domain::DossierId submitted(CounterBench& bench) {
        using namespace std::chrono_literals;
        bench.seatClerk();
        const auto dossier = bench.receiveCopy();
        bench.seatSupervisor();
        bench.counter->held().setDelay(10s);
        return dossier;
    }
};

void tst_HeldActs::aBookIsClosedWithWhatWaits() {
    CounterBench bench;
    const auto dossier = submitted(bench);
    const auto volume = bench.archive.published.volumes.front().id;
    QVERIFY(bench.counter->approval().holdApproval(dossier));
    QVERIFY(bench.counter->held().isHeld(dossier));
    QVERIFY(bench.counter->books().closeYear(volume));
    QVERIFY(bench.counter->held().acts().empty());
    const auto closed = bench.archive.volume(volume);
    QVERIFY(closed && closed->closed);
    QCOMPARE(closed->total(), 1);
    QVERIFY(bench.dossier(dossier).liveEntry());
    QCOMPARE(bench.dossier(dossier).liveEntry()->volume, volume);
}

void tst_HeldActs::nothingWaitsOverMidnight_data() {
    QTest::addColumn<QTime>("at");
    QTest::addColumn<bool>("waits");
    QTest::newRow("in time") << QTime(23, 59, 40) << true;
    QTest::newRow("a few seconds are left") << QTime(23, 59, 56) << true;
    QTest::newRow("the last one") << QTime(23, 59, 59, 200) << false;
}

/// It would take the next year's number, or be dated a day late.
void tst_HeldActs::nothingWaitsOverMidnight() {
    QFETCH(QTime, at);
    QFETCH(bool, waits);
    CounterBench bench;
    bench.clock.set(QDate(2026, 12, 31), QTime(16, 0));
    const auto dossier = submitted(bench);
    bench.clock.set(QDate(2026, 12, 31), at);
    QVERIFY(bench.counter->approval().holdApproval(dossier));
    QCOMPARE(bench.counter->held().isHeld(dossier), waits);
    bench.counter->held().settle();
    const domain::BookEntry* entry = bench.dossier(dossier).liveEntry();
    QVERIFY(entry);
}

/// Another desk asks for a dossier whose approval is held here: it is numbered here, and handed over here.
void tst_HeldActs::whatItsOwnLookApprovedIsNotLetGo() {
    CounterBench bench;
    const auto dossier = submitted(bench);
    QVERIFY(bench.counter->approval().holdApproval(dossier));
    bench.exchange.dossierWishes = {{dossier, bench.otherStation}};
    emit bench.sync.received();
    QCOMPARE(bench.dossier(dossier).state, domain::State::Completed);
    QCOMPARE(bench.dossier(dossier).holder, bench.station);
    QVERIFY(!bench.kinds(dossier).contains(QStringLiteral("folder-released")));
}

void tst_HeldActs::aNumberByHandKeepsTheDayOnWhichItWasSaid() {
    using namespace std::chrono_literals;
    CounterBench bench;
    bench.seatClerk();
    auto& form = bench.counter->intake().form();
    QVERIFY(form.applyCardQr(CounterBench::card()));
    form.setProcedure(QStringLiteral("2.001019"));
    for (int i = 0; i < static_cast<int>(form.content().papers.size()); ++i)
        form.setPaper(i, domain::PaperKind::Original, 1);
    if (form.isFeeTyped())
        form.setTypedFee(0);
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY2(received, received ? "" : qPrintable(received.error().toLogLine()));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(received->dossier));
    bench.seatClerk();
    bench.counter->held().setDelay(10s);
    const QDate said(2026, 11, 23);
    counter::Finish finish;
    finish.handEntry = {QStringLiteral("152"), QStringLiteral("01/2026-SCT/HĐ"), {}};
    QVERIFY(bench.counter->handOver().holdFinish(received->dossier, finish));
    // The power went, and somebody says days later that it is to be done.
    bench.restart();
    bench.clock.set(said.addDays(3), QTime(9, 0));
    bench.seatClerk();
    QCOMPARE(bench.counter->held().acts().size(), 1u);
    bench.counter->held().goOn();
    QCOMPARE(bench.dossier(received->dossier).state, domain::State::HandedOver);
    QCOMPARE(bench.dossier(received->dossier).handEntry.date, said);
}

QTEST_GUILESS_MAIN(tst_HeldActs)
#include "tst_HeldActs.moc"
