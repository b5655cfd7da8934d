#include "app/capture/SaneScanner.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/RealPages.h"

#include <QDirIterator>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTabWidget>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// What comes from outside is read by the real helper, shut in; what the helper says is believed as far as it can be checked; and the window opens
/// no format but its own.
class tst_ForeignFiles : public QObject {
    Q_OBJECT

private slots:
    void isReadInTheRoom_data();
    void isReadInTheRoom();
    void theReaderIsShutIn();
    void anotherDesksPageIsWhatItIs_data();
    void anotherDesksPageIsWhatItIs();
    void aHelperThatTalksNonsenseIsSaid_data();
    void aHelperThatTalksNonsenseIsSaid();
    void theWindowLinksNoDecoder();

private:
    test::RealPages m_real;
};

namespace {

constexpr int patience = 60'000;
const QByteArray svg("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'><rect width='99' height='99'/></svg>");

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of every thread: what /proc says of it.
QStringList linesOf(qint64 process, const QString& beginning) {
    QStringList lines;
    QDirIterator threads(QStringLiteral("/proc/%1/task").arg(process), QDir::Dirs | QDir::NoDotAndDotDot);
    while (threads.hasNext())
        for (const QByteArray& line : contentOf(threads.next() + QStringLiteral("/status")).split('\n'))
            if (line.startsWith(beginning.toLatin1()))
                lines << QString::fromLatin1(line.simplified());
    lines.removeDuplicates();
    return lines;
}

QStringList openIn(qint64 process) {
    QStringList open;
    QDirIterator files(QStringLiteral("/proc/%1/fd").arg(process), QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    while (files.hasNext())
        open << QFileInfo(files.next()).symLinkTarget();
    return open;
}

QList<qint64> helpers() {
    QList<qint64> found;
    QDirIterator threads(QStringLiteral("/proc/self/task"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (threads.hasNext())
        for (const QByteArray& child : contentOf(threads.next() + QStringLiteral("/children")).simplified().split(' '))
            if (contentOf(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(child))).trimmed() == "motcua-scan")
                found << child.toLongLong();
    return found;
}

}

void tst_ForeignFiles::isReadInTheRoom_data() {
    QTest::addColumn<QString>("path");
    const QString data = QStringLiteral(MOTCUA_TEST_DATA "/field/");
    for (const char* name :
        {"exif-orientation-5.jpg", "xmp-before-exif6.jpg", "fax-204x98.tif", "tiled-jpeg.tif", "letterhead-band-navy.png", "page.webp"})
        QTest::newRow(name) << data + QLatin1String(name);
    // Its letters are of fonts that it does not bring.
    if (QFile::exists(QStringLiteral("/usr/share/cups/data/form_english.pdf")))
        QTest::newRow("a PDF") << QStringLiteral("/usr/share/cups/data/form_english.pdf");
}

/// Drawn and taken in, and the helper says that the room is closed.
void tst_ForeignFiles::isReadInTheRoom() {
    QFETCH(QString, path);
    const QByteArray content = contentOf(path);
    QVERIFY(!content.isEmpty());
    const QImage picture = m_real.picture(content);
    QVERIFY2(!picture.isNull(), qPrintable(m_real.error.toLogLine()));
    QSet<int> tones;
    for (int y = 0; y < picture.height(); y += 2)
        for (int x = 0; x < picture.width(); x += 2)
            tones.insert(qGray(picture.pixel(x, y)) / 32);
    QVERIFY2(tones.size() > 1, "something is on it");
    capture::SaneScanner scanner({.program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-scan")});
    const auto job = scanner.importFiles({path});
    int pages = 0;
    std::optional<base::Error> ended;
    connect(job.get(), &domain::ports::ScanJob::pageRead, this, [&] { ++pages; });
    connect(job.get(), &domain::ports::ScanJob::finished, this, [&](const base::Error& error) { ended = error; });
    QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
    QCOMPARE(ended->code, QString());
    QCOMPARE(pages, 1);
    const auto room = m_real.pages.room();
    QVERIFY(room && room->calls);
    QCOMPARE(room->files, ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0);
}

/// As the kernel sees it, with a file before it, in all of its threads, and with nothing open that is the counter's.
void tst_ForeignFiles::theReaderIsShutIn() {
    const int ours = ::open("/etc/passwd", O_RDONLY);
    const auto file = m_real.pages.open(contentOf(QStringLiteral(MOTCUA_TEST_DATA "/field/page.webp")));
    bool isDrawn = false;
    connect(file.get(), &domain::ports::OpenPages::drawn, this, [&] { isDrawn = true; });
    file->draw({});
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn, patience);
    // One that has its file and one that waits for the next; those of before may be on their way out.
    const auto shutIn = [] {
        QList<qint64> found = helpers();
        found.removeIf([](qint64 each) {
            return openIn(each).isEmpty() || linesOf(each, QStringLiteral("Seccomp:")) != QStringList{QStringLiteral("Seccomp: 2")};
        });
        return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shutIn().size() >= 2, patience);
    for (const qint64 helper : shutIn()) {
        QCOMPARE(linesOf(helper, QStringLiteral("NoNewPrivs:")), QStringList{QStringLiteral("NoNewPrivs: 1")});
        const QStringList open = openIn(helper);
        QVERIFY2(open.filter(QStringLiteral("passwd")).isEmpty() && open.filter(QStringLiteral("socket:")).isEmpty(),
            qPrintable(open.join(QLatin1Char(' '))));
    }
    ::close(ours);
}

void tst_ForeignFiles::anotherDesksPageIsWhatItIs_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    QTest::newRow("dossiers") << "lan.nt"
                              << "dossiers";
    QTest::newRow("approval") << "hung.tv"
                              << "approval";
}

/// A dossier of another desk has a page that is an SVG and is said to be a JPEG. Its dots would come at once if anything in the window drew it.
void tst_ForeignFiles::anotherDesksPageIsWhatItIs() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    CounterBench first;
    first.seatClerk();
    first.fillCopy();
    auto& intake = first.counter->intake();
    QVERIFY(first.counter->scanning().scan({}, intake.draft()));
    emit first.scanner.job->pageRead(CounterBench::page(svg));
    emit first.scanner.job->finished({});
    const auto received = intake.acts().receive();
    QVERIFY(received);
    Harness second;
    second.bench.foreignPages = &m_real.pages;
    second.bench.station = first.otherStation;
    second.bench.restart();
    for (const auto& event : first.journal.events())
        second.bench.journal.receive(event);
    QVERIFY(second.bench.blobs.put(svg));
    test::begin(second, login, place);
    ui::PlacePage* page = second.desk().page(place);
    page->openDossier(received->dossier);
    // The scans lie behind a tab of their own there.
    for (QTabWidget* tabs : page->findChildren<QTabWidget*>())
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->widget(i)->findChild<ui::PageViewer*>())
                tabs->setCurrentIndex(i);
    const auto shown = [&] {
        for (const QLabel* label : second.window->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == ui::errorLine({QStringLiteral("page.not-shown")}))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), patience);
}

