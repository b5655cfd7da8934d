// A directory that others put files into: whole files only, each once, none lost.

#include "app/capture/FileClaims.h"
#include "app/capture/SaneScanner.h"
#include "app/capture/WatchedDirectory.h"
#include "tests/support/sane/KeptFile.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/SlowDevice.h"
#include "tests/support/sane/TestPages.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_WatchedDirectory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void deletesOnlyWhenStored();
    void fileThatCannotBeDeletedIsTold();
    void takesWhatLayThereAlready();
    void waitsForGrowingFile();
    void keepsRefusedFile();
    void refusedFileMadeGoodIsTaken();
    void changedBeforeStored();
    void unstoredFileComesAgainAfterRestart();
    void stopDropsWhatIsNotStored();
    void nothingBeginsWhileHeld();
    void sameNameTwice();
    void othersAreLeftAlone();
    void missingDirectory();
    void slowDevice_data();
    void slowDevice();
    void slowDeviceOnAShare();
    void shareDeviceThatGoesOnAfterAll();
    void shareDeviceThatGoesOnWithinTheSameSize();
    void readFileOfAShareGoesInTheEnd();
    void readFileOfAProgramOfBefore();
    void halfAFileIsKept();
    void reopenedBeforeStored();
    void oneTimeStamp();
    void twoDesks();
    void deadDesksClaimIsTakenOver();
    void whatStandsAtAClaimsNameIsPassedOver_data();
    void whatStandsAtAClaimsNameIsPassedOver();
    void aLinkedClaimIsNotWrittenInto();
    void swappedForALinkIsNotFollowed();
    void swappedForALinkBeforeStored();
    void aClaimIsReadByOtherUsersDesks();
    void lostClaimIsTold();
    void ownClaimOfAnEarlierLife();
    void emptyFileIsToldInTheEnd();
    void unreadableIsTold();
    void nameOfAnotherCodePage();
    void everyEnding_data();
    void everyEnding();

private:
    WatchedDirectory::Settings settings() const;
    QString put(const QString& name, const QByteArray& content) const;
    QStringList inside() const;
    QStringList everything() const;

    std::unique_ptr<ScannerBench> m_bench;
    std::unique_ptr<SaneScanner> m_scanner;
    QString m_path;
};

namespace {

constexpr int deadline = 30'000;

/// What the directory said; destroyed with it.
struct Watch {
    explicit Watch(WatchedDirectory& directory)
        : pages(&directory, &WatchedDirectory::pageRead), imported(&directory, &WatchedDirectory::fileImported),
          refused(&directory, &WatchedDirectory::fileRefused) {}
    QSignalSpy pages;
    QSignalSpy imported;
    QSignalSpy refused;
};

/// What somebody does who may write into the folder and knows the moment: the file has been looked at, and is about to be read.
class Swapped final : public motcua::domain::ports::Scanner {
public:
    Swapped(SaneScanner& real, QByteArray with) : m_real(real), m_with(std::move(with)) {}

    std::unique_ptr<motcua::domain::ports::ScanJob> findDevices() override { return m_real.findDevices(); }
    std::vector<motcua::domain::ports::ScannerDevice> devices() const override { return m_real.devices(); }
    std::unique_ptr<motcua::domain::ports::ScanJob> scan(const motcua::domain::ports::ScanRequest& request) override { return m_real.scan(request); }
    std::unique_ptr<motcua::domain::ports::ScanJob> importFiles(const QStringList& paths) override {
        const QByteArray path = QFile::encodeName(paths.first());
        swaps += ::unlink(path.constData()) == 0 && ::symlink(m_with.constData(), path.constData()) == 0 ? 1 : 0;
        return m_real.importFiles(paths);
    }

    int swaps = 0;

private:
    SaneScanner& m_real;
    QByteArray m_with;
};

}

void tst_WatchedDirectory::init() {
    m_bench = std::make_unique<ScannerBench>();
    m_scanner = std::make_unique<SaneScanner>(m_bench->settings());
    m_path = m_bench->file(QStringLiteral("inbox"));
    QVERIFY(QDir().mkpath(m_path));
}

WatchedDirectory::Settings tst_WatchedDirectory::settings() const {
    return {.path = m_path, .stableMs = 100, .idleMs = 300};
}

