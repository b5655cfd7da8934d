// The certified-copy job while the machine's clock is set back a year or forward a day between any two of its steps.

#include "app/journal/log/Verify.h"
#include "app/station/Station.h"
#include "tests/support/counter/ManualClock.h"
#include "tests/support/counter/ScriptedScanner.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/job/JobDesk.h"

#include <QGuiApplication>
#include <QSet>
#include <QTest>

#include <functional>

using namespace motcua;
using counter::SessionControl;
using test::JobDesk;

namespace {

constexpr int patience = 30'000;
constexpr qint64 day = 24 * 3600;
constexpr qint64 year = 365 * day;
const QString password = QStringLiteral("nắng chiều qua sông Lô");
const QString behind = QStringLiteral("clock.behind");

template <class T>
QString errorOf(const base::Result<T>& result) {
    return result ? QString() : result.error().code;
}

}

class tst_JobClock : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void setBackAYear_data() { addSteps(); }
    void setBackAYear();
    void setForwardADay_data() { addSteps(); }
    void setForwardADay();
    void aYearBackAndBelieved();
    void provinceHasEverythingOnce();

private:
    struct Step {
        const char* name;
        bool records;
        std::function<base::Outcome(tst_JobClock&)> perform;
    };
    static const std::vector<Step>& steps();
    static void addSteps();

    void reopen();
    counter::Counter& counter() { return *m_station->counter(); }
    qint64 recorded() { return m_station->openStation()->unlocked().head()->seq; }
    domain::DossierId dossier();
    /// Serves the next citizen up to `step`, which comes after it.
    void serveUntil(size_t step);
    void serveFrom(size_t step);
    void isServedOnce();

    QTemporaryDir m_directory;
    test::GatewayProcess m_gateway;
    test::ManualClock m_clock;
    test::ScriptedScanner m_scanner;
    std::unique_ptr<station::Station> m_station;
    int m_citizen = 0;
};

const std::vector<tst_JobClock::Step>& tst_JobClock::steps() {
    static const std::vector<Step> all{
        {"card", false, [](tst_JobClock& t) { return t.counter().intake().form().applyCardQr(JobDesk::cardOf(t.m_citizen)); }},
        {"fields", false,
            [](tst_JobClock& t) {
                counter::Intake& intake = t.counter().intake();
                intake.form().setProcedure(QStringLiteral("2.000815"));
                intake.form().setFact(QStringLiteral("document"), QStringLiteral("Bằng tốt nghiệp"));
                intake.form().setFact(QStringLiteral("pages"), 3);
                intake.form().setFact(QStringLiteral("copies"), 2);
                return base::Outcome(base::done());
            }},
        {"page", false,
            [](tst_JobClock& t) {
                return t.counter().intake().draft().take(
                    {QByteArray("page of ") + QByteArray::number(t.m_citizen), QStringLiteral("image/jpeg"), 10, 10, {}});
            }},
        {"receive", true,
            [](tst_JobClock& t) { return t.counter().intake().acts().receive().map([](const counter::IntakeOutcome&) { return base::Done(); }); }},
        {"approve", true,
            [](tst_JobClock& t) -> base::Outcome {
                (void)t.counter().seat(t.m_gateway.person(domain::Role::Supervisor));
                const auto approved = t.counter().approval().approve(t.dossier());
                (void)t.counter().seat(t.m_gateway.person(domain::Role::Clerk));
                return approved.map([](const domain::Dossier&) { return base::Done(); });
            }},
        {"attestation", true,
            [](tst_JobClock& t) {
                base::Outcome outcome = base::done();
                const auto failed = QObject::connect(&t.counter().printing(), &counter::Printing::failed, &t,
                    [&outcome](const QString&, domain::DossierId, const base::Error& error) { outcome = base::fail(error); });
                t.counter().handOver().printAttestation(t.dossier());
                QObject::disconnect(failed);
                return outcome;
            }},
        {"finish", true,
            [](tst_JobClock& t) {
                return t.counter()
                    .handOver()
                    .finish(t.dossier(), {domain::PaymentMethod::Cash, {}, true, 5, {}, true})
                    .map([](const domain::Dossier&) { return base::Done(); });
            }},
    };
    return all;
}

void tst_JobClock::addSteps() {
    QTest::addColumn<size_t>("step");
    for (size_t i = 1; i < steps().size(); ++i)
        QTest::addRow("before %s", steps()[i].name) << i;
}

void tst_JobClock::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
    // Far from both ends of the year whose volume the province opened, and never ahead of its clock.
    const QDate today = base::toVietnamTime(QDateTime::currentDateTimeUtc()).date();
    m_clock.set(std::min(QDate(today.year(), 6, 15), today.addDays(-2)), QTime(9, 0));
    reopen();
    m_station->session().enrol({m_gateway.enrolmentUrl(), m_gateway.codes().front(), QStringLiteral("Quầy 1"), QStringLiteral("lan.nt"), password});
    QTRY_COMPARE_WITH_TIMEOUT(m_station->session().state(), SessionControl::State::Closed, patience);
    reopen();
    serveUntil(0);
    serveFrom(0);
    isServedOnce();
}

void tst_JobClock::reopen() {
    m_station.reset();
    station::StationSetup setup;
    setup.directory = m_directory.filePath(QStringLiteral("station"));
    setup.clock = &m_clock;
    setup.scanner = &m_scanner;
    setup.journal.cost = {1, 64, 1};
    m_station = std::make_unique<station::Station>(setup);
    if (!m_station->isEnrolled())
        return;
    m_station->session().unlock(QStringLiteral("lan.nt"), password);
    QTRY_COMPARE_WITH_TIMEOUT(m_station->session().state(), SessionControl::State::Unlocked, patience);
    counter().printing().setTarget({{}, m_directory.filePath(QStringLiteral("paper"))});
}

