// A directory that others put files into: whole files only, each once, none lost.

#include "app/capture/SaneScanner.h"
#include "app/capture/WatchedDirectory.h"
#include "tests/support/sane/KeptFile.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

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

QTEST_GUILESS_MAIN(tst_WatchedDirectory)
#include "tst_WatchedDirectory.moc"