QString tst_WatchedDirectory::put(const QString& name, const QByteArray& content) const {
    return m_bench->write(QStringLiteral("inbox/") + name, content);
}

QStringList tst_WatchedDirectory::inside() const {
    return QDir(m_path).entryList(QDir::Files, QDir::Name);
}

/// Subfolders and hidden files too: no copy may be left anywhere.
QStringList tst_WatchedDirectory::everything() const {
    return QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

void tst_WatchedDirectory::deletesOnlyWhenStored() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(2));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.imported[0][0].toString(), path);
    QCOMPARE(watch.pages.size(), 1);
    QCOMPARE(watch.pages[0][0].toString(), path);
    QCOMPARE(inside(), QStringList{"scan.pdf"});
    QVERIFY(directory.stored(path));
    QCOMPARE(everything(), QStringList());
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.unknown-file"));
    QCOMPARE(watch.refused.size(), 0);
}

void tst_WatchedDirectory::fileThatCannotBeDeletedIsTold() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("stuck.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    const KeptFile kept(path);
    if (!kept.isKept())
        QSKIP("whoever runs this may delete any file here");
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.not-deleted"));
    // The next file shows that the directory has been looked at again, and this one left in peace.
    put(QStringLiteral("next.pdf"), pdf(2));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.imported[1][0].toString(), m_path + QStringLiteral("/next.pdf"));
}

void tst_WatchedDirectory::takesWhatLayThereAlready() {
    put(QStringLiteral("a.PDF"), pdf(1));
    put(QStringLiteral("b.tif"), tiff({textPage(100), textPage(100)}));
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.pages.size(), 3);
}

void tst_WatchedDirectory::waitsForGrowingFile() {
    const QByteArray content = pdf(5);
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QFile file(m_path + QStringLiteral("/slow.pdf"));
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
    copier.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(watch.imported.size() + watch.refused.size() > 0, deadline);
    QCOMPARE(watch.refused.size(), 0);
    QCOMPARE(written, content.size());
    QCOMPARE(watch.pages[0][1].value<motcua::domain::ports::ScannedPage>().content, content);
}

void tst_WatchedDirectory::keepsRefusedFile() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString bad = put(QStringLiteral("bad.pdf"), "nothing");
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("import.unsupported"));
    QCOMPARE(directory.stored(bad).error().code, QStringLiteral("watch.unknown-file"));
    // The next file shows that the directory has been looked at again, and the bad one left in peace.
    put(QStringLiteral("good.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.refused.size(), 1);
    QCOMPARE(inside(), (QStringList{"bad.pdf", "good.pdf"}));
}

void tst_WatchedDirectory::refusedFileMadeGoodIsTaken() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    put(QStringLiteral("scan.pdf"), "nothing");
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

void tst_WatchedDirectory::changedBeforeStored() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    const QByteArray second = pdf(3);
    put(QStringLiteral("scan.pdf"), second);
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.changed"));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.pages[1][1].value<motcua::domain::ports::ScannedPage>().content, second);
    QVERIFY(directory.stored(path));
}

void tst_WatchedDirectory::unstoredFileComesAgainAfterRestart() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    for (int start = 0; start < 2; ++start) {
        WatchedDirectory directory(settings(), *m_scanner);
        Watch watch(directory);
        QVERIFY(directory.start());
        QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    }
    QCOMPARE(inside(), QStringList{"scan.pdf"});
}

void tst_WatchedDirectory::stopDropsWhatIsNotStored() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.tif"), tiff({textPage(300), textPage(300), textPage(300)}));
    QTRY_VERIFY_WITH_TIMEOUT(watch.pages.size() > 0, deadline);
    directory.stop();
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.unknown-file"));
    const auto before = watch.imported.size();
    watch.pages.clear();
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), before + 1, deadline);
    QCOMPARE(watch.pages.size(), 3);
    QVERIFY(directory.stored(path));
}

void tst_WatchedDirectory::nothingBeginsWhileHeld() {
    WatchedDirectory directory(settings(), *m_scanner);
    WatchedDirectory witness(settings(), *m_scanner);
    Watch watch(directory);
    Watch seen(witness);
    directory.setHeld(true);
    QVERIFY(directory.start());
    QVERIFY(witness.start());
    put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(seen.imported.size(), 1, deadline);
    QCOMPARE(watch.pages.size(), 0);
    // What the witness has read is its own until it stops.
    witness.stop();
    directory.setHeld(false);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

void tst_WatchedDirectory::sameNameTwice() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    for (int i = 1; i <= 3; ++i) {
        const QString path = put(QStringLiteral("scan.pdf"), pdf(i));
        QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), i, deadline);
        QVERIFY(directory.stored(path));
    }
    QCOMPARE(watch.pages.size(), 3);
    QCOMPARE(everything(), QStringList());
}

