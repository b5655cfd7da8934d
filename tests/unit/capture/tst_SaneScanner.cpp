// The real helper with virtual scanners: whatever the device or the helper does, pages read before are kept, the end is told
// once, in the right code, and the next scan works.

#include "app/capture/HelperRequest.h"
#include "app/capture/Message.h"
#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace motcua::capture;
using namespace motcua::capture::test;
using namespace motcua::domain::ports;

class tst_SaneScanner : public QObject {
    Q_OBJECT

private slots:
    void findsDevices();
    void readsFeederUntilEmpty();
    void readsGlassOnce();
    void readsA4At300();
    void endings_data();
    void endings();
    void statusOfDebiansBackend_data();
    void statusOfDebiansBackend();
    void cardOnSkewedPage();
    void dropsBlankPages();
    void cancelsInMidPage();
    void cancelsBeforeStart();
    void killsHelperThatDoesNotStop();
    void timesOutOnSilence();
    void slowDeviceIsNotSilent();
    void keepsPagesOfKilledHelper();
    void notAHelper_data();
    void notAHelper();
    void jobDroppedInMidScan();
    void helperLeavesWithTheCounter();

private:
    ScanRequest request(const QString& device, ScanColour colour = ScanColour::Grey) const;
    ScannerBench m_bench;
};

namespace {

const QString scriptedDevice = QStringLiteral("scripted:feeder");

/// Process ids of the helpers that this process started.
QList<int> helpers() {
    QList<int> ids;
    QFile children(QStringLiteral("/proc/self/task/%1/children").arg(QCoreApplication::applicationPid()));
    if (children.open(QIODevice::ReadOnly))
        for (const QByteArray& id : children.readAll().simplified().split(' '))
            if (id.toInt() > 0)
                ids << id.toInt();
    return ids;
}

}

ScanRequest tst_SaneScanner::request(const QString& device, ScanColour colour) const {
    return {.device = device, .feeder = true, .resolution = 100, .colour = colour, .dropBlank = true};
}

void tst_SaneScanner::findsDevices() {
    SaneScanner scanner(m_bench.settings());
    JobRecord search(scanner.findDevices());
    QVERIFY(search.wait());
    QCOMPARE(search.error.code, QString());
    QMap<QString, bool> feeders;
    for (const ScannerDevice& device : scanner.devices()) {
        feeders[device.id] = device.feeder;
        QVERIFY(!device.label.isEmpty());
    }
    QCOMPARE(feeders.value(QStringLiteral("test:0")), true);
    QCOMPARE(feeders.value(scriptedDevice), true);
    QCOMPARE(feeders.value(QStringLiteral("pnm:0"), true), false);
}

void tst_SaneScanner::readsFeederUntilEmpty() {
    SaneScanner scanner(m_bench.settings());
    JobRecord record(scanner.scan(request(QStringLiteral("test:0"))));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size() + record.blanks.size(), size_t(10));
    QCOMPARE(record.pages.size(), size_t(10));
    for (const ScannedPage& page : record.pages)
        QCOMPARE(look(page.content).width, page.width);
}

void tst_SaneScanner::readsGlassOnce() {
    SaneScanner scanner(m_bench.settings());
    ScanRequest glass = request(QStringLiteral("test:0"), ScanColour::Colour);
    glass.feeder = false;
    JobRecord record(scanner.scan(glass));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
}

void tst_SaneScanner::readsA4At300() {
    HelperSettings settings = m_bench.settings();
    settings.deviceOptions = {{"test-picture", "Color pattern"}};
    SaneScanner scanner(settings);
    ScanRequest glass = request(QStringLiteral("test:0"), ScanColour::Colour);
    glass.feeder = false;
    glass.resolution = 300;
    JobRecord record(scanner.scan(glass));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QVERIFY(record.pages[0].content.size() <= 300'000);
    QVERIFY(qAbs(double(record.pages[0].height) / record.pages[0].width - 297.0 / 210) < 0.02);
}

void tst_SaneScanner::endings_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QString>("code");
    QTest::newRow("three pages") << "page page page" << 3 << "";
    QTest::newRow("no paper") << "" << 0 << "scan.no-paper";
    QTest::newRow("jam at once") << "jam" << 0 << "scan.jammed";
    QTest::newRow("jam on the third") << "page page jam" << 2 << "scan.jammed";
    QTest::newRow("jam in mid-page") << "page page halfjam page" << 2 << "scan.jammed";
    QTest::newRow("cover open") << "page cover" << 1 << "scan.cover-open";
    QTest::newRow("busy") << "busy" << 0 << "scan.device-busy";
    QTest::newRow("I/O error in mid-page") << "page page page halfio" << 3 << "scan.io-error";
    QTest::newRow("half a page that looks whole") << "page short page" << 1 << "scan.io-error";
    QTest::newRow("device unplugged") << "page page gone" << 2 << "scan.device-gone";
    QTest::newRow("driver crashes") << "page page crash" << 2 << "scan.helper-died";
    QTest::newRow("driver prints") << "noisy page noisy" << 3 << "";
}

