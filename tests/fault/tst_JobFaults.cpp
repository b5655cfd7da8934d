// The certified-copy job, failing at the 1st, 2nd, 3rd … call to the disk until none fails. After each fault the program is started
// again, the job is finished, and what it leaves is what a job without faults leaves.

#include "app/journal/log/Verify.h"
#include "tests/support/job/JobOutcome.h"
#include "tests/support/sqlite/FaultDisk.h"
#include "tests/support/sqlite/FaultVfs.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <numeric>

using namespace motcua;
using test::JobDesk;

namespace {

/// A disk whose calls can be made to fail.
struct Device {
    std::function<void(journal::StationOptions&)> putInto;
    std::function<void(int)> arm; ///< the n-th call from now fails
    std::function<void()> disarm;
    std::function<int()> calls;   ///< counted since arm()
    std::function<int()> strikes; ///< of them, how many failed
    std::function<QByteArray()> struckCall;
};

/// In memory where there is such a place: the faults are put in above the system's files, so what those lie on proves nothing.
QString fastDirectory() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/tst_JobFaults-XXXXXX");
}

/// What one fault did.
struct Trial {
    int calls = 0;
    int strikes = 0;
    QByteArray struckCall;
    QString wrong; ///< empty: finished as it should
};

}

class tst_JobFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyDatabaseCall_data();
    void everyDatabaseCall();
    void everyFileCall_data();
    void everyFileCall();

private:
    QString freshStation() { return m_directory.filePath(QStringLiteral("station-%1").arg(++m_stations)); }
    base::Result<QStringList> finish(JobDesk& desk, const QString& dossier);
    Trial failAt(int n, const Device& device);
    void sweep(const Device& device, bool lasting, const QSet<QByteArray>& mustFail);

    QTemporaryDir m_directory{fastDirectory()};
    QString m_template;     ///< a station as it is before its first citizen
    QStringList m_expected; ///< what a job without faults leaves
    int m_stations = 0;
};

void tst_JobFaults::initTestCase() {
    m_template = m_directory.filePath(QStringLiteral("template"));
    {
        JobDesk desk(m_template);
        QVERIFY(desk.create());
    }
    const QString dossier = freshStation();
    std::filesystem::copy(m_template.toStdString(), dossier.toStdString(), std::filesystem::copy_options::recursive);
    JobDesk desk(dossier);
    QVERIFY(desk.open());
    QVERIFY(desk.serve(1));
    const auto outcome = finish(desk, dossier);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toLogLine()));
    m_expected = *outcome;
    // Two citizens, each with a dossier, two pages, a number of their own, a fee and three papers: the comparison sees all of it.
    const QString lines = m_expected.join(QLatin1Char('\n'));
    for (const auto& [part, count] : {std::pair("dossier ", 2), {"page ", 4}, {"book 0000", 2}, {"fee-collected 10000", 2}, {"entry-registered", 2},
             {"print-recorded", 6}, {"drafts 0", 1}})
        QVERIFY2(lines.count(QLatin1String(part)) == count, qPrintable(QLatin1String(part) + QLatin1Char('\n') + lines));
}

/// Starts the program again, serves whoever was there and one more, and tells what is left. Errors: those of the job, "test.…".
base::Result<QStringList> tst_JobFaults::finish(JobDesk& desk, const QString& dossier) {
    if (const auto opened = desk.open(); !opened)
        return base::fail(opened.error());
    for (const int citizen : {1, 2})
        if (const auto served = desk.serve(citizen); !served)
            return base::fail(served.error());
    auto outcome = test::jobOutcome(desk, {1, 2});
    desk.close();
    const auto checked = journal::verify(dossier);
    if (outcome && (!checked || !checked->faults.empty()))
        return base::fail(QStringLiteral("test.does-not-verify"));
    return outcome;
}

