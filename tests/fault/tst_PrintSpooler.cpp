// What a counter's printing does when the spooler does not do as it should. A real cupsd, never a stand-in.

#include "app/paper/CupsPrinter.h"
#include "app/trial/PrivateCups.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using motcua::base::Result;
using motcua::domain::ports::JobFate;
using motcua::domain::ports::JobState;
using motcua::domain::ports::PrintJob;
using motcua::domain::ports::PrintReceipt;
using motcua::domain::ports::PrintRequest;
using motcua::domain::ports::SoughtJob;
using motcua::paper::CupsPrinter;
using motcua::trial::PrivateCups;
using namespace std::chrono_literals;

class tst_PrintSpooler : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_cups.reset(); }

    void printsExactlyTheBytes();
    void printsToTheDefaultQueue();
    void listsQueues();
    void noDefaultQueue();
    void unknownQueue_data();
    void unknownQueue();
    void stoppedQueueKeepsTheJob();
    void stoppedJobIsWithdrawn();
    void jobThatCameOutCannotBeWithdrawn();
    void jobTakenOutByHandIsGone();
    void withdrawalNeedsTheSpooler();
    void paperOut();
    void reasonsOfAStandstill_data();
    void reasonsOfAStandstill();
    void reportsStopNothing();
    void rejectingQueue();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void noSpooler();
    void frozenSpooler();
    void killedWhileSending();
    void worksAgainAfterRestart();
    void closingWhileWaiting();
    void isFoundByItsTicket();
    void whatIsNotThereIsCertainOnlyWithAMemory();
    void isFoundAmongMany();
    void aSpoolerThatIsNotThereFindsNothing();
    void asManyCopiesAsTheQueueSays();
    void noMoreCopiesThanTheQueueTakes();

private:
    CupsPrinter::Options options() const { return {m_cups->server(), 20s, 2s}; }
    static PrintRequest request(const QString& queue, qsizetype bytes = 30'000);
    static Result<PrintReceipt> wait(QFuture<Result<PrintReceipt>> future) { return future.result(); }

    /// A job that waits in a queue that stands still.
    PrintJob stoppedJob(CupsPrinter& printer);

    std::unique_ptr<PrivateCups> m_cups;
};

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#define VERIFY_FAILED(result, expected)                                                                                                              \
    do {                                                                                                                                             \
        const auto outcome = (result);                                                                                                               \
        QVERIFY(!outcome);                                                                                                                           \
        QCOMPARE(outcome.error().code, QStringLiteral(expected));                                                                                    \
    } while (false)

}

void tst_PrintSpooler::init() {
    m_cups = std::make_unique<PrivateCups>();
    QVERIFY2(m_cups->start(), "cupsd does not start: is the package cups installed, and is this root?");
}

PrintRequest tst_PrintSpooler::request(const QString& queue, qsizetype bytes) {
    QByteArray pdf(bytes, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (char& byte : pdf)
        byte = static_cast<char>(generator.generate());
    pdf.replace(0, 9, "%PDF-1.4\n");
    return {pdf, QStringLiteral("Form 01"), queue, QStringLiteral("A5"), 1};
}

void tst_PrintSpooler::printsExactlyTheBytes() {
    QVERIFY(m_cups->addQueue("counter"));
    CupsPrinter printer(options());
    const PrintRequest sheet = request("counter", 700'001);
    const auto receipt = wait(printer.print(sheet));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toLogLine()));
    QCOMPARE(receipt->queue, QStringLiteral("counter"));
    QVERIFY(receipt->job > 0);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_cups->output("counter")), 20'000);
    const QByteArray printed = contents(m_cups->output("counter"));
    QVERIFY(printed == sheet.pdf);
    QCOMPARE(receipt->sha256.toLatin1(), QCryptographicHash::hash(printed, QCryptographicHash::Sha256).toHex());
}