void tst_ForeignFiles::aHelperThatTalksNonsenseIsSaid_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("reason");
    // The first message of a helper in good health, and the head of a picture of 2 by 2 grey dots.
    const QString room = QStringLiteral("printf 'MC\\022\\000\\000\\000\\000\\002{}'; sleep 0.3; ");
    const QString picture = QStringLiteral("printf 'MC\\021\\000\\000\\000\\000\\%1\\000\\000\\000\\%2\\000\\000\\000\\002"
                                           "\\000\\000\\000\\000\\000\\000\\000\\001\\001\\000\\000\\000abcd'; sleep 60");
    QTest::newRow("sound") << room + picture.arg(QStringLiteral("030"), QStringLiteral("002")) << "";
    QTest::newRow("more dots than it says") << room + picture.arg(QStringLiteral("030"), QStringLiteral("001")) << "nonsense";
    QTest::newRow("fewer dots than it says") << room + picture.arg(QStringLiteral("030"), QStringLiteral("003")) << "nonsense";
    QTest::newRow("no room first") << picture.arg(QStringLiteral("030"), QStringLiteral("002")) << "nonsense";
    QTest::newRow("no dots at all") << room + picture.arg(QStringLiteral("030"), QStringLiteral("000")) << "nonsense";
    QTest::newRow("a flood") << QStringLiteral("exec cat /dev/zero") << "nonsense";
    QTest::newRow("a flood of words") << room + QStringLiteral("yes 'MC' | head -c 100000000; sleep 60") << "nonsense";
    QTest::newRow("a message without end") << room + QStringLiteral("printf 'MC\\021\\000\\377\\377\\377\\377'; exec cat /dev/zero") << "nonsense";
    QTest::newRow("it hangs") << QStringLiteral("exec sleep 60") << "too-slow";
    QTest::newRow("it dies") << QStringLiteral("kill -SEGV $$") << "died";
    QTest::newRow("it leaves") << QStringLiteral("exit 0") << "died";
}

