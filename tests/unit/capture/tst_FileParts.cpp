// Several pictures or PDFs in one file, and what stands behind a picture, through the real helper: every page comes, and nothing else.

#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_FileParts : public QObject {
    Q_OBJECT

private slots:
    void everyPart_data();
    void everyPart();
    void inTheirOrder();
    void whatIsNoPage_data();
    void whatIsNoPage();
    void aDamagedOneBehind_data();
    void aDamagedOneBehind();
    void aPdfWithRevisions();
    void shapes_data();
    void shapes();
    void narrowTiff();

private:
    JobRecord& import(const QByteArray& content);

    ScannerBench m_bench;
    std::unique_ptr<JobRecord> m_record;
};

namespace {

const QByteArray jpeg = encodedAs(textPage(100), "jpeg");
const QByteArray small = encodedAs(textPage(50), "jpeg");
const QByteArray thumbnail = encodedAs(textPage(20), "jpeg", 30);
const QByteArray png = encodedAs(textPage(100), "png");
const QByteArray bmp = encodedAs(textPage(50).convertToFormat(QImage::Format_RGB888), "bmp");

QByteArray field(const char* name) {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/field/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray number(quint32 value, bool little = false) {
    QByteArray bytes(4, '\0');
    little ? qToLittleEndian(value, bytes.data()) : qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray segment(char marker, const QByteArray& body) {
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(body.size() + 2), length.data());
    return '\xff' + QByteArray(1, marker) + length + body;
}

/// A photograph that lists a second picture behind it, as telephones write it (CIPA DC-007).
QByteArray withListed(const QByteArray& first, const QByteArray& second) {
    constexpr int entries = 1;
    constexpr int pictures = 2;
    const auto list = [&](quint32 secondAt) {
        QByteArray directory = QByteArray("MM\0*", 4) + number(8) + QByteArray("\0\1", 2);
        static_assert(entries == 1);
        directory += QByteArray("\xb0\x02\0\7", 4) + number(pictures * 16) + number(8 + 2 + 12 + 4) + number(0);
        directory += number(0x30000) + number(0) + number(0) + number(0);
        directory += number(0x10001) + number(static_cast<quint32>(second.size())) + number(secondAt) + number(0);
        return segment('\xe2', QByteArray("MPF\0", 4) + directory);
    };
    // Counted from the list's own beginning, behind the marker, its length and its name.
    const auto at = static_cast<quint32>(list(0).size() + first.size() - 2 - 8);
    return first.left(2) + list(at) + first.mid(2) + second;
}

/// A small picture inside the photograph's notes.
QByteArray withThumbnail(const QByteArray& photograph) {
    return photograph.left(2) +
           segment('\xe1', QByteArray("Exif\0\0", 6) + QByteArray("II*\0", 4) + number(8, true) + QByteArray(6, '\0') + thumbnail) +
           photograph.mid(2);
}

QByteArray film() {
    return number(16) + "ftypmp42" + number(0) + number(8 + jpeg.size()) + "mdat" + jpeg;
}

/// Another revision at its end, as a signature makes it; this one begins like a file of its own.
QByteArray revised(const QByteArray& file) {
    QByteArray more = "%PDF-1.4\n";
    const qsizetype object = file.size() + more.size();
    more += "99 0 obj\n<< >>\nendobj\n";
    const qsizetype table = file.size() + more.size();
    const qsizetype before = file.mid(file.lastIndexOf("startxref") + 9).trimmed().split('\n').first().toLongLong();
    const QByteArray trailer = file.mid(file.lastIndexOf("trailer"));
    const QByteArray root = trailer.mid(trailer.indexOf("/Root"), trailer.indexOf(" R", trailer.indexOf("/Root")) + 2 - trailer.indexOf("/Root"));
    more += "xref\n99 1\n" + QByteArray::number(object).rightJustified(10, '0') + " 00000 n \ntrailer << /Size 100 " + root + " /Prev " +
            QByteArray::number(before) + " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return file + more;
}

}

JobRecord& tst_FileParts::import(const QByteArray& content) {
    m_record = std::make_unique<JobRecord>(SaneScanner(m_bench.settings()).importFiles({m_bench.write(QStringLiteral("scan.bin"), content)}));
    m_record->wait();
    return *m_record;
}

void tst_FileParts::everyPart_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("pages");
    const QByteArray webp = field("page.webp");
    const QByteArray two = tiff({textPage(50), textPage(50)});
    QTest::newRow("two JPEGs") << jpeg + jpeg << 2;
    QTest::newRow("five JPEGs") << jpeg + small + jpeg + small + jpeg << 5;
    QTest::newRow("JPEGs with filling between") << jpeg + QByteArray(4096, '\0') + jpeg + "\r\n" << 2;
    QTest::newRow("JPEGs with something between") << jpeg + "--boundary 17--" + jpeg << 2;
    QTest::newRow("two PNGs") << png + png << 2;
    QTest::newRow("a PNG and a JPEG") << png + jpeg << 2;
    QTest::newRow("two WebPs") << webp + webp << 2;
    QTest::newRow("two BMPs") << bmp + bmp << 2;
    QTest::newRow("two TIFFs") << two + two << 4;
    QTest::newRow("two TIFFs, filling between") << two + QByteArray(64, '\0') + tiff({textPage(50)}) << 3;
    QTest::newRow("two PDFs") << pdf(2) + pdf(1) << 2;
    QTest::newRow("three PDFs") << pdf(2) + "\n" + pdf(1) + pdf(3) << 3;
    QTest::newRow("a PDF and a JPEG") << pdf(2) + jpeg << 2;
    QTest::newRow("a JPEG and a PDF") << jpeg + pdf(2) << 2;
    QTest::newRow("two photographs that list a preview each") << withListed(jpeg, small) + withListed(jpeg, small) << 2;
    QTest::newRow("two photographs with a thumbnail each") << withThumbnail(jpeg) + withThumbnail(jpeg) << 2;
    QTest::newRow("two photographs with a film each") << jpeg + film() + jpeg + film() << 2;
}