void tst_PrintSpooler::printsToTheDefaultQueue() {
    QVERIFY(m_cups->addQueue("a") && m_cups->addQueue("b") && m_cups->makeDefault("b"));
    CupsPrinter printer(options());
    const auto receipt = wait(printer.print(request({})));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toLogLine()));
    QCOMPARE(receipt->queue, QStringLiteral("b"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_cups->output("b")), 20'000);
    QVERIFY(!QFile::exists(m_cups->output("a")));
}

void tst_PrintSpooler::listsQueues() {
    CupsPrinter printer(options());
    const auto none = printer.queues().result();
    QVERIFY(none);
    QCOMPARE(*none, QStringList());
    QVERIFY(m_cups->addQueue("a") && m_cups->addQueue("b") && m_cups->addQueue("c") && m_cups->makeDefault("b"));
    const auto all = printer.queues().result();
    QVERIFY(all);
    QCOMPARE(*all, QStringList({"b", "a", "c"}));
}

void tst_PrintSpooler::noDefaultQueue() {
    CupsPrinter printer(options());
    VERIFY_FAILED(wait(printer.print(request({}))), "print.no-queue");
}

void tst_PrintSpooler::unknownQueue_data() {
    QTest::addColumn<QString>("queue");
    QTest::newRow("unknown") << "nowhere";
    QTest::newRow("not a name") << "a/../b?c d";
    QTest::newRow("in Vietnamese") << "Máy in quầy";
}

void tst_PrintSpooler::unknownQueue() {
    QFETCH(QString, queue);
    CupsPrinter printer(options());
    const auto receipt = wait(printer.print(request(queue)));
    VERIFY_FAILED(receipt, "print.no-queue");
    QCOMPARE(receipt.error().detail.value("queue"), queue);
}