void tst_WatchedDirectory::othersAreLeftAlone() {
    put(QStringLiteral("notes.txt"), "x");
    put(QStringLiteral("half.pdf.part"), pdf(1));
    put(QStringLiteral(".hidden.pdf"), pdf(1));
    put(QStringLiteral("empty.pdf"), "");
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), m_path + QStringLiteral("/link.pdf")));
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    put(QStringLiteral("good.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.refused.size(), 0);
    QCOMPARE(watch.pages.size(), 1);
}

void tst_WatchedDirectory::missingDirectory() {
    WatchedDirectory directory({.path = m_path + QStringLiteral("/none")}, *m_scanner);
    QCOMPARE(directory.start().error().code, QStringLiteral("watch.directory-missing"));
}

/// Held open over the seconds between two pages, and sound after each of them: taken when it is closed, with every page.
void tst_WatchedDirectory::slowDevice_data() {
    QTest::addColumn<bool>("pdf");
    QTest::newRow("tiff") << false;
    QTest::newRow("pdf") << true;
}

void tst_WatchedDirectory::slowDevice() {
    QFETCH(bool, pdf);
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = m_path + (pdf ? QStringLiteral("/scan.pdf") : QStringLiteral("/scan.tif"));
    SlowDevice device(path, pdf ? pdfPageByPage(3) : tiffPageByPage(3), 700);
    bool early = false;
    connect(&directory, &WatchedDirectory::pageRead, &device, [&] { early = early || !device.isDone(); });
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(!early);
    QCOMPARE(watch.refused.size(), 0);
    int pages = 0;
    for (const auto& told : watch.pages)
        pages += told[1].value<motcua::domain::ports::ScannedPage>().pages;
    QCOMPARE(pages, 3);
    QVERIFY(directory.stored(path));
    QCOMPARE(everything(), QStringList());
}

/// Where nobody can be asked who is writing, only the time that nothing happens speaks.
void tst_WatchedDirectory::slowDeviceOnAShare() {
    auto share = settings();
    share.remote = true;
    share.quietMs = 2'500;
    WatchedDirectory directory(share, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    SlowDevice device(m_path + QStringLiteral("/scan.tif"), tiffPageByPage(3), 700);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(device.isDone());
    QCOMPARE(watch.pages.size(), 3);
}

/// Its pause was longer than anybody waits: what it writes after that is not lost with the file.
void tst_WatchedDirectory::shareDeviceThatGoesOnAfterAll() {
    auto share = settings();
    share.remote = true;
    share.quietMs = 300;
    WatchedDirectory directory(share, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = m_path + QStringLiteral("/scan.tif");
    connect(&directory, &WatchedDirectory::fileImported, &directory, [&](const QString& file) { QVERIFY(directory.stored(file)); });
    SlowDevice device(path, tiffPageByPage(2), 3'000);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.pages.size(), 1);
    QVERIFY(!device.isDone());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.pages.size(), 3);
    QCOMPARE(watch.refused.size(), 1);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("watch.changed"));
}

/// A file that was as large from the beginning, and its writer came to its second half after it was read.
void tst_WatchedDirectory::shareDeviceThatGoesOnWithinTheSameSize() {
    auto share = settings();
    share.remote = true;
    share.quietMs = 300;
    WatchedDirectory directory(share, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    // By a handle that was open all the time.
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::ReadWrite));
    QVERIFY(directory.stored(path));
    QCOMPARE(inside(), QStringList());
    const qint64 size = writer.size();
    QVERIFY(writer.seek(size - 1) && writer.write("\n") == 1 && writer.flush());
    QCOMPARE(writer.size(), size);
    writer.close();
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.refused.size(), 1);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("watch.changed"));
}