void tst_SaneScanner::endings() {
    QFETCH(QString, script);
    QFETCH(int, pages);
    QFETCH(QString, code);
    SaneScanner scanner(m_bench.scripted(script));
    JobRecord record(scanner.scan(request(scriptedDevice)));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, code);
    QCOMPARE(record.pages.size(), size_t(pages));
    QVERIFY(helpers().isEmpty());

    SaneScanner next(m_bench.scripted(QStringLiteral("page")));
    JobRecord again(next.scan(request(scriptedDevice)));
    QVERIFY(again.wait());
    QCOMPARE(again.error.code, QString());
    QCOMPARE(again.pages.size(), size_t(1));
    QCOMPARE(record.endings, 1);
}

void tst_SaneScanner::statusOfDebiansBackend_data() {
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("jam") << "test:0"
                         << "SANE_STATUS_JAMMED"
                         << "scan.jammed";
    QTest::newRow("cover") << "test:0"
                           << "SANE_STATUS_COVER_OPEN"
                           << "scan.cover-open";
    QTest::newRow("error") << "test:0"
                           << "SANE_STATUS_IO_ERROR"
                           << "scan.io-error";
    QTest::newRow("busy") << "test:0"
                          << "SANE_STATUS_DEVICE_BUSY"
                          << "scan.device-busy";
    QTest::newRow("denied") << "test:0"
                            << "SANE_STATUS_ACCESS_DENIED"
                            << "scan.io-error";
    QTest::newRow("unknown device") << "test:7"
                                    << ""
                                    << "scan.device-gone";
    QTest::newRow("unknown driver") << "nosuch:0"
                                    << ""
                                    << "scan.device-gone";
}

void tst_SaneScanner::statusOfDebiansBackend() {
    QFETCH(QString, device);
    QFETCH(QString, status);
    QFETCH(QString, code);
    HelperSettings settings = m_bench.settings();
    if (!status.isEmpty())
        settings.deviceOptions = {{"read-return-value", status}};
    SaneScanner scanner(settings);
    JobRecord record(scanner.scan(request(device)));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, code);
    QCOMPARE(record.pages.size(), size_t(0));
}

void tst_SaneScanner::cardOnSkewedPage() {
    HelperSettings settings = m_bench.settings();
    settings.deviceOptions = {{"filename", m_bench.write(QStringLiteral("sane.d/page.pgm"), pgm(asScanned(pageWithCode(cardText()), 2.3)))}};
    SaneScanner scanner(settings);
    ScanRequest fine = request(QStringLiteral("pnm:0"));
    fine.resolution = 300;
    JobRecord record(scanner.scan(fine));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
    const ScannedPage& page = record.pages[0];
    QCOMPARE(page.codes, QStringList{cardText()});
    QVERIFY(page.content.size() <= 300'000);
    const Picture picture = look(page.content);
    QVERIFY(qAbs(picture.skew) < 0.2);
    QVERIFY(picture.darkEdges < 0.1);
}

void tst_SaneScanner::dropsBlankPages() {
    SaneScanner scanner(m_bench.scripted(QStringLiteral("page blank page blank")));
    JobRecord record(scanner.scan(request(scriptedDevice)));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(2));
    QCOMPARE(record.blanks, (std::vector<int>{2, 4}));

    ScanRequest all = request(scriptedDevice);
    all.dropBlank = false;
    JobRecord kept(scanner.scan(all));
    QVERIFY(kept.wait());
    QCOMPARE(kept.pages.size(), size_t(4));
}

