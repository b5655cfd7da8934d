// Every disk call of the journal's work fails once: afterwards nothing is lost, doubled or skipped, and the work can go on.

#include "app/journal/log/Verify.h"
#include "tests/support/sqlite/FaultDisk.h"
#include "tests/support/sqlite/FaultVfs.h"
#include "tests/support/sqlite/StationBench.h"

#include <QTest>

#include <functional>

using namespace motcua;
using test::FaultDisk;
using test::FaultVfs;
using test::StationBench;
using test::VfsFault;

class tst_JournalFaults : public QObject {
    Q_OBJECT

private slots:
    void append_data() { faults(); }
    void append();
    void draft_data() { faults(); }
    void draft();
    void receive_data() { faults(); }
    void receive();
    void blobRow_data() { faults(); }
    void blobRow();
    void blobFile_data();
    void blobFile();
    void create();

private:
    static void faults();
    /// Calls `work` with the 1st, 2nd, 3rd … call failing until none fails; after each fault reopens and calls `check` with
    /// what `work` had claimed.
    void sweep(VfsFault fault, bool lasting, const std::function<base::Outcome(StationBench&, int)>& work,
        const std::function<void(StationBench&, int, bool)>& check);
};

namespace {

constexpr int mostCalls = 2000;

void verifyWhole(const StationBench& bench) {
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification);
    QVERIFY2(verification->faults.empty(), verification->faults.empty() ? "" : qPrintable(verification->faults.front().place));
}

/// The station's n-th decision: it takes the book's n-th number.
std::vector<domain::Event> decision(StationBench& bench, int number) {
    auto events = bench.job(number).events();
    events.resize(4);
    return events;
}

}

void tst_JournalFaults::faults() {
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("one call fails") << false << false;
    QTest::newRow("the disk is gone") << false << true;
    QTest::newRow("full once") << true << false;
    QTest::newRow("stays full") << true << true;
}

void tst_JournalFaults::sweep(VfsFault fault, bool lasting, const std::function<base::Outcome(StationBench&, int)>& work,
    const std::function<void(StationBench&, int, bool)>& check) {
    FaultVfs vfs("motcua-fault");
    StationBench bench;
    bench.vfs = vfs.name();
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    int strikes = 0;
    for (int n = 1; n <= mostCalls; ++n) {
        vfs.arm(fault, n, lasting);
        const base::Outcome claimed = work(bench, n);
        const bool struck = vfs.hasStruck();
        vfs.disarm();
        bench.close();
        QVERIFY2(bench.open(), "reopened");
        const auto unlocked = bench.unlock();
        QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().toLogLine()));
        check(bench, n, bool(claimed));
        if (QTest::currentTestFailed())
            return;
        if (!struck) {
            QVERIFY(claimed);
            QVERIFY(strikes > 0);
            bench.close();
            verifyWhole(bench);
            return;
        }
        ++strikes;
    }
    QFAIL("the sweep does not end");
}

void tst_JournalFaults::append() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    int taken = 0;
    std::optional<domain::DossierId> tried;
    sweep(
        full ? VfsFault::DiskFull : VfsFault::Io, lasting,
        [&](StationBench& bench, int) {
            auto events = decision(bench, taken + 1);
            tried = events.front().dossier;
            return bench.unlocked().journal().append(events).map([](qint64) { return base::Done{}; });
        },
        [&](StationBench& bench, int n, bool claimed) {
            const auto history = bench.unlocked().journal().history(*tried);
            QVERIFY(history);
            // A commit whose sync failed may or may not have reached the disk; all of it or none of it, and never denied.
            QVERIFY2(history->empty() || history->size() == 4, qPrintable(QString::number(n)));
            QVERIFY(!claimed || history->size() == 4);
            if (!history->empty())
                ++taken;
            QCOMPARE(bench.unlocked().archive().volume(bench.volume)->lastNumber, taken);
            QCOMPARE(bench.unlocked().head()->seq, qint64(taken) * 4);
            QCOMPARE(bench.unlocked().archive().entries(bench.volume)->size(), size_t(taken));
        });
}

