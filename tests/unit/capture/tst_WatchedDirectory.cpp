#include "tests/support/sane/KeptFile.h"
#include "tests/support/sane/SlowDevice.h"
#include "tests/support/sane/TestPages.h"
#include "tests/support/sane/UnseenWrite.h"
#include "tests/support/sane/WatchedInbox.h"

#include <QFile>
#include <QTest>
#include <QTimer>

using namespace motcua::capture;
using namespace motcua::capture::test;

/// A directory that others put files into: whole files only, each once, none lost.
class tst_WatchedDirectory : public QObject, private WatchedInbox {
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }
    void deletesOnlyWhenStored();
    void fileThatCannotBeDeletedIsTold();
    void takesWhatLayThereAlready();
    void waitsForGrowingFile();
    void changedBeforeStored();
    void changedWithItsMomentSetBack();
    void unstoredFileComesAgainAfterRestart();
    void stopDropsWhatIsNotStored();
    void nothingBeginsWhileHeld();
    void sameNameTwice();
    void missingDirectory();
    void slowDevice_data();
    void slowDevice();
    void reopenedBeforeStored();
    void oneTimeStamp();
};

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
    const QString path = put(QStringLiteral("stuck.pdf"), pdf(1));
    const KeptFile kept(path);
    if (!kept.isKept())
        QSKIP("whoever runs this may delete any file here");
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
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

/// In place and as large as it was, by a device that keeps the moment of the scan.
void tst_WatchedDirectory::changedWithItsMomentSetBack() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(writtenUnseen(path, pdf(1)));
    QCOMPARE(directory.stored(path).error().code, QStringLiteral("watch.changed"));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QVERIFY(directory.stored(path));
    QCOMPARE(everything(), QStringList());
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

QTEST_GUILESS_MAIN(tst_WatchedDirectory)
#include "tst_WatchedDirectory.moc"
