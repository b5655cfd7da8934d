// Files from disk through the real helper: good ones whole and in order, bad ones refused by the right code.

#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_ImportFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pictures_data();
    void pictures();
    void keepsPdfAsItIs();
    void readsCodeInPdf();
    void everyTiffPage();
    void turnsPhotographsUpright();
    void inTheOrderGiven();
    void refuses_data();
    void refuses();
    void keepsWhatCameBefore();
    void leavesNothingBehind();

private:
    JobRecord& import(const QStringList& paths);

    ScannerBench m_bench;
    std::unique_ptr<JobRecord> m_record;
    QByteArray m_png;
    QByteArray m_jpeg;
    QByteArray m_tiff;
};

namespace {

/// A PNG that claims to be of this size; its checksums are right.
QByteArray pngOfClaimedSize(quint32 width, quint32 height) {
    QImage dot(1, 1, QImage::Format_Grayscale8);
    dot.fill(0);
    QByteArray png = encodedAs(dot, "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(png.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

/// The JPEG with the size in its frame header replaced.
QByteArray jpegOfClaimedSize(QByteArray jpeg, quint16 side) {
    const qsizetype frame = jpeg.indexOf(QByteArray("\xff\xc0\0", 3));
    qToBigEndian(side, jpeg.data() + frame + 5);
    qToBigEndian(side, jpeg.data() + frame + 7);
    return jpeg;
}

/// The TIFF (little-endian, sizes as 16-bit values) with its width and height replaced.
QByteArray tiffOfClaimedSize(QByteArray tiffFile, quint16 side) {
    for (const char tag : {'\x00', '\x01'}) {
        const qsizetype entry = tiffFile.indexOf(QByteArray(1, tag) + QByteArray("\x01\x03\0\x01\0\0\0", 7));
        if (entry < 0)
            qFatal("no size in the TIFF");
        qToLittleEndian(side, tiffFile.data() + entry + 8);
    }
    return tiffFile;
}

/// The JPEG with an Exif note that the camera was held on its side.
QByteArray heldOnItsSide(const QByteArray& jpeg) {
    const QByteArray tiffHeader("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 26);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiffHeader;
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(body.size() + 2), length.data());
    return jpeg.left(2) + "\xff\xe1" + length + body + jpeg.mid(2);
}

}

JobRecord& tst_ImportFiles::import(const QStringList& paths) {
    m_record = std::make_unique<JobRecord>(SaneScanner(m_bench.settings()).importFiles(paths));
    m_record->wait();
    return *m_record;
}

void tst_ImportFiles::initTestCase() {
    const QImage page = textPage(100);
    m_png = encodedAs(page, "png");
    m_jpeg = encodedAs(page, "jpeg");
    m_tiff = tiff({page});
}

void tst_ImportFiles::pictures_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("jpeg") << m_jpeg;
    QTest::newRow("png") << m_png;
    QTest::newRow("tiff") << m_tiff;
    QTest::newRow("png with palette") << encodedAs(textPage(100).convertToFormat(QImage::Format_Indexed8), "png");
    QTest::newRow("png, one bit") << encodedAs(textPage(100).convertToFormat(QImage::Format_Mono), "png");
    QTest::newRow("png with transparency") << encodedAs(textPage(100).convertToFormat(QImage::Format_ARGB32), "png");
    QTest::newRow("png, sixteen bits") << encodedAs(textPage(100).convertToFormat(QImage::Format_Grayscale16), "png");
    QTest::newRow("jpeg in colour") << encodedAs(textPage(100).convertToFormat(QImage::Format_RGB888), "jpeg");
}

void tst_ImportFiles::pictures() {
    QFETCH(QByteArray, content);
    // The content says what a file is, not its name.
    JobRecord& record = import({m_bench.write(QStringLiteral("picture.bin"), content)});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(record.pages[0].pages, 1);
    const Picture picture = look(record.pages[0].content);
    QCOMPARE(picture.width, record.pages[0].width);
    QVERIFY(qAbs(double(picture.height) / picture.width - 1.414) < 0.02);
}

void tst_ImportFiles::keepsPdfAsItIs() {
    const QByteArray content = pdf(7);
    JobRecord& record = import({m_bench.write(QStringLiteral("seven.pdf"), content)});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(record.pages[0].content, content);
    QCOMPARE(record.pages[0].mediaType, QStringLiteral("application/pdf"));
    QCOMPARE(record.pages[0].pages, 7);
}

void tst_ImportFiles::readsCodeInPdf() {
    JobRecord& record = import({m_bench.write(QStringLiteral("code.pdf"), pdfOf(pageWithCode(cardText())))});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages[0].codes, QStringList{cardText()});
}

void tst_ImportFiles::everyTiffPage() {
    JobRecord& record = import({m_bench.write(QStringLiteral("three.tif"), tiff({textPage(100), textPage(100, 10), textPage(150)}))});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(3));
    QVERIFY(record.pages[2].width > record.pages[0].width);
}

void tst_ImportFiles::turnsPhotographsUpright() {
    JobRecord& record = import({m_bench.write(QStringLiteral("side.jpg"), heldOnItsSide(m_jpeg))});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QVERIFY(record.pages[0].width > record.pages[0].height);
}

