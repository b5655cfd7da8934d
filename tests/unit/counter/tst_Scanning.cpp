#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::Scanning;
using test::CounterBench;

class tst_Scanning : public QObject {
    Q_OBJECT

private slots:
    void pagesAreKeptWhateverTheEnd_data();
    void pagesAreKeptWhateverTheEnd();
    void oneJobAtATime();
    void aScanGoesBeforeASearch();
    void pageThatCannotBeKeptEndsTheJob();
    void noDevice();
    void pdfCountsItsPages();
    void refusedFileIsNamed();
    void filesWaitTheirTurn();
    void filesOfWorkThatWasLeftAreNotRead();
    void stopGivesUpWhatWaits();
};

void tst_Scanning::pagesAreKeptWhateverTheEnd_data() {
    QTest::addColumn<QString>("code");
    for (const char* code : {"", "scan.jammed", "scan.cover-open", "scan.helper-died", "scan.device-gone", "scan.cancelled"})
        QTest::newRow(*code ? code : "success") << QString::fromLatin1(code);
}

void tst_Scanning::pagesAreKeptWhateverTheEnd() {
    QFETCH(QString, code);
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    QSignalSpy finished(&scanning, &Scanning::finished);
    QVERIFY(scanning.scan({}, bench.counter->intake().draft()).has_value());
    QCOMPARE(bench.scanner.lastRequest.device, QStringLiteral("test:0"));
    emit bench.scanner.job->pageRead(CounterBench::page("one"));
    emit bench.scanner.job->blankDropped(2);
    emit bench.scanner.job->pageRead(CounterBench::page("two"));
    emit bench.scanner.job->finished({code});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.front().at(0).value<base::Error>().code, code);
    QCOMPARE(scanning.pagesKept(), 2);
    QCOMPARE(scanning.blanksDropped(), 1);
    QVERIFY(!scanning.isBusy());
    QCOMPARE(bench.counter->intake().form().content().papers.front().pages.size(), 2u);
}

void tst_Scanning::oneJobAtATime() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    scanning.importFiles({QStringLiteral("a.pdf")}, bench.counter->intake().draft());
    QCOMPARE(scanning.scan({}, bench.counter->intake().draft()).error().code, QStringLiteral("scan.busy"));
    scanning.cancel();
    QVERIFY(!scanning.isBusy());
    scanning.cancel();
    QSignalSpy found(&scanning, &Scanning::devicesFound);
    scanning.findDevices();
    emit bench.scanner.job->finished({});
    QCOMPARE(found.count(), 1);
}

/// Whoever asked what there is hears that nothing more is known; nobody who scans waits for it.
void tst_Scanning::aScanGoesBeforeASearch() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    QSignalSpy found(&scanning, &Scanning::devicesFound);
    scanning.findDevices();
    scanning.findDevices();
    QVERIFY(!scanning.isBusy());
    const QPointer<test::ScriptedJob> search = bench.scanner.job;
    QVERIFY(scanning.scan({}, bench.counter->intake().draft()).has_value());
    QCOMPARE(found.count(), 1);
    QVERIFY(!search);
    QVERIFY(scanning.isBusy());
    scanning.findDevices();
    QCOMPARE(found.count(), 2);
    emit bench.scanner.job->finished({});
    scanning.findDevices();
    emit bench.scanner.job->finished({QStringLiteral("scan.helper-died")});
    QCOMPARE(found.count(), 3);
    QCOMPARE(found.last().at(0).value<base::Error>().code, QStringLiteral("scan.helper-died"));
}

void tst_Scanning::pageThatCannotBeKeptEndsTheJob() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    QSignalSpy finished(&scanning, &Scanning::finished);
    QVERIFY(scanning.scan({}, bench.counter->intake().draft()).has_value());
    bench.blobs.nextFailure = {QStringLiteral("blob.disk-full")};
    emit bench.scanner.job->pageRead(CounterBench::page("one"));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.front().at(0).value<base::Error>().code, QStringLiteral("blob.disk-full"));
    QCOMPARE(scanning.pagesKept(), 0);
}

void tst_Scanning::noDevice() {
    CounterBench bench;
    bench.seatClerk();
    bench.scanner.known.clear();
    QCOMPARE(bench.counter->scanning().scan({}, bench.counter->intake().draft()).error().code, QStringLiteral("scan.no-device"));
}