void tst_SaneScanner::cancelsInMidPage() {
    HelperSettings settings = m_bench.settings();
    settings.deviceOptions = {{"read-delay", "yes"}, {"read-delay-duration", "200000"}, {"read-limit", "yes"}, {"read-limit-size", "4096"}};
    SaneScanner scanner(settings);
    JobRecord record(scanner.scan(request(QStringLiteral("test:0"))));
    QTRY_VERIFY_WITH_TIMEOUT(!helpers().isEmpty(), 10'000);
    const int helper = helpers().constFirst();
    record.job().cancel();
    record.job().cancel();
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.cancelled"));
    QCOMPARE(record.pages.size(), size_t(0));
    QVERIFY(::kill(helper, 0) != 0);

    SaneScanner next(m_bench.settings());
    JobRecord again(next.scan(request(QStringLiteral("test:0"))));
    QVERIFY(again.wait());
    QCOMPARE(again.pages.size(), size_t(10));
    QCOMPARE(record.endings, 1);
}

void tst_SaneScanner::cancelsBeforeStart() {
    SaneScanner scanner(m_bench.scripted(QStringLiteral("page")));
    JobRecord record(scanner.scan(request(scriptedDevice)));
    record.job().cancel();
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.cancelled"));
    QVERIFY(helpers().isEmpty());
}

void tst_SaneScanner::killsHelperThatDoesNotStop() {
    SaneScanner scanner(m_bench.scripted(QStringLiteral("page hang")));
    JobRecord record(scanner.scan(request(scriptedDevice)));
    record.onPage = [&] { record.job().cancel(); };
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.cancelled"));
    QCOMPARE(record.pages.size(), size_t(1));
    QVERIFY(helpers().isEmpty());
}

void tst_SaneScanner::timesOutOnSilence() {
    HelperSettings settings = m_bench.scripted(QStringLiteral("page page hang"));
    settings.silenceMs = 3'000;
    SaneScanner scanner(settings);
    JobRecord record(scanner.scan(request(scriptedDevice)));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.timed-out"));
    QCOMPARE(record.pages.size(), size_t(2));
    QVERIFY(helpers().isEmpty());
}

void tst_SaneScanner::slowDeviceIsNotSilent() {
    HelperSettings settings = m_bench.settings();
    // One page takes longer than the silence allowed, but pixels keep coming.
    settings.silenceMs = 2'500;
    settings.deviceOptions = {{"read-delay", "yes"}, {"read-delay-duration", "100000"}, {"read-limit", "yes"}, {"read-limit-size", "24000"}};
    SaneScanner scanner(settings);
    ScanRequest glass = request(QStringLiteral("test:0"));
    glass.feeder = false;
    JobRecord record(scanner.scan(glass));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
}

void tst_SaneScanner::keepsPagesOfKilledHelper() {
    SaneScanner scanner(m_bench.scripted(QStringLiteral("page page hang")));
    JobRecord record(scanner.scan(request(scriptedDevice)));
    QTRY_COMPARE_WITH_TIMEOUT(record.pages.size(), size_t(2), 30'000);
    QCOMPARE(helpers().size(), 1);
    ::kill(helpers().constFirst(), SIGKILL);
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.helper-died"));
    QCOMPARE(record.pages.size(), size_t(2));
}

void tst_SaneScanner::notAHelper_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("missing") << "/nonexistent/motcua-scan";
    QTest::newRow("leaves at once") << "/bin/true";
    QTest::newRow("fails at once") << "/bin/false";
    QTest::newRow("echoes") << "/bin/cat";
    QTest::newRow("floods") << "/usr/bin/yes";
}

void tst_SaneScanner::notAHelper() {
    QFETCH(QString, program);
    HelperSettings settings = m_bench.settings();
    settings.program = program;
    SaneScanner scanner(settings);
    JobRecord record(scanner.scan(request(scriptedDevice)));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QStringLiteral("scan.helper-died"));
    QCOMPARE(record.endings, 1);
}

void tst_SaneScanner::jobDroppedInMidScan() {
    SaneScanner scanner(m_bench.scripted(QStringLiteral("page page page hang")));
    std::unique_ptr<ScanJob> job = scanner.scan(request(scriptedDevice));
    int pages = 0;
    connect(job.get(), &ScanJob::pageRead, this, [&] {
        ++pages;
        job.reset();
    });
    QTRY_COMPARE_WITH_TIMEOUT(pages, 1, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(helpers().isEmpty(), 10'000);
    QCOMPARE(pages, 1);
}

void tst_SaneScanner::helperLeavesWithTheCounter() {
    const HelperSettings settings = m_bench.scripted(QStringLiteral("page hang"));
    HelperRequest order;
    order.task = HelperTask::Scan;
    order.device = scriptedDevice;
    // More than that it has shut itself in.
    constexpr qint64 aPage = 1'000;
    QProcess helper;
    helper.setProcessEnvironment(settings.environment);
    helper.start(settings.program, {});
    helper.write(encoded({MessageType::Request, QJsonDocument(motcua::base::toJson(order)).toJson()}));
    QTRY_VERIFY_WITH_TIMEOUT(helper.bytesAvailable() > aPage, 30'000);
    helper.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(helper.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
}

QTEST_GUILESS_MAIN(tst_SaneScanner)
#include "tst_SaneScanner.moc"