void tst_PrintSpooler::stoppedQueueKeepsTheJob() {
    QVERIFY(m_cups->addQueue("counter") && m_cups->stopQueue("counter"));
    CupsPrinter printer(options());
    const PrintRequest sheet = request("counter");
    VERIFY_FAILED(wait(printer.print(sheet)), "print.stopped");
    QCOMPARE(m_cups->jobs().size(), 1);
    QVERIFY(m_cups->resumeQueue("counter"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_cups->output("counter")), 20'000);
    QVERIFY(contents(m_cups->output("counter")) == sheet.pdf);
}

PrintJob tst_PrintSpooler::stoppedJob(CupsPrinter& printer) {
    PrintJob job;
    [&] {
        QVERIFY(m_cups->addQueue("counter") && m_cups->stopQueue("counter"));
        const auto receipt = wait(printer.print(request("counter")));
        VERIFY_FAILED(receipt, "print.stopped");
        job = {receipt.error().detail.value("queue"), receipt.error().detail.value("job").toInt()};
        QVERIFY(job.number > 0);
    }();
    return job;
}

#define COMPARE_FATE(result, expected)                                                                                                               \
    do {                                                                                                                                             \
        const auto fate = (result);                                                                                                                  \
        QVERIFY2(fate, fate ? "" : qPrintable(fate.error().toLogLine()));                                                                            \
        QVERIFY(fate->fate == (expected));                                                                                                           \
    } while (false)

/// Nothing of it comes out when the printer goes on.
void tst_PrintSpooler::stoppedJobIsWithdrawn() {
    CupsPrinter printer(options());
    const PrintJob job = stoppedJob(printer);
    COMPARE_FATE(printer.fateOf(job).result(), JobFate::Waits);
    COMPARE_FATE(printer.withdraw(job).result(), JobFate::Gone);
    QCOMPARE(m_cups->jobs().size(), 0);
    QVERIFY(m_cups->resumeQueue("counter"));
    const auto next = wait(printer.print(request("counter", 20'000)));
    QVERIFY2(next, next ? "" : qPrintable(next.error().toLogLine()));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_cups->output("counter")), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(contents(m_cups->output("counter")).size(), 20'000, 20'000);
    COMPARE_FATE(printer.fateOf(job).result(), JobFate::Gone);
}

void tst_PrintSpooler::jobThatCameOutCannotBeWithdrawn() {
    CupsPrinter printer(options());
    const PrintJob job = stoppedJob(printer);
    QVERIFY(m_cups->resumeQueue("counter"));
    QTRY_VERIFY_WITH_TIMEOUT(printer.fateOf(job).result().value_or(JobState()).fate == JobFate::CameOut, 20'000);
    COMPARE_FATE(printer.withdraw(job).result(), JobFate::CameOut);
    QCOMPARE(contents(m_cups->output("counter")).size(), 30'000);
}

void tst_PrintSpooler::jobTakenOutByHandIsGone() {
    CupsPrinter printer(options());
    const PrintJob job = stoppedJob(printer);
    QVERIFY(m_cups->cancelJobs("counter"));
    COMPARE_FATE(printer.fateOf(job).result(), JobFate::Gone);
    COMPARE_FATE(printer.withdraw(job).result(), JobFate::Gone);
    COMPARE_FATE(printer.withdraw({QStringLiteral("counter"), 4711}).result(), JobFate::Gone);
}

void tst_PrintSpooler::withdrawalNeedsTheSpooler() {
    CupsPrinter printer(options());
    const PrintJob job = stoppedJob(printer);
    m_cups->kill();
    VERIFY_FAILED(printer.withdraw(job).result(), "print.spooler-unreachable");
}

void tst_PrintSpooler::paperOut() {
    QVERIFY(m_cups->addQueue("counter", "media-empty-error"));
    auto with = options();
    with.settle = 15s;
    CupsPrinter printer(with);
    const auto receipt = wait(printer.print(request("counter")));
    VERIFY_FAILED(receipt, "print.stopped");
    QCOMPARE(receipt.error().detail.value("reason"), QStringLiteral("media-empty-error"));
}

/// Without a severity they mean an error.
void tst_PrintSpooler::reasonsOfAStandstill_data() {
    QTest::addColumn<QString>("reason");
    for (const char* reason : {"door-open", "toner-empty", "input-tray-missing", "output-area-full"})
        QTest::newRow(reason) << QString::fromLatin1(reason);
}

void tst_PrintSpooler::reasonsOfAStandstill() {
    QFETCH(QString, reason);
    QVERIFY(m_cups->addQueue("counter", reason));
    auto with = options();
    with.settle = 15s;
    CupsPrinter printer(with);
    const auto receipt = wait(printer.print(request("counter")));
    VERIFY_FAILED(receipt, "print.stopped");
    QCOMPARE(receipt.error().detail.value("reason"), reason);
}

void tst_PrintSpooler::reportsStopNothing() {
    QVERIFY(m_cups->addQueue("counter", "media-empty-report"));
    CupsPrinter printer(options());
    const auto receipt = wait(printer.print(request("counter")));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toLogLine()));
}

void tst_PrintSpooler::rejectingQueue() {
    QVERIFY(m_cups->addQueue("counter") && m_cups->rejectJobs("counter"));
    CupsPrinter printer(options());
    VERIFY_FAILED(wait(printer.print(request("counter"))), "print.refused");
    QCOMPARE(m_cups->jobs().size(), 0);
}

void tst_PrintSpooler::refusesBadRequests_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("media");
    QTest::addColumn<int>("copies");
    QTest::addColumn<QString>("reason");
    const QByteArray pdf("%PDF-1.4\n");
    QTest::newRow("nothing") << QByteArray() << "A4" << 1 << "not-a-pdf";
    QTest::newRow("no PDF") << QByteArray("hello") << "A4" << 1 << "not-a-pdf";
    QTest::newRow("no copy") << pdf << "A4" << 0 << "copies";
    QTest::newRow("too many") << pdf << "A4" << 101 << "copies";
    QTest::newRow("media") << pdf << "A0" << 1 << "media";
}

void tst_PrintSpooler::refusesBadRequests() {
    QFETCH(QByteArray, pdf);
    QFETCH(QString, media);
    QFETCH(int, copies);
    QFETCH(QString, reason);
    QVERIFY(m_cups->addQueue("counter"));
    CupsPrinter printer(options());
    const auto receipt = wait(printer.print({pdf, "t", "counter", media, copies}));
    VERIFY_FAILED(receipt, "print.refused");
    QCOMPARE(receipt.error().detail.value("reason"), reason);
    QCOMPARE(m_cups->jobs().size(), 0);
}

void tst_PrintSpooler::noSpooler() {
    m_cups->kill();
    CupsPrinter printer(options());
    VERIFY_FAILED(wait(printer.print(request("counter"))), "print.spooler-unreachable");
    VERIFY_FAILED(printer.queues().result(), "print.spooler-unreachable");
}

void tst_PrintSpooler::frozenSpooler() {
    QVERIFY(m_cups->addQueue("counter"));
    auto with = options();
    with.timeout = 700ms;
    CupsPrinter printer(with);
    m_cups->freeze();
    auto printing = printer.print(request("counter"));
    auto listing = printer.queues();
    QVERIFY(!printing.isFinished()); // asked, not waited for
    VERIFY_FAILED(wait(printing), "print.timed-out");
    VERIFY_FAILED(listing.result(), "print.timed-out");
}

void tst_PrintSpooler::killedWhileSending() {
    QVERIFY(m_cups->addQueue("counter"));
    CupsPrinter printer(options());
    auto printing = printer.print(request("counter", 200'000'000));
    const auto documentArrives = [this] {
        QDirIterator files(m_cups->spoolDirectory(), QDir::Files);
        while (files.hasNext())
            if (QFileInfo(files.next()).size() > 100'000)
                return true;
        return false;
    };
    const QDeadlineTimer soon(15s);
    while (!documentArrives() && !printing.isFinished() && !soon.hasExpired()) {
    }
    m_cups->freeze();
    QVERIFY2(!printing.isFinished(), "the spooler was quicker than the test");
    m_cups->kill();
    const auto receipt = wait(printing);
    VERIFY_FAILED(receipt, "print.spooler-unreachable");
    QVERIFY(!QFile::exists(m_cups->output("counter")));
}

void tst_PrintSpooler::worksAgainAfterRestart() {
    QVERIFY(m_cups->addQueue("counter"));
    CupsPrinter printer(options());
    m_cups->kill();
    VERIFY_FAILED(wait(printer.print(request("counter"))), "print.spooler-unreachable");
    QVERIFY(m_cups->start());
    QVERIFY(m_cups->addQueue("counter")); // CUPS saves its queues late, a kill may forget one
    const auto receipt = wait(printer.print(request("counter")));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toLogLine()));
}

void tst_PrintSpooler::closingWhileWaiting() {
    QVERIFY(m_cups->addQueue("counter"));
    auto printer = std::make_unique<CupsPrinter>(options());
    m_cups->freeze();
    auto printing = printer->print(request("counter"));
    const QDeadlineTimer soon(5s);
    printer.reset();
    QVERIFY(!soon.hasExpired());
    QVERIFY(printing.isFinished());
    VERIFY_FAILED(wait(printing), "print.timed-out");
}

void tst_PrintSpooler::isFoundByItsTicket() {
    QVERIFY(m_cups->addQueue("counter") && m_cups->addQueue("other") && m_cups->stopQueue("other"));
    CupsPrinter printer(options());
    const QDateTime since = QDateTime::currentDateTimeUtc();
    PrintRequest sheet = request("counter");
    sheet.title = QStringLiteral("H49.30-261130-0001 form-01 #K7Q2MXPA");
    const auto receipt = wait(printer.print(sheet));
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toLogLine()));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_cups->output("counter")), 20'000);
    const auto find = [&](const char* ticket) { return printer.find({QString::fromLatin1(ticket), since}).result().value_or(JobState()); };
    QTRY_VERIFY_WITH_TIMEOUT(find("K7Q2MXPA").fate == JobFate::CameOut, 20'000);
    QCOMPARE(find("K7Q2MXPA").job.queue, QStringLiteral("counter"));
    QCOMPARE(find("K7Q2MXPA").job.number, receipt->job);
    // In whichever queue.
    sheet.title = QStringLiteral("Sổ #W3RTYPAD");
    sheet.queue = QStringLiteral("other");
    VERIFY_FAILED(wait(printer.print(sheet)), "print.stopped");
    QVERIFY(find("W3RTYPAD").fate == JobFate::Waits);
    QCOMPARE(find("W3RTYPAD").job.queue, QStringLiteral("other"));
    QVERIFY(m_cups->cancelJobs("other"));
    QVERIFY(find("W3RTYPAD").fate == JobFate::Gone);
    QVERIFY(find("W3RTYPAD").job.number > 0);
}

