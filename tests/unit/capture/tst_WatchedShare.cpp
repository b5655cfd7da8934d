#include "tests/support/sane/SlowDevice.h"
#include "tests/support/sane/TestPages.h"
#include "tests/support/sane/UnseenWrite.h"
#include "tests/support/sane/WatchedInbox.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace motcua::capture;
using namespace motcua::capture::test;

/// A watched directory on a share, where nobody can be asked who is writing.
class tst_WatchedShare : public QObject, private WatchedInbox {
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }
    void slowDeviceOnAShare();
    void shareDeviceThatGoesOnAfterAll();
    void shareDeviceThatGoesOnWithinTheSameSize();
    void writtenToWithItsMomentSetBack();
    void notedAtEveryLook();
    void goesBackBesideAnotherOfItsName();
    void readFileOfAProgramOfBefore();
    void namesLikeMoments_data();
    void namesLikeMoments();
    void readFileOfAShareGoesInTheEnd();
};

/// Where nobody can be asked who is writing, only the time that nothing happens speaks.
void tst_WatchedShare::slowDeviceOnAShare() {
    const auto slow = share(2'500);
    WatchedDirectory directory(slow, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    SlowDevice device(m_path + QStringLiteral("/scan.tif"), tiffPageByPage(3), 700);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(device.isDone());
    QCOMPARE(watch.pages.size(), 3);
}

/// Its pause was longer than anybody waits: what it writes after that is not lost with the file.
void tst_WatchedShare::shareDeviceThatGoesOnAfterAll() {
    const auto slow = share(300);
    WatchedDirectory directory(slow, *m_scanner);
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
void tst_WatchedShare::shareDeviceThatGoesOnWithinTheSameSize() {
    const auto slow = share(300);
    WatchedDirectory directory(slow, *m_scanner);
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

/// As a device does that keeps the moment of the scan.
void tst_WatchedShare::writtenToWithItsMomentSetBack() {
    WatchedDirectory directory(share(300), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QByteArray one = pdf(1);
    const QString path = put(QStringLiteral("scan.pdf"), one);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(directory.stored(path));
    const QStringList hidden = everything();
    QCOMPARE(hidden.size(), 1);
    QVERIFY(writtenUnseen(m_path + QLatin1Char('/') + hidden.first(), one));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.refused.size(), 1);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("watch.changed"));
    QCOMPARE(inside(), QStringList{"scan.pdf"});
}

/// Some program changes what the file system has of it, again and again, and not its content: it is taken once more, and then goes.
void tst_WatchedShare::notedAtEveryLook() {
    WatchedDirectory directory(share(300, 1'200), *m_scanner);
    Watch watch(directory);
    connect(&directory, &WatchedDirectory::fileImported, &directory, [&](const QString& file) { QVERIFY(directory.stored(file)); });
    QVERIFY(directory.start());
    put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(QDir(m_path).entryList({".motcua-done-*"}, QDir::Files | QDir::Hidden).size(), 1, deadline);
        const QString hidden = m_path + QLatin1Char('/') + QDir(m_path).entryList({".motcua-done-*"}, QDir::Files | QDir::Hidden).first();
        QCOMPARE(::chmod(QFile::encodeName(hidden).constData(), i == 0 ? 0640 : 0600), 0);
        QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    }
    QTRY_COMPARE_WITH_TIMEOUT(everything(), QStringList(), deadline);
    QCOMPARE(watch.imported.size(), 2);
}

/// The device has begun its next file under the same name.
void tst_WatchedShare::goesBackBesideAnotherOfItsName() {
    const QByteArray content = pdf(2);
    put(QStringLiteral(".motcua-done-x-%1-scan.pdf").arg(content.size() - 1), content);
    put(QStringLiteral("scan.pdf"), pdf(1));
    WatchedDirectory directory(share(300), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.refused.size(), 1);
    QCOMPARE(watch.refused[0][0].toString(), m_path + QStringLiteral("/scan-2.pdf"));
    QCOMPARE(inside(), (QStringList{"scan-2.pdf", "scan.pdf"}));
}

void tst_WatchedShare::namesLikeMoments_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"@zz-scan.pdf", "@0-scan.pdf", "@-5-scan.pdf", "@abcdefghijkl-scan.pdf", "x-9-scan.pdf", "@zz-", "-.pdf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// A file that calls itself so is taken, goes, and comes back under its own name when it was written to.
void tst_WatchedShare::namesLikeMoments() {
    QFETCH(QString, name);
    WatchedDirectory directory(share(300), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(name, pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::ReadWrite));
    QVERIFY(directory.stored(path));
    QCOMPARE(inside(), QStringList());
    QVERIFY(writer.seek(writer.size()) && writer.write("\n") == 1);
    writer.close();
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QCOMPARE(watch.refused[0][0].toString(), path);
    QCOMPARE(inside(), QStringList{name});
}

/// Its name says the size alone.
void tst_WatchedShare::readFileOfAProgramOfBefore() {
    const QByteArray content = pdf(1);
    put(QStringLiteral(".motcua-read-%1-scan 1.pdf").arg(content.size()), content);
    put(QStringLiteral(".motcua-read-%1-scan 2.pdf").arg(content.size() - 1), content);
    put(QStringLiteral(".motcua-read-%1-@zz-scan 3.pdf").arg(content.size()), content);
    put(QStringLiteral(".motcua-read-%1-@zz-scan 4.pdf").arg(content.size() - 1), content);
    const auto slow = share(300, 600);
    WatchedDirectory directory(slow, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 2, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(QDir(m_path).entryList({".motcua-read-*"}, QDir::Files | QDir::Hidden).size(), 0, deadline);
    QCOMPARE(inside(), (QStringList{"@zz-scan 4.pdf", "scan 2.pdf"}));
}

void tst_WatchedShare::readFileOfAShareGoesInTheEnd() {
    const auto slow = share(300, 600);
    WatchedDirectory directory(slow, *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QString path = put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QVERIFY(directory.stored(path));
    QCOMPARE(inside(), QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(everything(), QStringList(), deadline);
    QCOMPARE(watch.imported.size(), 1);
}

QTEST_GUILESS_MAIN(tst_WatchedShare)
#include "tst_WatchedShare.moc"
