#include "app/capture/SaneScanner.h"
#include "app/capture/WatchedDirectory.h"
#include "app/station/Station.h"
#include "tests/support/counter/PaperStand.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/sane/KeptFile.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace motcua;
using counter::Inbox;
using counter::SessionControl;
using State = counter::SessionControl::State;

/// An enrolled station with a watched directory: real files through the real helper into the real journal.
class tst_DirectoryWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void filesBecomePages();
    void growingFileIsWaitedFor();
    void hostileFileStaysAndIsTold();
    void lockStopsAndUnlockGoesOn();
    void settingOutlivesTheProgram();
    void missingDirectoryIsTold();
    void fileThatCannotBeDeletedIsTakenOnce();

private:
    void open();
    void unlock();
    void put(const QString& name, const QByteArray& content) const { m_bench.write(QStringLiteral("inbox/") + name, content); }
    QStringList inside() const { return QDir(m_inbox).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name); }
    size_t pages() const;
    static QString nameOf(const QSignalSpy& failed) { return failed.isEmpty() ? QString() : failed.last().at(0).toString(); }
    static QString codeOf(const QSignalSpy& failed) { return failed.isEmpty() ? QString() : failed.last().at(1).value<base::Error>().code; }

    static constexpr int deadline = 30'000;

    capture::test::ScannerBench m_bench;
    capture::SaneScanner m_scanner{m_bench.settings()};
    test::GatewayProcess m_gateway;
    test::PaperStand m_paper;
    QString m_inbox;
    std::unique_ptr<station::Station> m_station;
};

void tst_DirectoryWatch::open() {
    station::StationSetup setup;
    setup.directory = m_bench.file(QStringLiteral("desk"));
    setup.scanner = &m_scanner;
    setup.printer = &m_paper;
    setup.journal.cost = {1, 64, 1};
    m_station.reset();
    m_station = std::make_unique<station::Station>(setup);
}

void tst_DirectoryWatch::unlock() {
    m_station->session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(m_station->session().state(), State::Unlocked, deadline);
}

size_t tst_DirectoryWatch::pages() const {
    size_t count = 0;
    for (const domain::Paper& paper : m_station->counter()->intake().form().content().papers)
        count += paper.pages.size();
    return count;
}

void tst_DirectoryWatch::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
    m_inbox = m_bench.file(QStringLiteral("inbox"));
    open();
    m_station->session().enrol({m_gateway.enrolmentUrl(), m_gateway.codes().at(0), QStringLiteral("Quầy 1"), QStringLiteral("lan.nt"),
        QStringLiteral("đúng một câu dài hơn")});
    QTRY_COMPARE_WITH_TIMEOUT(m_station->session().state(), State::Closed, deadline);
}

void tst_DirectoryWatch::init() {
    QVERIFY(QDir().mkpath(m_inbox));
    open();
    unlock();
    m_station->counter()->intake().draft().discard();
    QVERIFY(m_station->counter()->inbox().setDossier(m_inbox));
}

void tst_DirectoryWatch::cleanup() {
    m_station.reset();
    QVERIFY(QDir(m_inbox).removeRecursively());
}

void tst_DirectoryWatch::filesBecomePages() {
    QSignalSpy taken(&m_station->counter()->inbox(), &Inbox::pagesTaken);
    const QByteArray pdf = capture::test::pdf(2);
    put(QStringLiteral("copier.pdf"), pdf);
    put(QStringLiteral("phone.jpg"), capture::test::encodedAs(capture::test::textPage(100), "jpeg"));
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 2, deadline);
    QCOMPARE(pages(), 2u);
    QTRY_COMPARE(inside(), QStringList());
    const auto& intake = m_station->counter()->intake();
    const auto first = intake.draft().pageContent(0, 0);
    const auto second = intake.draft().pageContent(0, 1);
    QVERIFY(first && second);
    QVERIFY(*first == pdf || *second == pdf);
}

