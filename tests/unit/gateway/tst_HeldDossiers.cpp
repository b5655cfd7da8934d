// Dossiers in memory: used only together with the stamp that the store confirms while it locks the dossier.

#include "app/domain/Decide.h"
#include "sync/gateway/ledger/HeldDossiers.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/RecordTable.h"
#include "tests/unit/gateway/PlatformStoreTest.h"

#include <QTest>

#include <future>

using namespace motcua;
using gateway::HeldDossiers;
using gateway::Tables;

class tst_HeldDossiers : public test::PlatformStoreTest {
    Q_OBJECT

private slots:
    void replaysOnce();
    void noticesAnotherProgram_data();
    void noticesAnotherProgram();
    void noticesADossierThatIsNew();
    void doesNotKeepWhatWasTakenBack();
    void keepsTheNewer();
    void locksForTheTransaction_data();
    void locksForTheTransaction();

private:
    /// Takes the dossier as a batch would and, if it has records, keeps it. Counts the replays in m_replays.
    HeldDossiers::Held takeAndKeep(gateway::PlatformStore& store, HeldDossiers& held);
    qint64 add(gateway::PlatformStore& store, const domain::Event& event) {
        const protocol::Record record = m_chain->add(event);
        return store.write([&](Tables& tables) { return take(tables, desk, record); }).value_or(-1);
    }
    void seed() {
        m_replays = 0;
        m_chain = std::make_unique<test::RecordChain>(desk.id);
        QVERIFY(add(*m_first, received()) > 0);
    }

    std::unique_ptr<test::RecordChain> m_chain;
    int m_replays = 0;
};

namespace {

/// Counts how often a dossier's records are asked for.
class CountedRecords final : public gateway::RecordTable {
public:
    CountedRecords(gateway::RecordTable& records, int& replays) : m_records(records), m_replays(replays) {}

    base::Result<QByteArray> hashOf(qint64 station, qint64 seq) const override { return m_records.hashOf(station, seq); }
    base::Result<std::vector<protocol::Record>> ofStation(qint64 station, qint64 seq, int limit) const override {
        return m_records.ofStation(station, seq, limit);
    }
    base::Result<std::vector<gateway::HeldRecord>> ofDossier(domain::DossierId dossier) const override {
        ++m_replays;
        return m_records.ofDossier(dossier);
    }
    base::Result<std::vector<gateway::HeldRecord>> listings(qint64 after) const override { return m_records.listings(after); }
    base::Result<int> newestVersion(domain::DossierId dossier) const override { return m_records.newestVersion(dossier); }
    base::Outcome each(const Visit& visit) const override { return m_records.each(visit); }
    base::Result<std::vector<gateway::HeldRecord>> waiting() const override { return m_records.waiting(); }
    base::Outcome setWaits(qint64 cursor, gateway::Waits waits) override { return m_records.setWaits(cursor, waits); }
    base::Outcome add(const gateway::Peer& peer, std::span<const gateway::NewRecord> records, qint64 received) override {
        return m_records.add(peer, records, received);
    }

private:
    gateway::RecordTable& m_records;
    int& m_replays;
};

Tables counting(const Tables& tables, CountedRecords& records) {
    const Tables::Parts& parts = tables.parts();
    return Tables({parts.blobs, parts.books, parts.claims, parts.counts, parts.cursor, parts.dossiers, parts.enrolments, parts.faults, parts.feed,
        parts.heads, parts.heard, parts.leases, parts.people, records, parts.rows, parts.stations, parts.units, parts.uploads});
}

domain::PrintRecorded print() {
    return {QStringLiteral("form-01"), 1, QString(64, QLatin1Char('a')), {}, 7, {}, false};
}

}

HeldDossiers::Held tst_HeldDossiers::takeAndKeep(gateway::PlatformStore& store, HeldDossiers& held) {
    const auto taken = store.write([&](Tables& tables) {
        CountedRecords records(tables.parts().records, m_replays);
        Tables counted = counting(tables, records);
        return held.take(counted, dossier);
    });
    if (!taken)
        return {{}, -1};
    if (taken->stamp > 0)
        held.keep(*taken);
    return *taken;
}

void tst_HeldDossiers::replaysOnce() {
    seed();
    HeldDossiers held;
    const auto first = takeAndKeep(*m_first, held);
    QCOMPARE(first.dossier.id, dossier);
    QCOMPARE(first.dossier.code, QStringLiteral("H49.30-261122-0001"));
    QCOMPARE(m_replays, 1);
    const auto again = takeAndKeep(*m_first, held);
    QCOMPARE(base::toJson(again.dossier), base::toJson(first.dossier));
    QCOMPARE(again.stamp, first.stamp);
    QCOMPARE(m_replays, 1);
}