void tst_ForeignFiles::aHelperThatTalksNonsenseIsSaid() {
    QFETCH(QString, script);
    QFETCH(QString, reason);
    const QTemporaryDir directory;
    QFile program(directory.filePath(QStringLiteral("helper")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\n" + script.toUtf8() + '\n');
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    capture::HelperPages pages({.program = program.fileName(), .drawMs = 3'000});
    const auto file = pages.open("%PDF-");
    QImage drawn;
    QStringList failures;
    connect(file.get(), &domain::ports::OpenPages::drawn, this, [&](const domain::ports::DrawnPage& page) { drawn = ui::imageOf(page.dots); });
    connect(file.get(), &domain::ports::OpenPages::failed, this, [&](const base::Error& error) {
        QCOMPARE(error.code, QStringLiteral("page.not-shown"));
        failures << error.detail.value(QStringLiteral("reason"));
    });
    file->draw({});
    QTRY_VERIFY_WITH_TIMEOUT(!drawn.isNull() || !failures.isEmpty(), patience);
    QTest::qWait(50);
    QCOMPARE(failures, reason.isEmpty() ? QStringList() : QStringList{reason});
    QCOMPARE(drawn.isNull(), !reason.isEmpty());
    QVERIFY(drawn.isNull() || drawn.size() == QSize(2, 2));
}

/// Nor do the technician's tool and the trial. QtPdf is there for papers of our own, ZXing to write the codes on them.
void tst_ForeignFiles::theWindowLinksNoDecoder() {
    for (const char* program : {"motcua", "motcua-admin", "motcua-trial"}) {
        QProcess reader;
        reader.start(QStringLiteral("readelf"), {QStringLiteral("-d"), QStringLiteral(MOTCUA_BIN_DIR "/") + QLatin1String(program)});
        QVERIFY(reader.waitForFinished(patience));
        static const QRegularExpression needed(QStringLiteral(R"re(\(NEEDED\).*\[(lib[^\]]+)\])re"));
        QStringList libraries;
        for (const auto& match : needed.globalMatch(QString::fromUtf8(reader.readAllStandardOutput())))
            libraries << match.captured(1);
        QVERIFY(libraries.filter(QStringLiteral("libQt6Core")).size() == 1);
        for (const char* decoder : {"liblept", "libtiff", "libsane", "libjpeg", "libwebp"})
            QVERIFY2(libraries.filter(QLatin1String(decoder)).isEmpty(),
                qPrintable(QLatin1String(program) + QStringLiteral(" links ") + QLatin1String(decoder)));
    }
}

QTEST_MAIN(tst_ForeignFiles)
#include "tst_ForeignFiles.moc"