void tst_PrintSpooler::whatIsNotThereIsCertainOnlyWithAMemory() {
    QVERIFY(m_cups->addQueue("counter"));
    CupsPrinter printer(options());
    const auto now = [] { return QDateTime::currentDateTimeUtc(); };
    const auto find = [&](const QDateTime& since) { return printer.find({QStringLiteral("AAAA2222"), since}).result().value_or(JobState()); };
    QVERIFY(find(now()).fate == JobFate::Unknown);
    QVERIFY(wait(printer.print(request("counter"))));
    QTRY_VERIFY_WITH_TIMEOUT(find(now().addSecs(2)).fate == JobFate::Gone, 20'000);
    QCOMPARE(find(now().addSecs(2)).job.number, 0);
    // What ended since proves nothing of what was before.
    QVERIFY(find(now().addSecs(-60)).fate == JobFate::Unknown);
}

/// More than the spooler tells in one answer are looked through.
void tst_PrintSpooler::isFoundAmongMany() {
    QVERIFY(m_cups->addQueue("counter") && m_cups->stopQueue("counter"));
    QVERIFY(m_cups->fill("counter", 110));
    CupsPrinter printer(options());
    PrintRequest sheet = request("counter");
    sheet.title = QStringLiteral("Form 01 #K7Q2MXPA");
    VERIFY_FAILED(wait(printer.print(sheet)), "print.stopped");
    const auto found = printer.find({QStringLiteral("K7Q2MXPA"), QDateTime::currentDateTimeUtc()}).result();
    QVERIFY(found && found->fate == JobFate::Waits);
    QVERIFY(found->job.number > 110);
}

void tst_PrintSpooler::aSpoolerThatIsNotThereFindsNothing() {
    CupsPrinter printer(options());
    m_cups->kill();
    VERIFY_FAILED(printer.find({QStringLiteral("K7Q2MXPA"), QDateTime::currentDateTimeUtc()}).result(), "print.spooler-unreachable");
}

void tst_PrintSpooler::asManyCopiesAsTheQueueSays() {
    QTemporaryDir tray;
    QVERIFY(m_cups->addShortOfPaper("short", tray.path(), 2) && m_cups->addArchive("silent", tray.path()));
    CupsPrinter printer(options());
    PrintRequest sheet = request("short");
    sheet.copies = 3;
    const auto counted = wait(printer.print(sheet));
    QVERIFY2(counted, counted ? "" : qPrintable(counted.error().toLogLine()));
    QCOMPARE(counted->sides, 2);
    QVERIFY(printer.fateOf({QStringLiteral("short"), counted->job}).result().value_or(JobState()).sides == 2);
    sheet.queue = QStringLiteral("silent");
    const auto silent = wait(printer.print(sheet));
    QVERIFY(silent);
    QCOMPARE(silent->sides, 0);
}

void tst_PrintSpooler::noMoreCopiesThanTheQueueTakes() {
    m_cups->kill();
    m_cups->setMostCopies(2);
    QVERIFY(m_cups->start() && m_cups->addQueue("few"));
    CupsPrinter printer(options());
    PrintRequest sheet = request("few");
    sheet.copies = 3;
    const auto refused = wait(printer.print(sheet));
    VERIFY_FAILED(refused, "print.too-many-copies");
    QCOMPARE(refused.error().detail.value("most"), QStringLiteral("2"));
    QCOMPARE(m_cups->jobs().size(), 0);
    sheet.copies = 2;
    const auto printed = wait(printer.print(sheet));
    QVERIFY2(printed, printed ? "" : qPrintable(printed.error().toLogLine()));
}

QTEST_GUILESS_MAIN(tst_PrintSpooler)
#include "tst_PrintSpooler.moc"
