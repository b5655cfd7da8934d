// The numbers of the unit's books at a desk: asked for in time, given in order, given back; nothing is made up where there is none.

#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using test::CounterBench;

namespace {

const QString book = QStringLiteral("SCT/BS");

}

class tst_NumberDesk : public QObject {
    Q_OBJECT

private slots:
    void init();

    void asksHowThingsStandAndThenForAStretch();
    void fetchesAheadWhereOthersTakeNumbersToo();
    void approvesInTheOrderOfWhatIsInHand();
    void nothingIsMadeUp();
    void slipsFallBackToTheMoment();
    void whatMayNotBeGivenAnyMoreGoesBack();
    void aStretchThatWasUsedWithoutALineGoesBack();
    void aKeeperThatRestsIsNotAskedForNumbers();
    void anOldPlatformIsNotAsked();
    void closingGivesBackFirst();

private:
    domain::Volume unitsVolume(const QString& symbol) const;
    void lease(int first, int last, domain::LeaseUse use = domain::LeaseUse::Run);
    void answer(int others = 0, bool rests = false);
    QString lastWish() const;
    void lineIs(engine::Line line);
    QStringList returned() const;

    std::unique_ptr<CounterBench> m_bench;
    domain::Volume m_volume;
};

domain::Volume tst_NumberDesk::unitsVolume(const QString& symbol) const {
    domain::Volume volume;
    volume.id = domain::VolumeId::make(m_bench->clock.now().toMSecsSinceEpoch());
    volume.unit = domain::UnitCode::fromString(QStringLiteral("H49.30"));
    volume.kind = domain::volumeKindOf(symbol);
    volume.year = m_bench->counter->desk().today().year();
    volume.symbol = symbol;
    return volume;
}

void tst_NumberDesk::init() {
    m_bench = std::make_unique<CounterBench>();
    m_volume = unitsVolume(book);
    m_bench->archive.published.volumes = {m_volume};
    m_bench->sync.asked.clear();
    m_bench->restart();
    m_bench->seatSupervisor();
}

void tst_NumberDesk::lease(int first, int last, domain::LeaseUse use) {
    domain::NumberLease lease;
    lease.id = domain::LeaseId::make(m_bench->clock.now().toMSecsSinceEpoch());
    lease.volume = m_volume.id;
    lease.holder = m_bench->station;
    lease.first = first;
    lease.last = last;
    lease.use = use;
    lease.given = m_bench->clock.now();
    const QDate today = m_bench->counter->desk().today();
    lease.month = QDate(today.year(), today.month(), 1);
    m_bench->archive.leases.emplace_back(lease);
}

void tst_NumberDesk::answer(int others, bool rests) {
    protocol::LeaseAnswer answer;
    answer.rests = rests;
    protocol::RunStanding run;
    run.symbol = book;
    run.year = m_volume.year;
    run.desks = {{m_bench->otherStation.toString(), QStringLiteral("Quầy 2"), others, 0}};
    answer.runs = {run};
    emit m_bench->sync.numbersAnswered(answer);
}

QString tst_NumberDesk::lastWish() const {
    if (m_bench->sync.asked.empty())
        return QStringLiteral("nothing");
    QStringList said;
    for (const protocol::NumberWish& wish : m_bench->sync.asked.back())
        said << QStringLiteral("%1 %2 %3").arg(wish.symbol).arg(wish.use).arg(wish.count);
    return said.join(QStringLiteral(", "));
}

void tst_NumberDesk::lineIs(engine::Line line) {
    engine::Status status;
    status.line = line;
    m_bench->sync.report(status);
}

QStringList tst_NumberDesk::returned() const {
    QStringList said;
    for (const domain::Event& event : m_bench->journal.events())
        if (const auto* back = std::get_if<domain::NumbersReturned>(&event.body))
            for (const domain::NumberRange& range : back->ranges)
                said << QStringLiteral("%1-%2").arg(range.first).arg(range.last);
    return said;
}

void tst_NumberDesk::asksHowThingsStandAndThenForAStretch() {
    QCOMPARE(m_bench->sync.asked.size(), size_t(1));
    QCOMPARE(lastWish(), QString());
    answer();
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 1 300"));
    lease(1, 300);
    answer();
    QCOMPARE(m_bench->sync.asked.size(), size_t(2));
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->left, 300);
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->next, 1);
    m_bench->archive.leases.clear();
    lease(1, 149);
    answer();
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 1 151"));
}

void tst_NumberDesk::fetchesAheadWhereOthersTakeNumbersToo() {
    answer(10);
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 0 4, SCT/BS 1 300"));
    lease(601, 604, domain::LeaseUse::Draw);
    lease(301, 600);
    answer(10);
    QCOMPARE(m_bench->sync.asked.size(), size_t(2));
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->next, 601);
}

