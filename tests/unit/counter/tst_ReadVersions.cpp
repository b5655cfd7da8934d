#include "tests/support/counter/CounterBench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;
using test::CounterBench;

/// The platform does not read all that this program can write: what it could not take is refused before anything is taken or printed.
class tst_ReadVersions : public QObject {
    Q_OBJECT

private slots:
    void whatTheOldPlatformReadsGoesOn();
    void aJobThatItDoesNotKnowIsRefused();
    void manyCopiesAreNoNewerRecord();
    void anOlderDeskHoldsNobodyUp();
    void whatANewerProgramWroteIsShownAndLeftAlone();

private:
    static constexpr char refused[] = "platform.needs-newer-program";
    /// A new edition of the copy's description comes: the first version has no place for it.
    static void publishEdition(CounterBench& bench);
};

void tst_ReadVersions::publishEdition(CounterBench& bench) {
    domain::JobKind edition = *domain::builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23));
    edition.version = QStringLiteral("2026-11-01");
    edition.from = QDate(2026, 11, 1);
    bench.archive.published.jobs.put(edition);
}

void tst_ReadVersions::whatTheOldPlatformReadsGoesOn() {
    CounterBench bench;
    bench.exchange.reads = {1, 1, {}};
    bench.seatClerk();
    const auto dossier = bench.approvedCopy();
    QCOMPARE(bench.dossier(dossier).state, domain::State::Completed);
    for (const domain::Event& event : bench.journal.events())
        QVERIFY2(domain::encodeBody(event.body).version == 1, domain::kindOf(event.body).data());
    bench.counter->printing().printOffered(domain::offer::numbered, dossier);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    QCOMPARE(bench.kinds(dossier).last(), QStringLiteral("print-recorded"));
}

void tst_ReadVersions::aJobThatItDoesNotKnowIsRefused() {
    CounterBench bench;
    bench.exchange.reads = {1, 1, {}};
    bench.seatClerk();
    publishEdition(bench);
    bench.fillCopy();
    QCOMPARE(bench.counter->intake().acts().receive().error().code, QLatin1String(refused));
    QVERIFY(bench.journal.events().empty());
    QVERIFY(bench.paper.requests.empty());
    bench.exchange.reads = {2, 1, QStringLiteral("Quầy 2")};
    QVERIFY(bench.counter->intake().acts().receive());
    QCOMPARE(domain::encodeBody(bench.journal.events().front().body).version, 2);
}

/// More copies than one print job may have, on a platform that knows only attestations printed all at once.
void tst_ReadVersions::manyCopiesAreNoNewerRecord() {
    CounterBench bench;
    bench.exchange.reads = {1, 1, {}};
    bench.seatClerk();
    bench.fillCopy(QStringLiteral("Học bạ"), 3, 230);
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY(received);
    const auto dossier = received->dossier;
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(dossier));
    bench.seatClerk();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    const size_t sheets = bench.paper.requests.size();
    bench.counter->printing().printOffered(domain::offer::numbered, dossier);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    QCOMPARE(bench.paper.requests.size(), sheets + 3);
    const auto history = bench.journal.history(dossier);
    int rows = 0;
    for (const domain::Event& event : *history) {
        const domain::EncodedBody written = domain::encodeBody(event.body);
        QCOMPARE(written.version, 1);
        // As those programs read it: a row that is named counts as attested, so only the last print may name it.
        const auto first = QJsonDocument::fromJson(written.json).object();
        rows += first.value(QLatin1String("form")) == QLatin1String("attestation-copy") &&
                        first.value(QLatin1String("entry")).toObject().value(QLatin1String("number")).toInt() > 0
                    ? 1
                    : 0;
    }
    QCOMPARE(rows, 1);
    const domain::Dossier printed = bench.dossier(dossier);
    QCOMPARE(printed.attestedCopies(*printed.liveEntry()), 230);
    QCOMPARE(bench.counter->handOver().nextStep(dossier), counter::NextStep::Finish);
}

void tst_ReadVersions::anOlderDeskHoldsNobodyUp() {
    CounterBench bench;
    publishEdition(bench);
    bench.exchange.reads = {2, 1, QStringLiteral("Quầy 2")};
    bench.seatClerk();
    bench.fillCopy();
    QVERIFY(bench.counter->intake().acts().receive());
    QCOMPARE(domain::encodeBody(bench.journal.events().front().body).version, 2);
}

void tst_ReadVersions::whatANewerProgramWroteIsShownAndLeftAlone() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = domain::DossierId::make(7);
    bench.journal.receive({domain::UnreadRecord{"dossier-received", 3, true, R"({"code":"H49.30-261123-0009"})"}, dossier, 1, bench.otherStation,
        bench.clerk.id, bench.clock.now()});
    const auto found = bench.counter->dossiers().search(QStringLiteral("H49.30-261123-0009"), 10);
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(1));
    QVERIFY(found->front().needsNewerProgram);
    const auto opened = bench.counter->dossiers().open(dossier);
    QVERIFY(opened);
    QCOMPARE(opened->dossier.state, domain::State::Accepted);
    QCOMPARE(opened->history.size(), size_t(1));
    QCOMPARE(bench.counter->withdrawals().withdraw(dossier, QStringLiteral("Thôi")).error().code, QStringLiteral("dossier.needs-newer-program"));
}

QTEST_GUILESS_MAIN(tst_ReadVersions)
#include "tst_ReadVersions.moc"
