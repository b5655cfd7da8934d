// The certified-copy job, failing at the 1st, 2nd, 3rd … call to the disk until none fails.

#include "app/journal/Verify.h"
#include "tests/support/job/JobDesk.h"
#include "tests/support/sqlite/FaultDisk.h"
#include "tests/support/sqlite/FaultVfs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using test::JobDesk;

class tst_JobFaults : public QObject {
    Q_OBJECT

private slots:
    void everyDatabaseCall_data();
    void everyDatabaseCall();
    void everyFileCall_data();
    void everyFileCall();

private:
    static QString finishedRight(JobDesk& desk, const QString& folder);
};

/// Empty, or what is wrong with the day after the fault.
QString tst_JobFaults::finishedRight(JobDesk& desk, const QString& folder) {
    if (const auto opened = desk.open(); !opened)
        return QStringLiteral("does not open: ") + opened.error().toLogLine();
    if (const auto served = desk.serve(1); !served)
        return QStringLiteral("does not finish: ") + served.error().toLogLine();
    if (const auto served = desk.serve(2); !served)
        return QStringLiteral("serves nobody else: ") + served.error().toLogLine();
    for (const int citizen : {1, 2}) {
        const auto rows = desk.foldersOf(citizen);
        if (!rows || rows->size() != 1 || !rows->front().closed)
            return QStringLiteral("citizen %1 has %2 folders").arg(citizen).arg(rows ? rows->size() : 0);
        const auto opened = desk.counter().folders().open(rows->front().id);
        if (!opened || opened->dossier.papers.front().pages.size() != 2)
            return QStringLiteral("pages are missing");
        for (const domain::Page& page : opened->dossier.papers.front().pages)
            if (!desk.counter().folders().page(page.blob))
                return QStringLiteral("a page cannot be read");
        if (opened->dossier.collected != 10'000 || opened->dossier.rating != 5 || opened->dossier.entries.size() != 1)
            return QStringLiteral("something happened twice or not at all");
    }
    const auto entries = desk.book();
    if (!entries || entries->size() != 2 || entries->at(0).number != 1 || entries->at(1).number != 2)
        return QStringLiteral("the book has a gap or a double");
    if (!desk.counter().intake().drafts().empty())
        return QStringLiteral("a draft stayed behind");
    desk.close();
    const auto checked = journal::verify(folder);
    if (!checked || !checked->faults.empty())
        return QStringLiteral("the journal does not verify");
    return {};
}

void tst_JobFaults::everyDatabaseCall_data() {
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("one call fails") << false << false;
    QTest::newRow("the disk is gone") << false << true;
    QTest::newRow("the disk is full") << true << true;
}

void tst_JobFaults::everyDatabaseCall() {
    QFETCH(bool, full);
    QFETCH(bool, lasting);
    test::FaultVfs vfs("job-faults");
    bool struck = true;
    int faults = 0;
    for (int n = 1; struck; ++n) {
        QTemporaryDir folder;
        JobDesk desk(folder.filePath(QStringLiteral("station")));
        desk.options.vfs = vfs.name();
        QVERIFY(desk.create().has_value());
        vfs.arm(full ? test::VfsFault::DiskFull : test::VfsFault::Io, n, lasting);
        (void)desk.serve(1);
        struck = vfs.hasStruck();
        vfs.disarm();
        faults += struck ? 1 : 0;
        const QString wrong = finishedRight(desk, folder.filePath(QStringLiteral("station")));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("call %1: %2").arg(n).arg(wrong)));
    }
    QVERIFY(faults > 10);
}

void tst_JobFaults::everyFileCall_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("fails") << QStringLiteral("disk.failed");
    QTest::newRow("full") << QStringLiteral("disk.full");
}

void tst_JobFaults::everyFileCall() {
    QFETCH(QString, code);
    bool struck = true;
    int faults = 0;
    for (int n = 1; struck; ++n) {
        QTemporaryDir folder;
        test::FaultDisk disk;
        JobDesk desk(folder.filePath(QStringLiteral("station")));
        desk.options.disk = &disk;
        QVERIFY(desk.create().has_value());
        disk.arm(n, code);
        (void)desk.serve(1);
        struck = disk.hasStruck();
        disk.disarm();
        faults += struck ? 1 : 0;
        const QString wrong = finishedRight(desk, folder.filePath(QStringLiteral("station")));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("call %1: %2").arg(n).arg(wrong)));
    }
    QVERIFY(faults > 4);
}

QTEST_GUILESS_MAIN(tst_JobFaults)
#include "tst_JobFaults.moc"
