// SIGKILL of a desk at each step between the intention to print and the record of it. A real data directory, a real cupsd.

#include "app/paper/CupsPrinter.h"
#include "app/trial/PrivateCups.h"
#include "tests/support/job/JobDesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cups/cups.h>
#include <dlfcn.h>
#include <optional>

using namespace motcua;
using test::JobDesk;
using namespace std::chrono_literals;

namespace {

QByteArray stepToDieAt; ///< empty: none

void dieAt(const char* step) {
    if (stepToDieAt == step)
        ::raise(SIGKILL);
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name)); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): as POSIX has it
}

/// The queue's printer puts its sheets here.
QString trayOf(const QString& directory) {
    return directory + QStringLiteral("/tray");
}

QString queue() {
    return QStringLiteral("quay-1");
}

/// Turns the loop until nothing is on its way.
bool isStill(counter::Printing& printing) {
    return QTest::qWaitFor([&] { return printing.pending() == 0; }, 40'000);
}

/// The desk: a citizen's receipt, and its form 01 printed once more where everything went well.
int work(const QString& directory, const QByteArray& step) {
    JobDesk desk(directory + QStringLiteral("/station"));
    paper::CupsPrinter printer({{}, 20s, 2s});
    desk.printer = &printer;
    if (const auto opened = desk.open(); !opened) {
        std::fprintf(stderr, "open: %s\n", qPrintable(opened.error().toLogLine()));
        return 1;
    }
    counter::Printing& printing = desk.counter().printing();
    printing.setTarget({queue(), {}});
    const auto dossiers = desk.dossiersOf(1);
    if (!dossiers || dossiers->size() != 1)
        return 1;
    QObject::connect(&printing, &counter::Printing::printed, [] { dieAt("recorded"); });
    stepToDieAt = step;
    printing.print(QStringLiteral("form-01"), dossiers->front().id, 2);
    return isStill(printing) ? 0 : 1;
}

}

// What the program calls of libcups comes by here.
extern "C" {

int cupsCreateJob(http_t* http, const char* name, const char* title, int count, cups_option_t* options) {
    dieAt("intended");
    static const auto call = real<decltype(&cupsCreateJob)>("cupsCreateJob");
    const int job = call(http, name, title, count, options);
    dieAt("created");
    return job;
}

http_status_t cupsStartDocument(http_t* http, const char* name, int job, const char* title, const char* format, int last) {
    static const auto call = real<decltype(&cupsStartDocument)>("cupsStartDocument");
    const http_status_t status = call(http, name, job, title, format, last);
    dieAt("started");
    return status;
}

ipp_status_t cupsFinishDocument(http_t* http, const char* name) {
    dieAt("sent");
    static const auto call = real<decltype(&cupsFinishDocument)>("cupsFinishDocument");
    const ipp_status_t status = call(http, name);
    dieAt("finished");
    return status;
}
}

class tst_PaperKilled : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everySheetIsOnRecord_data();
    void everySheetIsOnRecord();
    void aDeskWithoutItsSpoolerAsks();

private:
    struct Open;

    bool startCups(bool isForgetful);
    /// Runs the desk in a process of its own until it is killed, or has ended.
    bool runDesk(const QByteArray& step, bool dies);
    std::vector<domain::PrintRecorded> records(JobDesk& desk) const;
    /// Sheets in the tray, by job, with their copies.
    QMap<int, int> sheets() const;
    /// As a clerk does it, until the paper is there and nothing is asked.
    void finish(JobDesk& desk, int& questions);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<trial::PrivateCups> m_cups;
};

void tst_PaperKilled::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    JobDesk desk(m_directory->filePath(QStringLiteral("station")));
    QVERIFY(desk.create());
    QVERIFY(desk.serve(1));
}

void tst_PaperKilled::cleanup() {
    m_cups.reset();
    m_directory.reset();
}

bool tst_PaperKilled::startCups(bool isForgetful) {
    m_cups = std::make_unique<trial::PrivateCups>();
    if (isForgetful)
        m_cups->setForgetful();
    const bool started = m_cups->start() && m_cups->addArchive(queue(), trayOf(m_directory->path()));
    qputenv("CUPS_SERVER", m_cups->server().toUtf8());
    return started;
}

