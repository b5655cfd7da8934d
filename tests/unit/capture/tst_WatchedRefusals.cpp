#include "tests/support/sane/TestPages.h"
#include "tests/support/sane/WatchedInbox.h"

#include <QFile>
#include <QTest>

#include <fstream>

using namespace motcua::capture;
using namespace motcua::capture::test;

/// What lies in a watched directory and cannot be taken: told by name, kept as it is, taken when it is made good.
class tst_WatchedRefusals : public QObject, private WatchedInbox {
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }
    void keepsRefusedFile();
    void refusedFileMadeGoodIsTaken();
    void othersAreLeftAlone();
    void halfAFileIsKept();
    void emptyFileIsToldInTheEnd();
    void unreadableIsTold();
    void nameOfAnotherCodePage();
    void severalInOneFileAllCome();
    void aPictureOfNoPageIsTold();
    void everyEnding_data();
    void everyEnding();
};

void tst_WatchedRefusals::keepsRefusedFile() {
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

void tst_WatchedRefusals::refusedFileMadeGoodIsTaken() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    put(QStringLiteral("scan.pdf"), "nothing");
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    put(QStringLiteral("scan.pdf"), pdf(1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
}

void tst_WatchedRefusals::othersAreLeftAlone() {
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

/// A line that broke off leaves half a file, closed and quiet.
void tst_WatchedRefusals::halfAFileIsKept() {
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

void tst_WatchedRefusals::emptyFileIsToldInTheEnd() {
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

void tst_WatchedRefusals::unreadableIsTold() {
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
void tst_WatchedRefusals::nameOfAnotherCodePage() {
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

/// It goes only with all that is in it.
void tst_WatchedRefusals::severalInOneFileAllCome() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    const QByteArray jpeg = encodedAs(textPage(100), "jpeg");
    const QString whole = put(QStringLiteral("two.jpg"), jpeg + jpeg);
    QTRY_COMPARE_WITH_TIMEOUT(watch.imported.size(), 1, deadline);
    QCOMPARE(watch.pages.size(), 2);
    QVERIFY(directory.stored(whole));
    const QString half = put(QStringLiteral("half.jpg"), jpeg + jpeg.left(jpeg.size() / 2));
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][0].toString(), half);
    QCOMPARE(inside(), QStringList{"half.jpg"});
}

void tst_WatchedRefusals::aPictureOfNoPageIsTold() {
    WatchedDirectory directory(settings(), *m_scanner);
    Watch watch(directory);
    QVERIFY(directory.start());
    QImage hair(20'000, 2, QImage::Format_Grayscale8);
    hair.fill(255);
    put(QStringLiteral("hair.png"), encodedAs(hair, "png"));
    QTRY_COMPARE_WITH_TIMEOUT(watch.refused.size(), 1, deadline);
    QCOMPARE(watch.refused[0][1].value<motcua::base::Error>().code, QStringLiteral("import.no-page"));
    QCOMPARE(inside(), QStringList{"hair.png"});
}

/// Taken, or told by name; never left to lie there without a word.
void tst_WatchedRefusals::everyEnding_data() {
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

void tst_WatchedRefusals::everyEnding() {
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

QTEST_GUILESS_MAIN(tst_WatchedRefusals)
#include "tst_WatchedRefusals.moc"