Trial tst_JobFaults::failAt(int n, const Device& device) {
    const QString dossier = freshStation();
    std::filesystem::copy(m_template.toStdString(), dossier.toStdString(), std::filesystem::copy_options::recursive);
    Trial trial;
    {
        JobDesk desk(dossier);
        device.putInto(desk.options);
        if (const auto opened = desk.open(); !opened)
            return {0, 0, {}, opened.error().toLogLine()};
        device.arm(n);
        (void)desk.serve(1);
        trial = {device.calls(), device.strikes(), device.struckCall(), {}};
        device.disarm();
        const auto outcome = finish(desk, dossier);
        if (!outcome)
            trial.wrong = outcome.error().toLogLine();
        else if (*outcome != m_expected)
            trial.wrong = QStringLiteral("left\n%1\ninstead of\n%2").arg(outcome->join(QLatin1Char('\n')), m_expected.join(QLatin1Char('\n')));
    }
    std::filesystem::remove_all(dossier.toStdString());
    return trial;
}

/// `mustFail`: calls among which a fault must have fallen, else the sweep has missed what it is for.
void tst_JobFaults::sweep(const Device& device, bool lasting, const QSet<QByteArray>& mustFail) {
    std::vector<int> struck;
    QSet<QByteArray> kinds;
    for (int n = 1;; ++n) {
        const Trial trial = failAt(n, device);
        QVERIFY2(
            trial.wrong.isEmpty(), qPrintable(QStringLiteral("call %1 (%2): %3").arg(n).arg(QString::fromLatin1(trial.struckCall), trial.wrong)));
        if (trial.strikes == 0) {
            // The job has no call of this number: it made fewer, and all of them went well.
            QVERIFY(trial.calls < n);
            break;
        }
        QVERIFY(trial.calls >= n);
        QCOMPARE(trial.strikes, lasting ? trial.calls - n + 1 : 1);
        struck.push_back(n);
        kinds.insert(trial.struckCall);
    }
    std::vector<int> each(struck.size());
    std::iota(each.begin(), each.end(), 1);
    QCOMPARE(struck, each);
    QVERIFY2(kinds.contains(mustFail), qPrintable(QString::fromLatin1(kinds.values().join(", "))));
    qInfo("%zu faults, one at a time: %s", struck.size(), kinds.values().join(", ").constData());
}

void tst_JobFaults::everyDatabaseCall_data() {
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("one call fails") << false << false;
    QTest::newRow("the disk is gone") << false << true;
    QTest::newRow("one write finds the disk full") << true << false;
    QTest::newRow("the disk is full") << true << true;
}

void tst_JobFaults::everyDatabaseCall() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    test::FaultVfs vfs("job-faults");
    const Device device{[&](journal::StationOptions& options) { options.vfs = vfs.name(); },
        [&](int n) { vfs.arm(full ? test::VfsFault::DiskFull : test::VfsFault::Io, n, lasting); }, [&] { vfs.disarm(); }, [&] { return vfs.calls(); },
        [&] { return vfs.strikes(); }, [&] { return vfs.struckCall(); }};
    sweep(device, lasting, full ? QSet<QByteArray>{"write"} : QSet<QByteArray>{"write", "sync"});
}

void tst_JobFaults::everyFileCall_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("fails") << QStringLiteral("disk.failed");
    QTest::newRow("full") << QStringLiteral("disk.full");
}

void tst_JobFaults::everyFileCall() {
    QFETCH(QString, code);
    test::FaultDisk disk;
    const Device device{[&](journal::StationOptions& options) { options.disk = &disk; }, [&](int n) { disk.arm(n, code); }, [&] { disk.disarm(); },
        [&] { return disk.calls(); }, [&] { return disk.hasStruck() ? 1 : 0; }, [&] { return disk.struckCall(); }};
    sweep(device, false, {"write", "sync", "rename", "sync directory"});
}

QTEST_GUILESS_MAIN(tst_JobFaults)
#include "tst_JobFaults.moc"