bool tst_PaperKilled::runDesk(const QByteArray& step, bool dies) {
    QProcess desk;
    desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desk.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--work"), m_directory->path(), QString::fromLatin1(step)});
    return desk.waitForFinished(60'000) && (desk.exitStatus() == QProcess::CrashExit) == dies && (dies || desk.exitCode() == 0);
}

std::vector<domain::PrintRecorded> tst_PaperKilled::records(JobDesk& desk) const {
    std::vector<domain::PrintRecorded> found;
    const auto dossier = desk.counter().dossiers().open(desk.dossiersOf(1)->front().id);
    for (const domain::Event& event : dossier->history)
        if (const auto* print = std::get_if<domain::PrintRecorded>(&event.body); print && print->queue == queue())
            found.push_back(*print);
    return found;
}

QMap<int, int> tst_PaperKilled::sheets() const {
    QMap<int, int> found;
    const QDir tray(trayOf(m_directory->path()));
    for (const QString& name : tray.entryList({QStringLiteral("*.pdf")}, QDir::Files)) {
        QFile copies(tray.filePath(name.chopped(3) + QStringLiteral("copies")));
        found.insert(name.chopped(4).toInt(), copies.open(QIODevice::ReadOnly) ? copies.readAll().trimmed().toInt() : 0);
    }
    return found;
}

void tst_PaperKilled::finish(JobDesk& desk, int& questions) {
    counter::Printing& printing = desk.counter().printing();
    printing.setLookEvery(100ms);
    const auto& missing = printing.unprinted();
    for (int round = 0; round < 5; ++round) {
        QVERIFY(isStill(printing));
        QTRY_VERIFY_WITH_TIMEOUT(missing.empty() || missing.front().jobs.empty(), 20'000);
        if (missing.empty())
            return;
        const counter::UnprintedPaper paper = missing.front();
        if (!paper.isAsked()) {
            QCOMPARE(paper.error.code, QStringLiteral("print.not-begun"));
            printing.printAgain(paper);
            continue;
        }
        ++questions;
        // The one sheet that was made before it is on record.
        if (sheets().size() > static_cast<int>(records(desk).size()))
            printing.confirm(paper);
        else
            printing.printAgain(paper);
    }
    QVERIFY2(false, qPrintable(missing.front().error.toLogLine()));
}

void tst_PaperKilled::everySheetIsOnRecord_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<bool>("remembers");
    QTest::addColumn<bool>("forgetful");
    QTest::addColumn<int>("questions");
    const auto rows = [](const char* step, int fresh, int forgetful) {
        // The spooler has had a job before, has had none, and keeps none.
        QTest::addRow("%s", step) << QByteArray(step) << true << false << 0;
        QTest::addRow("%s, the first job of all", step) << QByteArray(step) << false << false << fresh;
        QTest::addRow("%s, what has ended is forgotten", step) << QByteArray(step) << false << true << forgetful;
    };
    rows("intended", 1, 1);
    rows("created", 0, 0);
    rows("started", 0, 0);
    rows("sent", 0, 0);
    rows("finished", 0, 1);
    rows("recorded", 0, 0);
}

void tst_PaperKilled::everySheetIsOnRecord() {
    QFETCH(QByteArray, step);
    QFETCH(bool, remembers);
    QFETCH(bool, forgetful);
    QFETCH(int, questions);
    QVERIFY2(startCups(forgetful), "cupsd does not start: is the package cups installed, and is this root?");
    if (remembers) {
        QVERIFY(runDesk({}, false));
        QTRY_COMPARE_WITH_TIMEOUT(sheets().size(), 1, 20'000);
        QTest::qWait(1100); // the spooler counts in seconds
    }
    QVERIFY(runDesk(step, true));
    // It prints on while nobody sits there.
    const int before = remembers ? 1 : 0;
    if (step == "finished" || step == "recorded")
        QTRY_COMPARE_WITH_TIMEOUT(sheets().size(), before + 1, 20'000);
    QTest::qWait(300);

    JobDesk desk(m_directory->filePath(QStringLiteral("station")));
    paper::CupsPrinter printer({{}, 20s, 2s});
    desk.printer = &printer;
    QVERIFY(desk.open());
    desk.counter().printing().setTarget({queue(), {}});
    int asked = 0;
    finish(desk, asked);
    QCOMPARE(asked, questions);
    QTRY_COMPARE_WITH_TIMEOUT(sheets().size(), before + 1, 20'000);
    QCOMPARE(m_cups->jobs().size(), 0);
    const auto recorded = records(desk);
    QCOMPARE(static_cast<int>(recorded.size()), before + 1);
    for (const domain::PrintRecorded& print : recorded) {
        QCOMPARE(print.copies, 2);
        QVERIFY(print.job == 0 || sheets().value(print.job) == print.copies);
    }
    // And it stays so.
    QVERIFY(desk.open());
    QVERIFY(isStill(desk.counter().printing()));
    QVERIFY(desk.counter().printing().unprinted().empty());
    QCOMPARE(static_cast<int>(records(desk).size()), before + 1);
}

/// Until it is back: then it is known without anybody's word.
void tst_PaperKilled::aDeskWithoutItsSpoolerAsks() {
    QVERIFY(startCups(false));
    QVERIFY(runDesk("finished", true));
    QTRY_COMPARE_WITH_TIMEOUT(sheets().size(), 1, 20'000);
    m_cups->freeze();
    JobDesk desk(m_directory->filePath(QStringLiteral("station")));
    paper::CupsPrinter printer({{}, 1s, 1s});
    desk.printer = &printer;
    QVERIFY(desk.open());
    counter::Printing& printing = desk.counter().printing();
    printing.setLookEvery(300ms);
    QVERIFY(isStill(printing));
    QCOMPARE(printing.unprinted().size(), 1u);
    QVERIFY(printing.unprinted().front().isAsked());
    m_cups->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(printing.unprinted().empty(), 20'000);
    QCOMPARE(records(desk).size(), 1u);
    QVERIFY(records(desk).front().job > 0);
}

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QLatin1String("--work"))
        return work(application.arguments().value(2), application.arguments().value(3).toLatin1());
    tst_PaperKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PaperKilled.moc"