void tst_JournalFaults::draft() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    const auto id = domain::DraftId::make(1);
    QByteArray kept;
    QByteArray tried;
    sweep(
        full ? VfsFault::DiskFull : VfsFault::Io, lasting,
        [&](StationBench& bench, int n) {
            tried = QByteArray(3000, static_cast<char>('a' + n % 26)) + QByteArray::number(n);
            return bench.unlocked().drafts().save({id, bench.clerk, bench.clock.now(), tried});
        },
        [&](StationBench& bench, int, bool claimed) {
            const auto drafts = bench.unlocked().drafts().drafts(bench.clerk);
            QVERIFY(drafts);
            QVERIFY(drafts->size() <= 1);
            const QByteArray found = drafts->empty() ? QByteArray() : drafts->front().content;
            QVERIFY(found == tried || found == kept);
            QVERIFY(!claimed || found == tried);
            kept = found;
        });
}

void tst_JournalFaults::receive() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    qint64 cursor = 1;
    const auto other = domain::StationId::make(77);
    sweep(
        full ? VfsFault::DiskFull : VfsFault::Io, lasting,
        [&](StationBench& bench, int n) {
            auto job = bench.job(1000 + n);
            job.station = other;
            const auto events = job.events();
            const qint64 seq = cursor;
            return bench.unlocked().syncStore().receive(
                {StationBench::recordItem(cursor + 1, seq, events[0]), StationBench::recordItem(cursor + 2, seq + 1, events[1])});
        },
        [&](StationBench& bench, int n, bool claimed) {
            const auto found = bench.unlocked().syncStore().feedCursor();
            QVERIFY(found);
            QVERIFY(*found == cursor || *found == cursor + 2);
            QVERIFY(!claimed || *found == cursor + 2);
            const auto rows = bench.unlocked().archive().search(bench.job(1000 + n).personalId(), 5);
            QVERIFY(rows);
            QCOMPARE(rows->size(), size_t(*found == cursor ? 0 : 1));
            cursor = *found;
        });
}

void tst_JournalFaults::blobRow() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    QByteArray content;
    sweep(
        full ? VfsFault::DiskFull : VfsFault::Io, lasting,
        [&](StationBench& bench, int n) {
            content = QByteArray(20'000, static_cast<char>(n)) + QByteArray::number(n);
            return bench.unlocked().blobs().put(content).map([](const QString&) { return base::Done{}; });
        },
        [&](StationBench& bench, int, bool claimed) {
            const auto again = bench.unlocked().blobs().put(content);
            QVERIFY(again);
            QCOMPARE(*bench.unlocked().blobs().read(*again), content);
            Q_UNUSED(claimed)
        });
}

void tst_JournalFaults::blobFile_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("failed") << "disk.failed"
                            << "blob.write-failed";
    QTest::newRow("full") << "disk.full"
                          << "blob.disk-full";
}

void tst_JournalFaults::blobFile() {
    QFETCH(QString, code);
    QFETCH(QString, expected);
    FaultDisk disk;
    StationBench bench;
    bench.disk = &disk;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    for (int n = 1; n <= mostCalls; ++n) {
        const QByteArray content = QByteArray(5000, static_cast<char>(n)) + code.toUtf8() + QByteArray::number(n);
        disk.arm(n, code);
        const auto put = bench.unlocked().blobs().put(content);
        const bool struck = disk.hasStruck();
        disk.disarm();
        QCOMPARE(bool(put), !struck);
        if (!put)
            QCOMPARE(put.error().code, expected);
        bench.close();
        QVERIFY(bench.open());
        QVERIFY(bench.unlock());
        const auto again = bench.unlocked().blobs().put(content);
        QVERIFY(again);
        QCOMPARE(*bench.unlocked().blobs().read(*again), content);
        if (!struck) {
            QVERIFY(n > 4);
            bench.close();
            return verifyWhole(bench);
        }
    }
    QFAIL("the sweep does not end");
}

void tst_JournalFaults::create() {
    FaultVfs vfs("motcua-fault-create");
    for (int n = 1; n <= mostCalls; ++n) {
        StationBench bench;
        bench.vfs = vfs.name();
        vfs.arm(VfsFault::Io, n, true);
        const auto created = bench.create();
        const bool struck = vfs.hasStruck();
        vfs.disarm();
        if (!struck) {
            QVERIFY(created);
            QVERIFY(n > 1);
            return;
        }
        bench.close();
        // Either nothing is there, and creating can be repeated, or all of it is.
        const auto opened = bench.open();
        if (!opened) {
            QCOMPARE(opened.error().code, QStringLiteral("journal.missing"));
            QVERIFY2(bench.create(), qPrintable(QString::number(n)));
        }
        QVERIFY(bench.unlock());
    }
    QFAIL("the sweep does not end");
}

QTEST_GUILESS_MAIN(tst_JournalFaults)
#include "tst_JournalFaults.moc"