void tst_NumberDesk::approvesInTheOrderOfWhatIsInHand() {
    lease(5, 6);
    lease(9, 9, domain::LeaseUse::Draw);
    answer(10);
    QList<int> numbers;
    for (int times = 0; times < 3; ++times) {
        const auto id = m_bench->approvedCopy();
        const domain::BookEntry* entry = m_bench->dossier(id).liveEntry();
        QVERIFY(entry);
        numbers << entry->number;
        QCOMPARE(entry->volumeLabel, m_volume.label());
    }
    QCOMPARE(numbers, (QList<int>{9, 5, 6}));
}

void tst_NumberDesk::nothingIsMadeUp() {
    m_bench->seatClerk();
    const auto id = m_bench->receiveCopy();
    QVERIFY(!m_bench->dossier(id).code.isEmpty());
    m_bench->seatSupervisor();
    const auto may = m_bench->counter->approval().mayDecide(id);
    QVERIFY(!may);
    QCOMPARE(may.error().code, QStringLiteral("book.no-number"));
    lease(7, 7);
    QVERIFY(m_bench->counter->approval().approve(id));
    QCOMPARE(m_bench->dossier(id).liveEntry()->number, 7);
}

void tst_NumberDesk::slipsFallBackToTheMoment() {
    m_bench->archive.published.volumes.push_back(unitsVolume(QLatin1String(domain::series::fee)));
    lease(1, 1);
    const auto id = m_bench->approvedCopy();
    const auto paid = m_bench->counter->runner().run(id, domain::CollectFee{});
    if (!paid)
        QSKIP(qPrintable(paid.error().code));
    for (const domain::Event& event : paid->events)
        if (const auto* fee = std::get_if<domain::FeeCollected>(&event.body))
            QVERIFY(fee->slip.volume.isNull());
}

void tst_NumberDesk::whatMayNotBeGivenAnyMoreGoesBack() {
    lease(1, 20);
    answer();
    m_bench->clock.set(QDate(2026, 12, 1), QTime(8, 0));
    m_bench->counter->numbers().look();
    QCOMPARE(returned(), QStringList{QStringLiteral("1-20")});
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->left, 0);
    m_bench->counter->numbers().look();
    QCOMPARE(returned().size(), 1);
    // The year is over, and its books are none to write in any more.
    lease(21, 30);
    answer();
    m_bench->clock.set(QDate(2027, 1, 2), QTime(8, 0));
    m_bench->counter->numbers().look();
    QCOMPARE(returned().size(), 1);
    // The clock leapt: somebody says that it is right.
    m_bench->counter->clockWatch().believe();
    m_bench->counter->numbers().look();
    QCOMPARE(returned().back(), QStringLiteral("21-30"));
}

void tst_NumberDesk::aStretchThatWasUsedWithoutALineGoesBack() {
    lease(1, 300);
    answer(10);
    lineIs(engine::Line::Down);
    m_bench->approvedCopy();
    QCOMPARE(returned(), QStringList());
    answer(10);
    lineIs(engine::Line::Up);
    // Five stay until others are here.
    QCOMPARE(returned(), QStringList{QStringLiteral("7-300")});
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->left, 5);
}

void tst_NumberDesk::aKeeperThatRestsIsNotAskedForNumbers() {
    answer(0, true);
    QCOMPARE(lastWish(), QString());
    QVERIFY(m_bench->counter->numbers().keeperRests());
    const auto asked = m_bench->sync.asked.size();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sync.asked.size() > asked, 6000);
    QCOMPARE(lastWish(), QString());
    answer(0, false);
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 1 300"));
}

void tst_NumberDesk::anOldPlatformIsNotAsked() {
    m_bench->exchange.reads.platform = 4;
    m_bench->sync.asked.clear();
    m_bench->restart();
    m_bench->seatSupervisor();
    QVERIFY(m_bench->sync.asked.empty());
}

void tst_NumberDesk::closingGivesBackFirst() {
    lease(1, 20);
    answer(3);
    m_bench->approvedCopy();
    m_bench->seatSupervisor();
    const auto refused = m_bench->counter->books().closeYear(m_volume.id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("book.leases-open"));
    answer(0);
    const auto before = returned().size();
    const auto closed = m_bench->counter->runner().closeVolume(m_volume.id, QStringLiteral("Hết sổ"));
    QVERIFY2(closed, closed ? "" : qPrintable(closed.error().code));
    QCOMPARE(returned().size(), before + 1);
    QVERIFY(m_bench->archive.volume(m_volume.id)->closed);
}

QTEST_GUILESS_MAIN(tst_NumberDesk)
#include "tst_NumberDesk.moc"