/// On the screen, in the draft and in the record.
void tst_Scanning::pdfCountsItsPages() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    scanning.importFiles({QStringLiteral("/a.pdf")}, bench.counter->intake().draft());
    domain::ports::ScannedPage pdf = CounterBench::page("%PDF-1.4");
    pdf.mediaType = QStringLiteral("application/pdf");
    pdf.pages = 3;
    emit bench.scanner.job->pageRead(pdf);
    emit bench.scanner.job->pageRead(CounterBench::page("one more"));
    emit bench.scanner.job->finished({});
    QCOMPARE(scanning.pagesKept(), 4);
    const auto& pages = bench.counter->intake().form().content().papers.front().pages;
    QCOMPARE(pages.size(), 2u);
    QCOMPARE(domain::countOf(pages), 4);
    const auto back = base::fromJson<domain::Page>(base::toJson(pages.front()));
    QCOMPARE(back.inside, std::optional<int>(3));
    QVERIFY(!base::toJson(pages.back()).contains(QLatin1String("inside")));
}

void tst_Scanning::refusedFileIsNamed() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    const QStringList files{QStringLiteral("/x/a.pdf"), QStringLiteral("/x/hộ khẩu.pdf"), QStringLiteral("/x/c.pdf")};
    scanning.importFiles(files, bench.counter->intake().draft());
    emit bench.scanner.job->finished({QStringLiteral("import.damaged"), {{QStringLiteral("file"), QStringLiteral("2")}}});
    QCOMPARE(scanning.refusedFile().name, QStringLiteral("hộ khẩu.pdf"));
    QCOMPARE(scanning.refusedFile().after, 1);
    QVERIFY(scanning.scan({}, bench.counter->intake().draft()).has_value());
    QCOMPARE(scanning.refusedFile().name, QString());
}

/// Chosen while others are read: none is refused, none is forgotten, whatever became of the one before.
void tst_Scanning::filesWaitTheirTurn() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    auto& draft = bench.counter->intake().draft();
    QSignalSpy finished(&scanning, &Scanning::finished);
    QSignalSpy told(&scanning, &Scanning::waitingChanged);
    QVERIFY(scanning.scan({}, draft).has_value());
    scanning.importFiles({QStringLiteral("/x/a.pdf"), QStringLiteral("/x/b.pdf")}, draft);
    scanning.importFiles({QStringLiteral("/x/c.pdf")}, draft);
    QCOMPARE(scanning.filesWaiting(), 3);
    QCOMPARE(told.count(), 2);
    emit bench.scanner.job->finished({});
    QCOMPARE(bench.scanner.lastFiles, (QStringList{QStringLiteral("/x/a.pdf"), QStringLiteral("/x/b.pdf")}));
    QCOMPARE(scanning.filesWaiting(), 1);
    QCOMPARE(scanning.scan({}, draft).error().code, QStringLiteral("scan.busy"));
    // By the time that it takes in its first page, the draft has a name; it is still the same work.
    emit bench.scanner.job->pageRead(CounterBench::page("one"));
    emit bench.scanner.job->finished({QStringLiteral("import.damaged"), {{QStringLiteral("file"), QStringLiteral("2")}}});
    QCOMPARE(scanning.refusedFile().name, QString());
    QCOMPARE(bench.scanner.lastFiles, QStringList{QStringLiteral("/x/c.pdf")});
    emit bench.scanner.job->pageRead(CounterBench::page("two"));
    emit bench.scanner.job->finished({});
    QVERIFY(!scanning.isBusy());
    QCOMPARE(finished.count(), 3);
    QCOMPARE(bench.counter->intake().form().content().papers.front().pages.size(), 2u);
}

/// Never into the next citizen's dossier.
void tst_Scanning::filesOfWorkThatWasLeftAreNotRead() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    auto& draft = bench.counter->intake().draft();
    QSignalSpy finished(&scanning, &Scanning::finished);
    scanning.importFiles({QStringLiteral("/x/a.pdf")}, draft);
    emit bench.scanner.job->pageRead(CounterBench::page("one"));
    scanning.importFiles({QStringLiteral("/x/b.pdf")}, draft);
    QVERIFY(draft.startNew().has_value());
    emit bench.scanner.job->finished({});
    QVERIFY(!scanning.isBusy());
    QCOMPARE(finished.count(), 2);
    QCOMPARE(finished.last().at(0).value<base::Error>().code, QStringLiteral("import.work-left"));
    QCOMPARE(bench.scanner.lastFiles, QStringList{QStringLiteral("/x/a.pdf")});
}

void tst_Scanning::stopGivesUpWhatWaits() {
    CounterBench bench;
    bench.seatClerk();
    Scanning& scanning = bench.counter->scanning();
    QSignalSpy finished(&scanning, &Scanning::finished);
    scanning.importFiles({QStringLiteral("/x/a.pdf")}, bench.counter->intake().draft());
    scanning.importFiles({QStringLiteral("/x/b.pdf")}, bench.counter->intake().draft());
    scanning.cancel();
    QVERIFY(!scanning.isBusy());
    QCOMPARE(finished.count(), 1);
}

QTEST_GUILESS_MAIN(tst_Scanning)
#include "tst_Scanning.moc"