void tst_ImportFiles::inTheOrderGiven() {
    JobRecord& record = import({m_bench.write(QStringLiteral("2.pdf"), pdf(2)), m_bench.write(QStringLiteral("1.jpg"), m_jpeg),
        m_bench.write(QString::fromUtf8("ảnh 3.pdf"), pdf(3))});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(3));
    QCOMPARE(record.pages[0].pages, 2);
    QCOMPARE(record.pages[1].mediaType, QStringLiteral("image/jpeg"));
    QCOMPARE(record.pages[2].pages, 3);
}

void tst_ImportFiles::refuses_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << "import.damaged";
    QTest::newRow("text") << QByteArray("not a picture") << "import.unsupported";
    QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14) << "import.unsupported";
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << "import.unsupported";
    QTest::newRow("half a jpeg") << m_jpeg.left(m_jpeg.size() / 2) << "import.damaged";
    QTest::newRow("jpeg, only its start") << m_jpeg.left(20) << "import.damaged";
    QTest::newRow("half a png") << m_png.left(m_png.size() / 2) << "import.damaged";
    QTest::newRow("png, only its start") << m_png.left(12) << "import.damaged";
    QTest::newRow("half a tiff") << m_tiff.left(m_tiff.size() / 2) << "import.damaged";
    QTest::newRow("tiff, only its start") << m_tiff.left(8) << "import.damaged";
    QTest::newRow("pdf, only its start") << QByteArray("%PDF-1.7\n%%EOF") << "import.damaged";
    QTest::newRow("a pdf's first tenth") << pdf(3).left(200) << "import.damaged";
    QTest::newRow("png of 50 000 x 50 000") << pngOfClaimedSize(50'000, 50'000) << "import.too-large";
    QTest::newRow("png of 9 000 x 9 000") << pngOfClaimedSize(9'000, 9'000) << "import.too-large";
    QTest::newRow("png of 2^31 - 1") << pngOfClaimedSize(0x7fffffff, 1) << "import.too-large";
    QTest::newRow("png of no size") << pngOfClaimedSize(0, 100) << "import.damaged";
    QTest::newRow("png of a size it has not") << pngOfClaimedSize(5'000, 5'000) << "import.damaged";
    QTest::newRow("jpeg of 65 500 x 65 500") << jpegOfClaimedSize(m_jpeg, 65'500) << "import.too-large";
    QTest::newRow("tiff of 60 000 x 60 000") << tiffOfClaimedSize(m_tiff, 60'000) << "import.too-large";
    QTest::newRow("tiff of a size it has not") << tiffOfClaimedSize(m_tiff, 5'000) << "import.damaged";
    QTest::newRow("pdf of 301 pages") << pdf(301) << "import.too-many-pages";
    QTest::newRow("tiff of 201 pages") << tiff(QList<QImage>(201, textPage(100).scaled(70, 70))) << "import.too-many-pages";
}

void tst_ImportFiles::refuses() {
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    JobRecord& record = import({m_bench.write(QStringLiteral("bad"), content)});
    QCOMPARE(record.error.code, code);
    QCOMPARE(record.error.detail.value(QStringLiteral("file")), QStringLiteral("1"));
    QCOMPARE(record.endings, 1);
}

void tst_ImportFiles::keepsWhatCameBefore() {
    const QString good = m_bench.write(QStringLiteral("good.jpg"), m_jpeg);
    JobRecord& missing = import({good, m_bench.file(QStringLiteral("missing.jpg")), good});
    QCOMPARE(missing.error.code, QStringLiteral("import.damaged"));
    QCOMPARE(missing.error.detail.value(QStringLiteral("file")), QStringLiteral("2"));
    QCOMPARE(missing.pages.size(), size_t(1));

    JobRecord& directory = import({good, m_bench.file(QStringLiteral("."))});
    QCOMPARE(directory.error.code, QStringLiteral("import.damaged"));
    QCOMPARE(directory.pages.size(), size_t(1));

    QFile huge(m_bench.file(QStringLiteral("huge.pdf")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(65LL * 1024 * 1024));
    JobRecord& tooLarge = import({good, good, huge.fileName()});
    QCOMPARE(tooLarge.error.code, QStringLiteral("import.too-large"));
    QCOMPARE(tooLarge.pages.size(), size_t(2));
}

void tst_ImportFiles::leavesNothingBehind() {
    ScannerBench bench;
    HelperSettings settings = bench.settings();
    QVERIFY(QDir().mkpath(bench.file(QStringLiteral("tmp"))));
    settings.environment.insert(QStringLiteral("TMPDIR"), bench.file(QStringLiteral("tmp")));
    JobRecord record(SaneScanner(settings).importFiles({bench.write(QStringLiteral("a.tif"), m_tiff), bench.write(QStringLiteral("b.png"), m_png),
        bench.write(QStringLiteral("c.jpg"), m_jpeg), bench.write(QStringLiteral("d.pdf"), pdf(1))}));
    QVERIFY(record.wait());
    QCOMPARE(record.error.code, QString());
    QVERIFY(QDir(bench.file(QStringLiteral("tmp"))).isEmpty());
}

QTEST_GUILESS_MAIN(tst_ImportFiles)
#include "tst_ImportFiles.moc"