void tst_FileParts::everyPart() {
    QFETCH(QByteArray, content);
    QFETCH(int, pages);
    JobRecord& record = import(content);
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(static_cast<int>(record.pages.size()), pages);
}

void tst_FileParts::inTheirOrder() {
    JobRecord& pictures = import(jpeg + small + jpeg);
    QCOMPARE(pictures.pages.size(), size_t(3));
    QCOMPARE(pictures.pages[0].width, pictures.pages[2].width);
    QVERIFY(pictures.pages[1].width < pictures.pages[0].width);
    const QByteArray three = pdf(3);
    const QByteArray one = pdf(1);
    JobRecord& papers = import(three + one);
    QCOMPARE(papers.pages.size(), size_t(2));
    QCOMPARE(papers.pages[0].content, three);
    QCOMPARE(papers.pages[1].content, one);
}

void tst_FileParts::whatIsNoPage_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a listed preview") << withListed(jpeg, small);
    QTest::newRow("a thumbnail") << withThumbnail(jpeg);
    QTest::newRow("a film") << jpeg + film();
    QTest::newRow("notes of a camera with a picture") << jpeg + "SEFH" + small + "SEFT";
    QTest::newRow("filling") << jpeg + QByteArray(100'000, '\0');
    QTest::newRow("noise") << jpeg + QByteArray(5'000, 'x') + QByteArray("\xff\xd8\xff\xdb", 4);
    QTest::newRow("line ends behind a PNG") << png + "\r\n\r\n";
    QTest::newRow("line ends behind a PDF") << pdf(1) + "\r\n\r\n\0";
    QTest::newRow("a TIFF's preview") << field("one-page-with-thumbnail.tif");
    QTest::newRow("a picture inside a PDF") << pdfOf(textPage(50));
}

void tst_FileParts::whatIsNoPage() {
    QFETCH(QByteArray, content);
    JobRecord& record = import(content);
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
}

void tst_FileParts::aDamagedOneBehind_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("half a JPEG") << jpeg + jpeg.left(jpeg.size() / 2);
    QTest::newRow("half a PNG") << png + png.left(png.size() / 2);
    QTest::newRow("half a PDF") << pdf(1) + pdf(2).left(pdf(2).size() / 2);
}

/// The file is not whole: it stays where it is.
void tst_FileParts::aDamagedOneBehind() {
    QFETCH(QByteArray, content);
    QCOMPARE(import(content).error.code, QStringLiteral("import.damaged"));
}

void tst_FileParts::aPdfWithRevisions() {
    const QByteArray content = revised(pdf(2));
    JobRecord& record = import(content);
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
    QCOMPARE(record.pages[0].content, content);
}

void tst_FileParts::shapes_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isPage");
    QTest::newRow("a hair") << QSize(20'000, 2) << false;
    QTest::newRow("a hair, upright") << QSize(1, 9'000) << false;
    QTest::newRow("a dot") << QSize(1, 1) << false;
    QTest::newRow("a ribbon") << QSize(29'000, 200) << false;
    QTest::newRow("a till's slip") << QSize(300, 6'000) << true;
    QTest::newRow("a stamp") << QSize(60, 60) << true;
    QTest::newRow("a plan's strip") << QSize(12'000, 400) << true;
}

void tst_FileParts::shapes() {
    QFETCH(QSize, size);
    QFETCH(bool, isPage);
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(200);
    for (const char* format : {"png", "jpeg"}) {
        JobRecord& record = import(encodedAs(image, format));
        QCOMPARE(record.error.code, isPage ? QString() : QStringLiteral("import.no-page"));
        if (!isPage)
            QCOMPARE(record.error.detail.value(QStringLiteral("width")), QString::number(size.width()));
    }
}

void tst_FileParts::narrowTiff() {
    QImage image(9'000, 3, QImage::Format_Grayscale8);
    image.fill(200);
    QCOMPARE(import(tiff({image})).error.code, QStringLiteral("import.no-page"));
}

QTEST_GUILESS_MAIN(tst_FileParts)
#include "tst_FileParts.moc"
