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
    void aStretchIsUsedBeforeMoreIsFetched();
    void theFirstStretchesAreSmall();
    void allGoesBackAtTheYearsEnd();
    void fewAreLeftWhereTheMonthEndsWithoutALine();
    void approvesInTheOrderOfWhatIsInHand();
    void nothingIsMadeUp();
    void slipsFallBackToTheMoment();
    void whatMayNotBeGivenAnyMoreGoesBack();
    void aStretchThatWasUsedWithoutALineGoesBack();
    void aKeeperThatRestsIsNotAskedForNumbers();
    void clocksThatDifferAtMidnightLeadToNoLoop_data();
    void clocksThatDifferAtMidnightLeadToNoLoop();
    void aClockThatIsNotBelievedWishesForNothing();
    void aClockThatIsWrongAndBelievedAsksSeldom();
    void anOldPlatformIsNotAsked();
    void closingGivesBackFirst();

private:
    domain::Volume unitsVolume(const QString& symbol) const;
    void lease(int first, int last, domain::LeaseUse use = domain::LeaseUse::Run);
    void answer(int others = 0, bool rests = false);
    /// A platform whose clock is so many seconds ahead of the desk's grants what is wished for, until nothing more is. How many wishes it granted.
    int keeper(qint64 ahead, int others = 10);
    int held() const;
    QString lastWish() const;
    void lineIs(engine::Line line);
    QStringList returned() const;

    std::unique_ptr<CounterBench> m_bench;
    domain::Volume m_volume;
    size_t m_answered = 0;
    int m_next = 1;
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
    m_bench->archive.published.settings.firstLease = 300;
    m_bench->sync.asked.clear();
    m_bench->restart();
    m_bench->seatSupervisor();
    m_answered = 0;
    m_next = 1;
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

int tst_NumberDesk::keeper(qint64 ahead, int others) {
    constexpr int endless = 50;
    int granted = 0;
    for (int round = 0; round < endless && m_answered < m_bench->sync.asked.size(); ++round) {
        const auto wishes = m_bench->sync.asked[m_answered++];
        for (const protocol::NumberWish& wish : wishes) {
            lease(m_next, m_next + wish.count - 1, static_cast<domain::LeaseUse>(wish.use));
            m_next += wish.count;
            domain::HeldLease& one = m_bench->archive.leases.back();
            one.given = m_bench->clock.now().addSecs(ahead);
            const QDate day = base::toVietnamTime(one.given).date();
            one.month = QDate(day.year(), day.month(), 1);
            ++granted;
        }
        answer(others);
    }
    return granted;
}

int tst_NumberDesk::held() const {
    int count = 0;
    const auto leases = m_bench->archive.numbers();
    for (const domain::HeldLease& lease : *leases)
        count += domain::countOf(lease.open);
    return count;
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
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->next, 301);
}

void tst_NumberDesk::aStretchIsUsedBeforeMoreIsFetched() {
    lease(1, 300);
    lineIs(engine::Line::Up);
    answer(10);
    QCOMPARE(m_bench->sync.asked.size(), size_t(1));
    m_bench->approvedCopy();
    m_bench->clock.advance(3600);
    m_bench->counter->numbers().look();
    answer(10);
    // A stretch of which some was used goes on; it went back only where there had been no line.
    QCOMPARE(returned(), QStringList());
    QCOMPARE(m_bench->sync.asked.size(), size_t(1));
    QCOMPARE(m_bench->counter->numbers().leftOf(book)->next, 2);
}

void tst_NumberDesk::theFirstStretchesAreSmall() {
    m_bench->archive.published.settings.firstLease.reset();
    m_bench->archive.published.volumes.push_back(unitsVolume(QLatin1String(domain::series::fee)));
    m_bench->counter->numbers().look();
    answer();
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 1 60, %1 1 30").arg(QLatin1String(domain::series::fee)));
}

void tst_NumberDesk::allGoesBackAtTheYearsEnd() {
    m_bench->clock.set(QDate(2026, 12, 31), QTime(15, 0));
    lineIs(engine::Line::Up);
    answer();
    QCOMPARE(lastWish(), QStringLiteral("SCT/BS 1 10"));
    lease(1, 60);
    answer();
    m_bench->clock.advance(89 * 60);
    m_bench->counter->numbers().look();
    QCOMPARE(returned(), QStringList());
    m_bench->clock.advance(60);
    m_bench->counter->numbers().look();
    QCOMPARE(returned(), QStringList{QStringLiteral("1-60")});
    const auto asked = m_bench->sync.asked.size();
    for (int minute = 0; minute < 60; ++minute) {
        m_bench->clock.advance(60);
        m_bench->counter->numbers().look();
        answer();
    }
    QCOMPARE(returned().size(), 1);
    QCOMPARE(m_bench->sync.asked.size(), asked);
}

