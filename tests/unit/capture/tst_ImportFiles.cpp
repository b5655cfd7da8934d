// Files from disk through the real helper: good ones whole and in order, bad ones refused by the right code.

#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

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
    void orientations_data();
    void orientations();
    void uprightFromTheField_data();
    void uprightFromTheField();
    void faxKeepsItsShape();
    void previewIsNoPage();
    void tilesAreRead();
    void otherKinds_data();
    void otherKinds();
    void cutAnywhere_data();
    void cutAnywhere();
    void lockedPdf();
    void inTheOrderGiven();
    void refuses_data();
    void refuses();
    void readsNothingButAPlainFile_data();
    void readsNothingButAPlainFile();
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

QByteArray exif(int orientation) {
    QByteArray note("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 26);
    note[19] = static_cast<char>(orientation);
    return note;
}

/// The JPEG with an Exif note of how the camera was held.
QByteArray held(const QByteArray& jpeg, int orientation) {
    const QByteArray body = QByteArray("Exif\0\0", 6) + exif(orientation);
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(body.size() + 2), length.data());
    return jpeg.left(2) + "\xff\xe1" + length + body + jpeg.mid(2);
}

QByteArray pngHeld(const QByteArray& png, int orientation) {
    constexpr qsizetype afterHeader = 33;
    const QByteArray body = "eXIf" + exif(orientation);
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(body.size() - 4), length.data());
    quint32 crc = 0xffffffff;
    for (const char byte : body) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    QByteArray check(4, '\0');
    qToBigEndian(~crc, check.data());
    return png.left(afterHeader) + length + body + check + png.mid(afterHeader);
}

/// An uncompressed TIFF, in colour or black and white, with an orientation and (where not 0) resolutions.
QByteArray plainTiff(const QImage& image, int orientation) {
    const bool bilevel = image.format() == QImage::Format_Mono;
    QByteArray rows;
    for (int y = 0; y < image.height(); ++y)
        rows.append(reinterpret_cast<const char*>(image.constScanLine(y)), bilevel ? (image.width() + 7) / 8 : image.width() * 3);
    QByteArray directory;
    const auto word = [&directory](quint16 value) { directory.append(char(value & 255)).append(char(value >> 8)); };
    const auto number = [&word](quint32 value) {
        word(quint16(value & 0xffff));
        word(quint16(value >> 16));
    };
    constexpr int entries = 10;
    const auto data = quint32(8 + 2 + entries * 12 + 4 + 6);
    const auto entry = [&](quint16 tag, quint16 type, quint32 count, quint32 value) {
        word(tag);
        word(type);
        number(count);
        number(value);
    };
    word(entries);
    entry(256, 4, 1, quint32(image.width()));
    entry(257, 4, 1, quint32(image.height()));
    bilevel ? entry(258, 3, 1, 1) : entry(258, 3, 3, data - 6);
    entry(259, 3, 1, 1);
    entry(262, 3, 1, bilevel ? 1 : 2);
    entry(273, 4, 1, data);
    entry(274, 3, 1, quint32(orientation));
    entry(277, 3, 1, bilevel ? 1 : 3);
    entry(278, 4, 1, quint32(image.height()));
    entry(279, 4, 1, quint32(rows.size()));
    number(0);
    for (int i = 0; i < 3; ++i)
        word(8);
    return QByteArray("II*\0\x08\0\0\0", 8) + directory + rows;
}

