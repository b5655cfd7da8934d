#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::Inbox;
using test::CounterBench;

/// What the watched directory brings: each file whole or not at all.
class tst_Inbox : public QObject {
    Q_OBJECT

private slots:
    void directories_data();
    void directories();
    void fileIsTakenWhole();
    void refusedFileLeavesNothing();
    void fileThatCannotBeSealedLeavesNothing();
    void draftThatCannotBeSavedLeavesNothing();
    void separatorSheetsAreNoPages();
    void aSearchForScannersKeepsNothingWaiting();
    void waitsForTheScan();
    void forgetsAtTheLock();
};

namespace {

const QString file = QStringLiteral("/inbox/scan.pdf");

/// A bench with a clerk, and all that the inbox says.
struct Stand {
    Stand() { bench.seatClerk(); }
    void bring(const QString& path, const QList<QByteArray>& pages) {
        for (const QByteArray& page : pages)
            inbox.addPage(path, CounterBench::page(page));
        inbox.finishFile(path);
    }
    size_t pages() const {
        size_t count = 0;
        for (const domain::Paper& paper : bench.counter->intake().form().content().papers)
            count += paper.pages.size();
        return count;
    }
    QString lastError() const { return failed.isEmpty() ? QString() : failed.last().at(1).value<base::Error>().code; }

    CounterBench bench;
    Inbox& inbox = bench.counter->inbox();
    QSignalSpy taken{&inbox, &Inbox::pagesTaken};
    QSignalSpy kept{&inbox, &Inbox::fileKept};
    QSignalSpy failed{&inbox, &Inbox::failed};
};

}

void tst_Inbox::directories_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("error");
    QTest::newRow("path") << "/srv/scans"
                          << "/srv/scans"
                          << "";
    QTest::newRow("untidy") << "  /srv//scans/ "
                            << "/srv/scans"
                            << "";
    QTest::newRow("relative") << "scans"
                              << "/before"
                              << "watch.not-absolute";
    QTest::newRow("none") << "  "
                          << ""
                          << "";
    QTest::newRow("the same") << "/before/"
                              << "/before"
                              << "";
}

void tst_Inbox::directories() {
    QFETCH(QString, typed);
    QFETCH(QString, error);
    Stand stand;
    QVERIFY(stand.inbox.setDossier(QStringLiteral("/before")));
    QSignalSpy changed(&stand.inbox, &Inbox::directoryChanged);
    const auto set = stand.inbox.setDossier(typed);
    QCOMPARE(set ? QString() : set.error().code, error);
    QTEST(stand.inbox.directory(), "directory");
    QCOMPARE(changed.count(), stand.inbox.directory() == QLatin1String("/before") ? 0 : 1);
}