void tst_DirectoryWatch::growingFileIsWaitedFor() {
    QSignalSpy taken(&m_station->counter()->inbox(), &Inbox::pagesTaken);
    QSignalSpy failed(&m_station->counter()->inbox(), &Inbox::failed);
    const QByteArray content = capture::test::pdf(5);
    QFile file(m_inbox + QStringLiteral("/slow.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qsizetype written = 0;
    QTimer copier;
    connect(&copier, &QTimer::timeout, &file, [&] {
        written += file.write(content.mid(written, content.size() / 20 + 1));
        file.flush();
        if (written == content.size()) {
            copier.stop();
            file.close();
        }
    });
    copier.start(60);
    QTRY_VERIFY_WITH_TIMEOUT(taken.count() + failed.count() > 0, deadline);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(m_station->counter()->intake().draft().pageContent(0, 0).value_or(QByteArray()), content);
}

void tst_DirectoryWatch::hostileFileStaysAndIsTold() {
    QSignalSpy taken(&m_station->counter()->inbox(), &Inbox::pagesTaken);
    QSignalSpy failed(&m_station->counter()->inbox(), &Inbox::failed);
    put(QStringLiteral("hostile.jpg"), "\xff\xd8\xff\xe0 no picture at all");
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, deadline);
    QCOMPARE(nameOf(failed), QStringLiteral("hostile.jpg"));
    QVERIFY2(codeOf(failed).startsWith(QStringLiteral("import.")), qPrintable(codeOf(failed)));
    put(QStringLiteral("good.pdf"), capture::test::pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 1, deadline);
    QCOMPARE(failed.count(), 1);
    QTRY_COMPARE(inside(), QStringList{"hostile.jpg"});
    QCOMPARE(pages(), 1u);
}

void tst_DirectoryWatch::lockStopsAndUnlockGoesOn() {
    QSignalSpy taken(&m_station->counter()->inbox(), &Inbox::pagesTaken);
    put(QStringLiteral("first.pdf"), capture::test::pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 1, deadline);
    // Locked while this one is on its way, wherever that is.
    put(QStringLiteral("second.pdf"), capture::test::pdf(2));
    m_station->session().lock();
    put(QStringLiteral("third.pdf"), capture::test::pdf(3));
    // When another watcher has read both files, ours would have too.
    capture::WatchedDirectory witness({.path = m_inbox}, m_scanner);
    QSignalSpy seen(&witness, &capture::WatchedDirectory::fileImported);
    QVERIFY(witness.start());
    QTRY_COMPARE_WITH_TIMEOUT(seen.count(), 2, deadline);
    witness.stop();
    QCOMPARE(taken.count(), 1);
    QCOMPARE(inside(), (QStringList{"second.pdf", "third.pdf"}));
    unlock();
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 3, deadline);
    QCOMPARE(pages(), 3u);
    QTRY_COMPARE(inside(), QStringList());
}

void tst_DirectoryWatch::settingOutlivesTheProgram() {
    open();
    QCOMPARE(m_station->card().watchedDirectory, m_inbox);
    put(QStringLiteral("night.pdf"), capture::test::pdf(1));
    unlock();
    QCOMPARE(m_station->counter()->inbox().directory(), m_inbox);
    QTRY_COMPARE_WITH_TIMEOUT(pages(), 1u, deadline);
    QVERIFY(m_station->counter()->inbox().setDossier({}));
    open();
    QCOMPARE(m_station->card().watchedDirectory, QString());
}

void tst_DirectoryWatch::missingDirectoryIsTold() {
    QSignalSpy failed(&m_station->counter()->inbox(), &Inbox::failed);
    QVERIFY(m_station->counter()->inbox().setDossier(m_inbox + QStringLiteral("/none")));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(nameOf(failed), QString());
    QCOMPARE(codeOf(failed), QStringLiteral("watch.directory-missing"));
}

void tst_DirectoryWatch::fileThatCannotBeDeletedIsTakenOnce() {
    QSignalSpy taken(&m_station->counter()->inbox(), &Inbox::pagesTaken);
    QSignalSpy failed(&m_station->counter()->inbox(), &Inbox::failed);
    put(QStringLiteral("stuck.pdf"), capture::test::pdf(1));
    const capture::test::KeptFile kept(m_inbox + QStringLiteral("/stuck.pdf"));
    if (!kept.isKept())
        QSKIP("whoever runs this may delete any file here");
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, deadline);
    QCOMPARE(codeOf(failed), QStringLiteral("watch.not-deleted"));
    m_station->session().lock();
    unlock();
    put(QStringLiteral("next.pdf"), capture::test::pdf(2));
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 2, deadline);
    QCOMPARE(pages(), 2u);
}

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    tst_DirectoryWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_DirectoryWatch.moc"