QByteArray field(const char* name) {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/field/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A page with one dark corner, top left, wider than high, in the way a camera stores it when it is held as `orientation` says.
QImage cornerStored(int orientation) {
    QImage page(600, 400, QImage::Format_RGB888);
    page.fill(QColor(250, 250, 245));
    QPainter(&page).fillRect(40, 30, 120, 60, QColor(170, 20, 30));
    const QTransform quarter = QTransform().rotate(90);
    switch (orientation) {
    case 2:
        return page.mirrored(true, false);
    case 3:
        return page.mirrored(true, true);
    case 4:
        return page.mirrored(false, true);
    case 5:
        return page.transformed(quarter).mirrored(true, false);
    case 6:
        return page.transformed(QTransform().rotate(-90));
    case 7:
        return page.transformed(quarter).mirrored(false, true);
    case 8:
        return page.transformed(quarter);
    default:
        return page;
    }
}

/// In which corner of a page the ink is: "top left", …
QByteArray inkAt(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    qint64 count = 0;
    qint64 xs = 0;
    qint64 ys = 0;
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            if (grey.constScanLine(y)[x] < 128) {
                ++count;
                xs += x;
                ys += y;
            }
    if (count == 0)
        return "nowhere";
    return QByteArray(ys / count < grey.height() / 2 ? "top" : "bottom") + (xs / count < grey.width() / 2 ? " left" : " right");
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
    QTest::newRow("bmp") << encodedAs(textPage(100).convertToFormat(QImage::Format_RGB888), "bmp");
    QTest::newRow("webp") << field("page.webp");
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
    JobRecord& record = import({m_bench.write(QStringLiteral("side.jpg"), held(m_jpeg, 6))});
    QCOMPARE(record.error.code, QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QVERIFY(record.pages[0].width > record.pages[0].height);
}

void tst_ImportFiles::orientations_data() {
    QTest::addColumn<QByteArray>("content");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QImage stored = cornerStored(orientation);
        QTest::addRow("jpeg, %d", orientation) << held(encodedAs(stored, "jpeg"), orientation);
        QTest::addRow("jpeg with XMP before, %d", orientation)
            << held(encodedAs(stored, "jpeg"), orientation).insert(2, QByteArray("\xff\xe1\0\x24http://ns.adobe.com/xap/1.0/\0<xm/>", 38));
        QTest::addRow("png, %d", orientation) << pngHeld(encodedAs(stored, "png"), orientation);
        QTest::addRow("colour tiff, %d", orientation) << plainTiff(stored, orientation);
        QImage bilevel = stored.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        if (bilevel.color(0) != qRgb(0, 0, 0))
            bilevel.invertPixels();
        QTest::addRow("black and white tiff, %d", orientation) << plainTiff(bilevel, orientation);
    }
}

void tst_ImportFiles::orientations() {
    QFETCH(QByteArray, content);
    JobRecord& record = import({m_bench.write(QStringLiteral("held.bin"), content)});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    const QImage page = shown(record.pages[0].content);
    QCOMPARE(page.size(), QSize(600, 400));
    QCOMPARE(inkAt(page), QByteArray("top left"));
}

void tst_ImportFiles::uprightFromTheField_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    QTest::newRow("orientation 5") << "exif-orientation-5.jpg" << QSize(248, 351);
    QTest::newRow("XMP before Exif") << "xmp-before-exif6.jpg" << QSize(827, 1169);
}

void tst_ImportFiles::uprightFromTheField() {
    QFETCH(QString, name);
    QFETCH(QSize, size);
    JobRecord& record = import({m_bench.write(name, field(name.toLatin1().constData()))});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(QSize(record.pages[0].width, record.pages[0].height), size);
}

void tst_ImportFiles::faxKeepsItsShape() {
    JobRecord& record = import({m_bench.write(QStringLiteral("fax.tif"), field("fax-204x98.tif"))});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    const double shape = double(record.pages[0].height) / record.pages[0].width;
    QVERIFY2(qAbs(shape - (1078 / 98.0) / (1728 / 204.0)) < 0.02, qPrintable(QString::number(shape)));
}

void tst_ImportFiles::previewIsNoPage() {
    JobRecord& record = import({m_bench.write(QStringLiteral("one.tif"), field("one-page-with-thumbnail.tif"))});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(record.pages[0].width, 300);
}

void tst_ImportFiles::tilesAreRead() {
    JobRecord& record = import({m_bench.write(QStringLiteral("tiled.tif"), field("tiled-jpeg.tif"))});
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(QSize(record.pages[0].width, record.pages[0].height), QSize(827, 1169));
}

/// Sound, and of a kind that cannot be taken: called that, by name, and never damaged.
void tst_ImportFiles::otherKinds_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    QTest::newRow("iphone") << QByteArray("\0\0\0\x18"
                                          "ftypheic\0\0\0\0mif1heic",
                                   24) +
                                   QByteArray(500, 'x')
                            << "HEIC";
    QTest::newRow("avif") << QByteArray("\0\0\0\x18"
                                        "ftypavif\0\0\0\0avifmif1",
                                 24) +
                                 QByteArray(500, 'x')
                          << "AVIF";
    QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14) << "GIF";
    QTest::newRow("word") << QByteArray("PK\3\4\x14\0\6\0", 8) + QByteArray(500, 'x') << "ZIP, Word, Excel";
    QTest::newRow("jpeg of 12 bits") << QByteArray("\xff\xd8\xff\xc1\0\x0b\x0c\0\x10\0\x10\1\1\x11\0", 15) << "JPEG";
    QTest::newRow("lossless jpeg") << QByteArray("\xff\xd8\xff\xc3\0\x0b\x08\0\x10\0\x10\1\1\x11\0", 15) << "JPEG";
    QByteArray unknown = plainTiff(cornerStored(1), 1);
    unknown[8 + 2 + 3 * 12 + 8] = 99; // a packing of the future
    QTest::newRow("tiff of an unknown packing") << unknown << "TIFF";
    QByteArray packed = encodedAs(cornerStored(1), "bmp");
    packed[30] = 1;
    QTest::newRow("bmp, run lengths") << packed << "BMP";
}