void tst_Inbox::fileIsTakenWhole() {
    Stand stand;
    stand.inbox.addPage(file, CounterBench::page("one", {CounterBench::card()}));
    QCOMPARE(stand.pages(), 0u);
    stand.inbox.addPage(file, CounterBench::page("two"));
    stand.inbox.finishFile(file);
    QCOMPARE(stand.pages(), 2u);
    QCOMPARE(stand.taken.last().at(0).toInt(), 2);
    QCOMPARE(stand.kept.last().at(0).toString(), file);
    QCOMPARE(stand.failed.count(), 0);
    QCOMPARE(stand.bench.counter->intake().form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    // On disk, not only on the screen: the program dies and comes back.
    stand.bench.restart();
    stand.bench.seatClerk();
    QCOMPARE(stand.pages(), 2u);
}

void tst_Inbox::refusedFileLeavesNothing() {
    Stand stand;
    stand.inbox.addPage(file, CounterBench::page("one"));
    stand.inbox.refuseFile(file, {QStringLiteral("import.damaged")});
    QCOMPARE(stand.failed.last().at(0).toString(), QStringLiteral("scan.pdf"));
    QCOMPARE(stand.lastError(), QStringLiteral("import.damaged"));
    stand.bring(QStringLiteral("/inbox/good.pdf"), {"two"});
    QCOMPARE(stand.pages(), 1u);
    QCOMPARE(stand.kept.count(), 1);
    stand.inbox.finishFile(file);
    QCOMPARE(stand.kept.count(), 1);
    QCOMPARE(stand.failed.count(), 2);
}

void tst_Inbox::fileThatCannotBeSealedLeavesNothing() {
    Stand stand;
    stand.bench.blobs.nextFailure = {QStringLiteral("blob.disk-full")};
    stand.bring(file, {"one", "two"});
    QCOMPARE(stand.lastError(), QStringLiteral("blob.disk-full"));
    QCOMPARE(stand.kept.count(), 0);
    QVERIFY(stand.bench.counter->intake().form().isBlank());
    stand.bench.blobs.nextFailure = {};
    stand.bring(file, {"one", "two"});
    QCOMPARE(stand.kept.count(), 1);
    QCOMPARE(stand.pages(), 2u);
}

void tst_Inbox::draftThatCannotBeSavedLeavesNothing() {
    Stand stand;
    stand.bench.counter->intake().form().setNote(QStringLiteral("typed before"));
    stand.bench.drafts.nextFailure = {QStringLiteral("draft.disk-full")};
    stand.bring(file, {"one", "two"});
    QCOMPARE(stand.lastError(), QStringLiteral("draft.disk-full"));
    QCOMPARE(stand.kept.count(), 0);
    QCOMPARE(stand.pages(), 0u);
    QCOMPARE(stand.bench.counter->intake().form().content().note, QStringLiteral("typed before"));
}

void tst_Inbox::separatorSheetsAreNoPages() {
    Stand stand;
    const QStringList next{QLatin1String(domain::nextPaperCode)};
    stand.inbox.addPage(file, CounterBench::page("one"));
    stand.inbox.addPage(file, CounterBench::page("sheet", next));
    stand.inbox.addPage(file, CounterBench::page("two"));
    stand.inbox.finishFile(file);
    QCOMPARE(stand.taken.last().at(0).toInt(), 2);
    QCOMPARE(stand.pages(), 2u);
    stand.inbox.addPage(file, CounterBench::page("sheet", next));
    stand.inbox.finishFile(file);
    QCOMPARE(stand.taken.last().at(0).toInt(), 0);
    QCOMPARE(stand.kept.count(), 2);
    // The scanner's own count says the same.
    counter::Scanning& scanning = stand.bench.counter->scanning();
    QVERIFY(scanning.scan({}, stand.bench.counter->intake().draft()));
    emit stand.bench.scanner.job->pageRead(CounterBench::page("three"));
    emit stand.bench.scanner.job->pageRead(CounterBench::page("sheet", next));
    QCOMPARE(scanning.pagesKept(), 1);
}

void tst_Inbox::aSearchForScannersKeepsNothingWaiting() {
    Stand stand;
    stand.bench.counter->scanning().findDevices();
    stand.bring(file, {"one"});
    QCOMPARE(stand.kept.count(), 1);
    QCOMPARE(stand.pages(), 1u);
}

void tst_Inbox::waitsForTheScan() {
    Stand stand;
    counter::Scanning& scanning = stand.bench.counter->scanning();
    QVERIFY(scanning.scan({}, stand.bench.counter->intake().draft()));
    emit stand.bench.scanner.job->pageRead(CounterBench::page("scan 1"));
    stand.bring(file, {"file 1", "file 2"});
    QCOMPARE(stand.kept.count(), 0);
    emit stand.bench.scanner.job->pageRead(CounterBench::page("scan 2"));
    QCOMPARE(stand.pages(), 2u);
    emit stand.bench.scanner.job->finished({});
    QCOMPARE(stand.kept.count(), 1);
    QStringList order;
    for (size_t i = 0; i < stand.pages(); ++i)
        order << QString::fromUtf8(stand.bench.counter->intake().draft().pageContent(0, static_cast<int>(i)).value_or(QByteArray()));
    QCOMPARE(order, (QStringList{"scan 1", "scan 2", "file 1", "file 2"}));
}

void tst_Inbox::forgetsAtTheLock() {
    Stand stand;
    counter::Scanning& scanning = stand.bench.counter->scanning();
    QVERIFY(scanning.scan({}, stand.bench.counter->intake().draft()));
    stand.bring(file, {"one"});
    stand.inbox.addPage(QStringLiteral("/inbox/second.pdf"), CounterBench::page("half"));
    stand.inbox.forget();
    emit stand.bench.scanner.job->finished({});
    QCOMPARE(stand.kept.count(), 0);
    QCOMPARE(stand.pages(), 0u);
    QVERIFY(stand.failed.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Inbox)
#include "tst_Inbox.moc"