/// Its name says the size alone.
void tst_WatchedDirectory::readFileOfAProgramOfBefore() {
    const QByteArray content = pdf(1);
    put(QStringLiteral(".motcua-read-%1-scan 1.pdf").arg(content.size()), content);
    put(QStringLiteral(".motcua-read-%1-scan 2.pdf").arg(content.size() - 1), content);
    auto share = settings();
    share.remote = true;
    share.quietMs = 300;
    share.graceMs = 600;
    WatchedDirectory directory(share, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(QDir(m_path).entryList({".motcua-read-*"}, QDir::Files | QDir::Hidden).size(), 0, deadline);
    QCOMPARE(inside(), QStringList{"scan 2.pdf"});
}

void tst_WatchedDirectory::readFileOfAShareGoesInTheEnd() {
    auto share = settings();
    share.remote = true;
    share.quietMs = 300;
    share.graceMs = 600;
    WatchedDirectory directory(share, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(directory.stored(path));
    QCOMPARE(inside(), QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(everything(), QStringList(), deadline);
    QCOMPARE(watch.imported.size(), 1);
}

/// A line that broke off leaves half a file, closed and quiet.
void tst_WatchedDirectory::halfAFileIsKept() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QByteArray whole = pdf(3);
    put(QStringLiteral("scan.pdf"), whole.left(whole.size() * 3 / 4));
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("import.damaged"));
    QCOMPARE(everything(), QStringList{"scan.pdf"});
    put(QStringLiteral("scan.pdf"), whole);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.pages.last()[1].value<motcua::domain::ports::ScannedPage>().content, whole);
}

void tst_WatchedDirectory::reopenedBeforeStored() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadWrite));
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.changed"));
    QCOMPARE(inside(), QStringList{"scan.pdf"});
    again.close();
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
}

/// As a phone or a share with coarse clocks leaves them.
void tst_WatchedDirectory::oneTimeStamp() {
    const QStringList names{"anh 1.pdf", "anh 2.pdf", "anh 9.pdf", "anh 10.pdf", "Anh 11.pdf"};
    const QDateTime moment = QDateTime::currentDateTimeUtc().addSecs(-3600);
    for (int i : {3, 0, 4, 2, 1}) {
        QFile file(put(names[i], pdf(i + 1)));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(moment, QFileDevice::FileModificationTime));
    }
    put(QStringLiteral("0.pdf"), pdf(6));
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 6, deadline);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(watch.pages[i][1].value<motcua::domain::ports::ScannedPage>().pages, i + 1);
}

void tst_WatchedDirectory::twoDesks() {
    WatchedDirectory one(settings(), *m_scanner);
    WatchedDirectory other(settings(), *m_scanner);
    Watch first(one);
    Watch second(other);
    for (WatchedDirectory* desk : {&one, &other})
        connect(desk, &WatchedDirectory::fileImported, desk, [desk](const QString& file) { QVERIFY(desk->stored(file)); });
    QVERIFY(one.start());
    QVERIFY(other.start());
    constexpr int files = 12;
    for (int i = 1; i <= files; ++i)
        put(QStringLiteral("scan %1.pdf").arg(i), pdf(i));
    QTRY_COMPARE_WITH_TIMEOUT(everything(), QStringList(), deadline);
    QCOMPARE(first.imported.size() + second.imported.size(), files);
    QCOMPARE(first.refused.size() + second.refused.size(), 0);
    QSet<int> pages;
    for (const QSignalSpy* spy : {&first.pages, &second.pages})
        for (const auto& told : *spy)
            pages.insert(told[1].value<motcua::domain::ports::ScannedPage>().pages);
    QCOMPARE(pages.size(), files);
}