void tst_ImportFiles::otherKinds() {
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    JobRecord& record = import({m_bench.write(QStringLiteral("other"), content)});
    QCOMPARE(record.error.code, QStringLiteral("import.unsupported"));
    QCOMPARE(record.error.detail.value(QStringLiteral("kind")), kind);
    QCOMPARE(record.pages.size(), size_t(0));
}

/// A file of which a part has come is damaged, wherever it ends; never a shorter one.
void tst_ImportFiles::cutAnywhere_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("colour tiff from the field") << field("one-page-with-thumbnail.tif");
    QTest::newRow("tiff of three pages") << tiff({textPage(100), textPage(100), textPage(100)});
    QTest::newRow("fax") << field("fax-204x98.tif");
    QTest::newRow("tiled tiff") << field("tiled-jpeg.tif");
    QTest::newRow("colour jpeg") << encodedAs(cornerStored(1), "jpeg");
    QTest::newRow("png") << encodedAs(cornerStored(1), "png");
    QTest::newRow("bmp") << encodedAs(cornerStored(1), "bmp");
    QTest::newRow("webp") << field("page.webp");
    QTest::newRow("pdf of three pages") << pdf(3);
}

void tst_ImportFiles::cutAnywhere() {
    QFETCH(QByteArray, content);
    QVERIFY(!content.isEmpty());
    JobRecord& whole = import({m_bench.write(QStringLiteral("whole"), content)});
    QCOMPARE(whole.error.toLogLine(), QString());
    QVERIFY(!whole.pages.empty());
    for (const int percent : {3, 20, 50, 80, 95}) {
        JobRecord& record = import({m_bench.write(QStringLiteral("cut"), content.left(content.size() * percent / 100))});
        QCOMPARE(record.error.code, QStringLiteral("import.damaged"));
        QCOMPARE(record.pages.size(), size_t(0));
    }
}

void tst_ImportFiles::lockedPdf() {
    QByteArray file = "%PDF-1.4\n";
    QList<qsizetype> offsets;
    const auto object = [&](const QByteArray& body) {
        offsets.append(file.size());
        file += QByteArray::number(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
    object("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + QByteArray(64, 'a') + "> /U <" + QByteArray(64, 'b') + "> >>");
    const qsizetype table = file.size();
    file += "xref\n0 5\n0000000000 65535 f \n";
    for (const qsizetype offset : std::as_const(offsets))
        file += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    file += "trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<01234567><01234567>] >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    JobRecord& record = import({m_bench.write(QStringLiteral("locked.pdf"), file)});
    QCOMPARE(record.error.code, QStringLiteral("import.unsupported"));
    QCOMPARE(record.error.detail.value(QStringLiteral("reason")), QStringLiteral("password"));
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
    QTest::newRow("half a colour tiff, from the field") << field("colour-tiff-cut-at-half.tif") << "import.damaged";
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

void tst_ImportFiles::readsNothingButAPlainFile_data() {
    QTest::addColumn<std::function<bool(const QByteArray& at, const QByteArray& good)>>("put");
    using Put = std::function<bool(const QByteArray&, const QByteArray&)>;
    QTest::newRow("a link to a good file") << Put(
        [](const QByteArray& at, const QByteArray& good) { return ::symlink(good.constData(), at.constData()) == 0; });
    QTest::newRow("a pipe") << Put([](const QByteArray& at, const QByteArray&) { return ::mkfifo(at.constData(), 0600) == 0; });
    QTest::newRow("a directory") << Put([](const QByteArray& at, const QByteArray&) { return ::mkdir(at.constData(), 0700) == 0; });
}

/// What lies at the path by the time that it is opened.
void tst_ImportFiles::readsNothingButAPlainFile() {
    QFETCH(std::function<bool(const QByteArray& at, const QByteArray& good)>, put);
    const QTemporaryDir directory;
    const QString at = directory.filePath(QStringLiteral("scan.png"));
    QVERIFY(put(QFile::encodeName(at), QFile::encodeName(m_bench.write(QStringLiteral("good.png"), m_png))));
    JobRecord& record = import({at});
    QCOMPARE(record.error.code, QStringLiteral("import.damaged"));
    QCOMPARE(record.error.detail.value(QStringLiteral("reason")), QStringLiteral("unreadable"));
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