void tst_NumberDesk::fewAreLeftWhereTheMonthEndsWithoutALine() {
    lease(1, 300);
    m_bench->clock.set(QDate(2026, 11, 29), QTime(9, 0));
    lineIs(engine::Line::Up);
    answer();
    QVERIFY(!m_bench->counter->numbers().leftOf(book)->few);
    lineIs(engine::Line::Down);
    QVERIFY(m_bench->counter->numbers().leftOf(book)->few);
    m_bench->clock.set(QDate(2026, 11, 28), QTime(9, 0));
    m_bench->counter->numbers().look();
    QVERIFY(!m_bench->counter->numbers().leftOf(book)->few);
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
    QCOMPARE(numbers, (QList<int>{5, 6, 9}));
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

void tst_NumberDesk::clocksThatDifferAtMidnightLeadToNoLoop_data() {
    QTest::addColumn<int>("ahead");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("orderOfDates");
    QTest::newRow("the desk is in the next month first") << -120 << QDate(2026, 11, 30) << false;
    QTest::newRow("the platform is in the next month first") << 120 << QDate(2026, 11, 30) << false;
    QTest::newRow("the desk is in the next day first") << -120 << QDate(2026, 11, 24) << false;
    QTest::newRow("in the order of dates, the desk first") << -120 << QDate(2026, 11, 24) << true;
    QTest::newRow("in the order of dates, the platform first") << 120 << QDate(2026, 11, 24) << true;
}

/// From a quarter of an hour before midnight to half an hour after it, a look each half minute.
void tst_NumberDesk::clocksThatDifferAtMidnightLeadToNoLoop() {
    QFETCH(int, ahead);
    QFETCH(QDate, day);
    QFETCH(bool, orderOfDates);
    m_bench->clock.set(day, QTime(23, 45));
    m_bench->archive.published.settings.orderOfDates = orderOfDates;
    m_bench->sync.asked.clear();
    m_bench->restart();
    m_bench->counter->clockWatch().believe();
    m_bench->seatSupervisor();
    m_answered = 0;
    lineIs(engine::Line::Up);
    int wishes = 0;
    int most = 0;
    for (int step = 0; step < 90; ++step) {
        wishes += keeper(ahead);
        most = std::max(most, held());
        m_bench->clock.advance(30);
        m_bench->counter->clockWatch().believe();
        m_bench->counter->numbers().look();
    }
    wishes += keeper(ahead);
    QVERIFY2(wishes <= 12, qPrintable(QString::number(wishes)));
    QVERIFY2(returned().size() <= 8, qPrintable(returned().join(QLatin1Char(' '))));
    QVERIFY2(most <= 640, qPrintable(QString::number(most)));
    // By then it has what is good on that day.
    QVERIFY(m_bench->counter->numbers().leftOf(book)->left >= 150);
}

void tst_NumberDesk::aClockThatIsNotBelievedWishesForNothing() {
    m_bench->clock.set(QDate(2026, 12, 1), QTime(1, 0));
    engine::Status status;
    status.line = engine::Line::Up;
    status.minutesAhead = 120;
    m_bench->sync.report(status);
    QCOMPARE(keeper(-7200), 0);
    QCOMPARE(returned(), QStringList());
    m_bench->counter->clockWatch().believe();
    m_bench->counter->numbers().look();
    QVERIFY(keeper(-7200) > 0);
}

void tst_NumberDesk::aClockThatIsWrongAndBelievedAsksSeldom() {
    m_bench->clock.set(QDate(2026, 12, 1), QTime(1, 0));
    m_bench->counter->clockWatch().believe();
    lineIs(engine::Line::Up);
    const int first = keeper(-7200, 0);
    QCOMPARE(first, 1);
    QCOMPARE(returned().size(), 1);
    m_bench->clock.advance(59);
    m_bench->counter->numbers().look();
    QCOMPARE(keeper(-7200, 0), 0);
    m_bench->clock.advance(2);
    m_bench->counter->numbers().look();
    QCOMPARE(keeper(-7200, 0), 1);
    int more = 0;
    for (int minute = 0; minute < 60; ++minute) {
        m_bench->clock.advance(60);
        m_bench->counter->numbers().look();
        more += keeper(-7200, 0);
    }
    QVERIFY2(more <= 5, qPrintable(QString::number(more)));
    QVERIFY(held() == 0);
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