/// The claim of a desk that is gone, as it leaves it behind when its machine stops.
void tst_WatchedDirectory::deadDesksClaimIsTakenOver() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    auto dead = std::make_unique<FileClaims>(m_path, "dead", 60'000);
    QCOMPARE(dead->take("scan.pdf"), Claim::Mine);
    auto patient = settings();
    patient.claimMs = 700;
    WatchedDirectory directory(patient, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(!dead->isMine("scan.pdf"));
    QVERIFY(directory.stored(m_path + QStringLiteral("/scan.pdf")));
    dead.reset();
    QCOMPARE(everything(), QStringList());
}

void tst_WatchedDirectory::whatStandsAtAClaimsNameIsPassedOver_data() {
    QTest::addColumn<std::function<bool(const QByteArray& claim)>>("put");
    using Put = std::function<bool(const QByteArray&)>;
    QTest::newRow("a directory") << Put([](const QByteArray& at) { return ::mkdir(at.constData(), 0700) == 0; });
    QTest::newRow("a directory with something in it")
        << Put([](const QByteArray& at) { return ::mkdir(at.constData(), 0700) == 0 && ::mkdir((at + "/in it").constData(), 0700) == 0; });
    QTest::newRow("a pipe") << Put([](const QByteArray& at) { return ::mkfifo(at.constData(), 0600) == 0; });
    QTest::newRow("a link that leads nowhere") << Put([](const QByteArray& at) { return ::symlink("/nowhere", at.constData()) == 0; });
}

/// Whoever may write into the folder can put anything there.
void tst_WatchedDirectory::whatStandsAtAClaimsNameIsPassedOver() {
    QFETCH(std::function<bool(const QByteArray& claim)>, put);
    const QByteArray name("scan.pdf");
    this->put(QString::fromLatin1(name), pdf(1));
    QVERIFY(put(QFile::encodeName(m_path) + "/.motcua-claim-" + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex()));
    auto patient = settings();
    patient.claimMs = 700;
    WatchedDirectory directory(patient, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(directory.stored(m_path + QStringLiteral("/scan.pdf")));
}

/// Another file under a claim's name, or under the name that a claim was made by before it is put in place, stays as it is.
void tst_WatchedDirectory::aLinkedClaimIsNotWrittenInto() {
    const QByteArray folder = QFile::encodeName(m_path);
    const QByteArray claim = folder + "/.motcua-claim-" + QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex();
    const QByteArray victim = folder + "/../letter";
    const auto letter = [&victim] {
        QFile file(QFile::decodeName(victim));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_bench->write(QStringLiteral("letter"), "desk-A\nthat was all");
    FileClaims claims(m_path, "desk-A", 1);
    put(QStringLiteral("scan.pdf"), pdf(1));
    QCOMPARE(::link(victim.constData(), claim.constData()), 0);
    QCOMPARE(claims.take("scan.pdf"), Claim::Mine);
    int beats = 0;
    QTRY_VERIFY_WITH_TIMEOUT((claims.refresh(), ++beats > 3), deadline);
    QCOMPARE(letter(), QByteArray("desk-A\nthat was all"));
    // The dead claim of another desk, and a pipe where this one's used to be written.
    QCOMPARE(::unlink(claim.constData()), 0);
    put(QString::fromLatin1(claim.mid(claim.lastIndexOf('/') + 1)), "dead\n1\n");
    QCOMPARE(::mkfifo((claim + '-' + QCryptographicHash::hash("desk-A", QCryptographicHash::Sha1).toHex()).constData(), 0600), 0);
    FileClaims other(m_path, "desk-A", 1);
    QTRY_COMPARE_WITH_TIMEOUT(other.take("scan.pdf"), Claim::Mine, deadline);
}

/// A paper that lies elsewhere and is this user's alone: nothing of it is read, and it stays.
void tst_WatchedDirectory::swappedForALinkIsNotFollowed() {
    const QString letter = m_bench->write(QStringLiteral("letter.pdf"), pdf(3));
    put(QStringLiteral("scan.pdf"), pdf(1));
    Swapped scanner(*m_scanner, QFile::encodeName(letter));
    WatchedDirectory directory(settings(), scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(scanner.swaps, 1);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("import.damaged"));
    QCOMPARE(watch.pages.size(), 0);
    QCOMPARE(watch.imported.size(), 0);
    QVERIFY(QFile::exists(letter));
}

/// Read as it should be, and swapped before its pages were sealed: what the link leads to is not deleted.
void tst_WatchedDirectory::swappedForALinkBeforeStored() {
    const QString letter = m_bench->write(QStringLiteral("letter.pdf"), pdf(3));
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(QFile::remove(path) && QFile::link(letter, path));
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.changed"));
    QVERIFY(QFile::exists(letter));
    QCOMPARE(watch.pages.size(), 1);
}

/// Whatever mask the program runs with.
void tst_WatchedDirectory::aClaimIsReadByOtherUsersDesks() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    const mode_t before = ::umask(S_IRWXG | S_IRWXO);
    FileClaims claims(m_path, "desk-A", deadline);
    const Claim taken = claims.take("scan.pdf");
    ::umask(before);
    QCOMPARE(taken, Claim::Mine);
    struct stat state = {};
    QCOMPARE(
        ::stat((QFile::encodeName(m_path) + "/.motcua-claim-" + QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex()).constData(),
            &state),
        0);
    QCOMPARE(state.st_mode & ALLPERMS, mode_t(0644));
}

void tst_WatchedDirectory::lostClaimIsTold() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    for (const QString& claim : QDir(m_path).entryList({".motcua-claim-*"}, QDir::Files | QDir::Hidden))
        m_bench->write(QStringLiteral("inbox/") + claim, "another desk\n1\n");
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.taken-elsewhere"));
    QCOMPARE(inside(), QStringList{"scan.pdf"});
}

void tst_WatchedDirectory::ownClaimOfAnEarlierLife() {
    put(QStringLiteral("scan.pdf"), pdf(1));
    put(QStringLiteral(".motcua-claim-%1").arg(QString::fromLatin1(QCryptographicHash::hash("scan.pdf", QCryptographicHash::Sha1).toHex())),
        "desk 7\n4\n");
    auto own = settings();
    own.owner = "desk 7";
    WatchedDirectory directory(own, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

void tst_WatchedDirectory::emptyFileIsToldInTheEnd() {
    auto soon = settings();
    soon.emptyMs = 600;
    put(QStringLiteral("empty.pdf"), "");
    WatchedDirectory directory(soon, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][0].toString(), m_path + QStringLiteral("/empty.pdf"));
    const auto error = watch.refused[0][1].value<motcua::base::Error>();
    QCOMPARE(error.code, QStringLiteral("import.damaged"));
    QCOMPARE(error.detail.value(QStringLiteral("reason")), QStringLiteral("empty"));
    // Once, and taken when something comes.
    put(QStringLiteral("empty.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.refused.size(), 1);
}

void tst_WatchedDirectory::unreadableIsTold() {
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QVERIFY(QFile::setPermissions(path, {}));
    if (QFile(path).open(QIODevice::ReadOnly))
        QSKIP("whoever runs this may read any file here");
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().detail.value(QStringLiteral("reason")), QStringLiteral("unreadable"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

/// An old copier writes names in its own code page.
void tst_WatchedDirectory::nameOfAnotherCodePage() {
    const QByteArray name = QFile::encodeName(m_path) + "/h\xf4 s\xbd.pdf";
    {
        std::ofstream file(name.constData(), std::ios::binary);
        const QByteArray content = pdf(2);
        file.write(content.constData(), content.size());
    }
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.refused.size(), 0);
    QVERIFY(directory.stored(watch.imported[0][0].toString()));
    QCOMPARE(everything(), QStringList());
}

/// Taken, or told by name; never left to lie there without a word.
void tst_WatchedDirectory::everyEnding_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    const QByteArray jpeg = encodedAs(textPage(100), "jpeg");
    QTest::newRow("jfif") << "a.jfif" << jpeg << "";
    QTest::newRow("JPE") << "a.JPE" << jpeg << "";
    QTest::newRow("bmp") << "a.bmp" << encodedAs(textPage(100).convertToFormat(QImage::Format_RGB888), "bmp") << "";
    QFile webp(QStringLiteral(MOTCUA_TEST_DATA "/field/page.webp"));
    QVERIFY(webp.open(QIODevice::ReadOnly));
    QTest::newRow("webp") << "a.webp" << webp.readAll() << "";
    QTest::newRow("no ending") << "scan0001" << pdf(1) << "";
    QTest::newRow("unknown ending") << "scan.001" << jpeg << "";
    QTest::newRow("heic") << "IMG_1.HEIC"
                          << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0\0\0mif1heic",
                                 24) +
                                 QByteArray(99, 'x')
                          << "import.unsupported";
    QTest::newRow("word") << "don.docx" << QByteArray("PK\3\4\x14\0", 6) + QByteArray(99, 'x') << "import.unsupported";
}

void tst_WatchedDirectory::everyEnding() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(name, content);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size() + watch.refused.size(), 1, deadline);
    if (code.isEmpty()) {
        QCOMPARE(watch.imported.size(), 1);
        return;
    }
    QCOMPARE(watch.refused[0][0].toString(), path);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, code);
    QCOMPARE(inside(), QStringList{name});
}

QTEST_GUILESS_MAIN(tst_WatchedDirectory)
#include "tst_WatchedDirectory.moc"