domain::DossierId tst_JobClock::dossier() {
    const auto rows = counter().dossiers().search(JobDesk::personalIdOf(m_citizen), 10);
    return rows && rows->size() == 1 ? rows->front().id : domain::DossierId();
}

void tst_JobClock::serveUntil(size_t step) {
    ++m_citizen;
    for (size_t i = 0; i < step; ++i) {
        m_clock.advance(60);
        QCOMPARE(errorOf(steps()[i].perform(*this)), QString());
    }
}

void tst_JobClock::serveFrom(size_t step) {
    for (size_t i = step; i < steps().size(); ++i) {
        m_clock.advance(60);
        QCOMPARE(errorOf(steps()[i].perform(*this)), QString());
    }
}

/// And everybody before: nothing lost, doubled or skipped.
void tst_JobClock::isServedOnce() {
    const auto rows = counter().dossiers().search(JobDesk::personalIdOf(m_citizen), 10);
    QCOMPARE(rows->size(), size_t(1));
    const auto opened = counter().dossiers().open(rows->front().id);
    const domain::Dossier& dossier = opened->dossier;
    QCOMPARE(dossier.state, domain::State::HandedOver);
    QVERIFY(dossier.closed);
    QCOMPARE(dossier.papers.front().pages.size(), size_t(1));
    QVERIFY(counter().dossiers().page(dossier.papers.front().pages.front().blob).has_value());
    QCOMPARE(dossier.collected, 10'000);
    QCOMPARE(dossier.rating, 5);
    QCOMPARE(dossier.attested.size(), size_t(1));
    QCOMPARE(dossier.entries.size(), size_t(1));
    QVERIFY(dossier.due > dossier.received);
    QVERIFY(dossier.received.daysTo(dossier.due) <= 5);
    QVERIFY(counter().intake().draft().drafts().empty());

    const auto book = counter().books().entries(dossier.entries.front().volume);
    QCOMPARE(book->size(), static_cast<size_t>(m_citizen));
    QSet<QString> codes;
    for (size_t i = 0; i < book->size(); ++i) {
        QCOMPARE(book->at(i).number, static_cast<int>(i) + 1);
        const auto owner = counter().archive().dossierOfEntry(book->at(i).volume, book->at(i).number);
        codes.insert(counter().archive().dossier(*owner)->code);
    }
    QCOMPARE(codes.size(), m_citizen);
    QCOMPARE(book->back().number, dossier.entries.front().number);
}

void tst_JobClock::setBackAYear() {
    QFETCH(size_t, step);
    serveUntil(step);
    m_clock.advance(-year);
    reopen();
    const qint64 before = recorded();
    // What is only typed goes on; what would be dated a year ago is refused, and says why.
    size_t next = step;
    for (; !steps()[next].records; ++next)
        QCOMPARE(errorOf(steps()[next].perform(*this)), QString());
    const auto refused = steps()[next].perform(*this);
    QCOMPARE(errorOf(refused), behind);
    QVERIFY(refused.error().detail.value(QStringLiteral("now")).endsWith(QString::number(m_clock.now().date().year())));
    QCOMPARE(recorded(), before);
    m_clock.advance(year);
    serveFrom(next);
    isServedOnce();
}

void tst_JobClock::setForwardADay() {
    QFETCH(size_t, step);
    serveUntil(step);
    m_clock.advance(day);
    reopen();
    serveFrom(step);
    isServedOnce();
    // Put right afterwards: the machine's last record lies in the future, and somebody has to say which of the two is true.
    m_clock.advance(-day);
    reopen();
    ++m_citizen;
    for (size_t i = 0; !steps()[i].records; ++i)
        QCOMPARE(errorOf(steps()[i].perform(*this)), QString());
    QCOMPARE(errorOf(counter().intake().acts().receive()), behind);
    counter().clockWatch().believe();
    serveFrom(3);
    isServedOnce();
    QVERIFY(counter().clockWatch().check().has_value());
}

/// Whoever insists on last year writes no number into a book that is not open.
void tst_JobClock::aYearBackAndBelieved() {
    serveUntil(4);
    m_clock.advance(-year);
    reopen();
    counter().clockWatch().believe();
    const qint64 before = recorded();
    QCOMPARE(errorOf(steps()[4].perform(*this)), QStringLiteral("book.no-open-volume"));
    QCOMPARE(recorded(), before);
    m_clock.advance(year);
    serveFrom(4);
    isServedOnce();
}

void tst_JobClock::provinceHasEverythingOnce() {
    QTRY_VERIFY_WITH_TIMEOUT(counter().sync().isConfirmed(), patience);
    const qint64 events = recorded();
    const QJsonObject stats = m_gateway.stats();
    QCOMPARE(stats.value(QLatin1String("events")).toInteger(), events);
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(), m_citizen);
    QCOMPARE(stats.value(QLatin1String("bookEntries")).toInt(), m_citizen);
    const QJsonObject check = m_gateway.check();
    for (const char* fault : {"lost", "doubled", "gaps"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    m_station.reset();
    const auto verified = journal::verify(m_directory.filePath(QStringLiteral("station")));
    QVERIFY(verified && verified->faults.empty());
    QCOMPARE(verified->events, events);
}

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    tst_JobClock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_JobClock.moc"
