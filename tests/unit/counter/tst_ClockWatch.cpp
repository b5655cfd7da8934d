#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;

/// When the machine's clock is believed, and what happens meanwhile.
class tst_ClockWatch : public QObject {
    Q_OBJECT

private slots:
    void init();
    void smallStepsBackAreNothing();
    void behindTheLastRecordNothingIsRecorded();
    void noPaperThatCouldNotBeRecorded();
    void believedUntilItMovesAgain();
    void theLastRecordCountsNotTheLatest();
    void aLongLeapIsAskedAbout_data();
    void aLongLeapIsAskedAbout();
    void platformSaysOtherwise();
    void aGoodLineTellsToo();

private:
    QString doubt() const {
        const auto checked = m_bench->counter->clockWatch().check();
        return checked ? QString() : checked.error().code;
    }
    void platformFinds(qint64 minutesAhead) const {
        engine::Status status;
        status.lastError = {QStringLiteral("sync.clock-wrong"), {{QStringLiteral("minutes"), QString::number(minutesAhead)}}};
        m_bench->sync.report(status);
    }

    std::unique_ptr<CounterBench> m_bench;
};

void tst_ClockWatch::init() {
    m_bench = std::make_unique<CounterBench>();
    m_bench->seatClerk();
    QCOMPARE(doubt(), QString());
    m_bench->receiveCopy();
}

void tst_ClockWatch::smallStepsBackAreNothing() {
    m_bench->clock.advance(-300);
    QCOMPARE(doubt(), QString());
    m_bench->clock.advance(-1);
    QCOMPARE(doubt(), QStringLiteral("clock.behind"));
}

void tst_ClockWatch::behindTheLastRecordNothingIsRecorded() {
    m_bench->clock.set(QDate(2025, 11, 23), QTime(8, 31));
    const auto checked = m_bench->counter->clockWatch().check();
    QCOMPARE(checked.error().detail.value(QStringLiteral("now")), QStringLiteral("08:31 23/11/2025"));
    QCOMPARE(checked.error().detail.value(QStringLiteral("last")), QStringLiteral("09:00 23/11/2026"));
    counter::Intake& intake = m_bench->counter->intake();
    QVERIFY(intake.form().applyCardQr(CounterBench::card()).has_value());
    intake.form().setProcedure(QStringLiteral("2.000815"));
    intake.form().setFact(QStringLiteral("document"), QStringLiteral("Học bạ"));
    intake.form().setFact(QStringLiteral("pages"), 1);
    const auto recorded = m_bench->journal.events().size();
    QCOMPARE(intake.acts().receive().error().code, QStringLiteral("clock.behind"));
    QCOMPARE(m_bench->journal.events().size(), recorded);
    QCOMPARE(intake.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
}

void tst_ClockWatch::noPaperThatCouldNotBeRecorded() {
    const auto rows = m_bench->archive.dossiers({});
    const auto printed = m_bench->paper.requests.size();
    m_bench->clock.advance(-3600);
    m_bench->counter->printing().print(QStringLiteral("form-01"), rows->front().id);
    QCOMPARE(m_bench->paper.requests.size(), printed);
}

void tst_ClockWatch::believedUntilItMovesAgain() {
    m_bench->clock.advance(-7200);
    m_bench->counter->clockWatch().believe();
    QCOMPARE(doubt(), QString());
    m_bench->clock.advance(-3600);
    QCOMPARE(doubt(), QStringLiteral("clock.behind"));
}

void tst_ClockWatch::theLastRecordCountsNotTheLatest() {
    m_bench->clock.advance(-7200);
    m_bench->counter->clockWatch().believe();
    m_bench->receiveCopy(QStringLiteral("Học bạ"));
    // A new program, which nobody has told anything.
    m_bench->restart();
    m_bench->seatClerk();
    QCOMPARE(doubt(), QString());
}

void tst_ClockWatch::aLongLeapIsAskedAbout_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("contactDaysAgo"); // -1: never
    QTest::addColumn<QString>("code");
    QTest::newRow("a long feast") << 10 << -1 << "";
    QTest::newRow("longer") << 11 << -1 << "clock.leapt";
    QTest::newRow("a year, the province answered then") << 400 << 400 << "clock.leapt";
    QTest::newRow("a year, the province answered today") << 400 << 0 << "";
    QTest::newRow("a quiet month, the province answered last week") << 30 << 7 << "";
}

void tst_ClockWatch::aLongLeapIsAskedAbout() {
    QFETCH(int, days);
    QFETCH(int, contactDaysAgo);
    QFETCH(QString, code);
    constexpr int day = 24 * 3600;
    m_bench->clock.advance(days * day);
    engine::Status status;
    if (contactDaysAgo >= 0)
        status.lastContact = m_bench->clock.now().addDays(-contactDaysAgo);
    m_bench->sync.report(status);
    QCOMPARE(doubt(), code);
    m_bench->counter->clockWatch().believe();
    QCOMPARE(doubt(), QString());
    m_bench->receiveCopy();
    QCOMPARE(doubt(), QString());
}

void tst_ClockWatch::platformSaysOtherwise() {
    platformFinds(1440);
    QCOMPARE(doubt(), QStringLiteral("clock.differs"));
    QCOMPARE(m_bench->counter->runner().mayRecord().error().detail.value(QStringLiteral("minutes")), QStringLiteral("1440"));
    m_bench->counter->clockWatch().believe();
    platformFinds(1442);
    QCOMPARE(doubt(), QString());
    platformFinds(-60);
    QCOMPARE(doubt(), QStringLiteral("clock.differs"));
}

/// Nothing failed: the answers' own times differ.
void tst_ClockWatch::aGoodLineTellsToo() {
    engine::Status status;
    status.line = engine::Line::Up;
    status.minutesAhead = 5;
    m_bench->sync.report(status);
    QCOMPARE(doubt(), QString());
    status.minutesAhead = 24 * 60;
    m_bench->sync.report(status);
    QCOMPARE(doubt(), QStringLiteral("clock.differs"));
    status.minutesAhead = 0;
    m_bench->sync.report(status);
    QCOMPARE(doubt(), QString());
}

QTEST_GUILESS_MAIN(tst_ClockWatch)
#include "tst_ClockWatch.moc"