void tst_HeldDossiers::noticesAnotherProgram_data() {
    QTest::addColumn<bool>("changes");
    QTest::newRow("an event that changes the dossier") << true;
    // The dossier's own version stays as it is.
    QTest::newRow("an event that only adds") << false;
}

void tst_HeldDossiers::noticesAnotherProgram() {
    QFETCH(bool, changes);
    seed();
    HeldDossiers held;
    HeldDossiers theirs;
    const auto before = takeAndKeep(*m_first, held);
    QCOMPARE(takeAndKeep(*m_second, theirs).stamp, before.stamp);
    QVERIFY(add(*m_second, changes ? event(domain::DossierSubmitted(), 2) : event(print(), 0)) > before.stamp);
    m_replays = 0;
    const auto after = takeAndKeep(*m_first, held);
    QCOMPARE(m_replays, 1);
    QVERIFY(after.stamp > before.stamp);
    QCOMPARE(after.dossier.version, changes ? 2 : 1);
    QCOMPARE(after.dossier.prints, changes ? 0 : 1);
    QCOMPARE(base::toJson(takeAndKeep(*m_second, theirs).dossier), base::toJson(after.dossier));
}

void tst_HeldDossiers::noticesADossierThatIsNew() {
    HeldDossiers held;
    const auto none = takeAndKeep(*m_first, held);
    QCOMPARE(none.stamp, 0);
    QCOMPARE(none.dossier.version, 0);
    m_chain = std::make_unique<test::RecordChain>(desk.id);
    QVERIFY(add(*m_second, received()) > 0);
    QCOMPARE(takeAndKeep(*m_first, held).dossier.version, 1);
}

void tst_HeldDossiers::doesNotKeepWhatWasTakenBack() {
    seed();
    HeldDossiers held;
    const auto before = takeAndKeep(*m_first, held);
    const auto failed = m_first->write([&](Tables& tables) -> base::Outcome {
        const auto taken = held.take(tables, dossier);
        const auto added =
            taken ? take(tables, desk, test::RecordChain(*m_chain).add(event(domain::DossierSubmitted(), 2))) : base::fail(taken.error());
        return base::fail(added ? base::Error{QStringLiteral("test.changed-its-mind")} : added.error());
    });
    QCOMPARE(failed.error().code, QStringLiteral("test.changed-its-mind"));
    const auto after = takeAndKeep(*m_first, held);
    QCOMPARE(after.stamp, before.stamp);
    QCOMPARE(after.dossier.version, 1);
}

void tst_HeldDossiers::keepsTheNewer() {
    seed();
    HeldDossiers held;
    const auto older = takeAndKeep(*m_first, held);
    QVERIFY(add(*m_first, event(domain::DossierSubmitted(), 2)) > 0);
    const auto newer = takeAndKeep(*m_first, held);
    m_replays = 0;
    // A batch that was slow to say so.
    held.keep(older);
    QCOMPARE(takeAndKeep(*m_first, held).stamp, newer.stamp);
    QCOMPARE(m_replays, 0);
}

void tst_HeldDossiers::locksForTheTransaction_data() {
    QTest::addColumn<bool>("isNew");
    QTest::newRow("there") << false;
    QTest::newRow("new") << true;
}

void tst_HeldDossiers::locksForTheTransaction() {
    QFETCH(bool, isNew);
    m_chain = std::make_unique<test::RecordChain>(desk.id);
    if (!isNew)
        seed();
    const domain::Event mine = isNew ? received() : event(domain::DossierSubmitted(), 2);
    HeldDossiers held;
    HeldDossiers theirs;
    std::future<base::Result<HeldDossiers::Held>> other;
    const auto written = m_first->write([&](Tables& tables) -> base::Result<qint64> {
        const auto taken = held.take(tables, dossier);
        other = std::async(std::launch::async, [&] { return m_second->write([&](Tables& seen) { return theirs.take(seen, dossier); }); });
        // A store that does not lock lets the other look within this time, and it sees the dossier as it was.
        (void)other.wait_for(std::chrono::milliseconds(300));
        return taken ? take(tables, desk, m_chain->add(mine)) : base::fail(taken.error());
    });
    const auto found = other.get();
    QVERIFY(written);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toLogLine()));
    QCOMPARE(found->stamp, *written);
    QCOMPARE(found->dossier.version, isNew ? 1 : 2);
}

QTEST_GUILESS_MAIN(tst_HeldDossiers)
#include "tst_HeldDossiers.moc"
