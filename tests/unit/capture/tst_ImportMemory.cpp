// What a file may cost the machine: the largest honest pages are read, and a small file that asks for all there is is refused by name.

#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_ImportMemory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void formsWithinForms();
    void largestPages_data();
    void largestPages();
    void cleanupTestCase();

private:
    JobRecord& import(const QString& path);

    ScannerBench m_bench;
    std::unique_ptr<JobRecord> m_record;
};

namespace {

/// A PDF of these objects; the first one is its catalogue.
QByteArray pdfOfObjects(const QByteArrayList& objects) {
    QByteArray pdf("%PDF-1.7\n");
    QByteArray places("0000000000 65535 f \n");
    int number = 0;
    for (const QByteArray& object : objects) {
        places += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(number + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + size + '\n' + places + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray stream(const QByteArray& entries, const QByteArray& content) {
    return "<<" + entries + "/Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream";
}

/// 12 kB: a page that shows a form two hundred times, which shows the next one as often, and so on.
QByteArray formsInForms(int depth) {
    const auto uses = [](qsizetype number) { return "/Resources<</XObject<</X " + QByteArray::number(number) + " 0 R>>>>"; };
    const QByteArray form("/Type/XObject/Subtype/Form/BBox[0 0 200 200]");
    const QByteArray twoHundred = "q " + QByteArray("/X Do ").repeated(200) + 'Q';
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R" + uses(5) + ">>", stream({}, twoHundred)};
    for (int i = 0; i < depth; ++i)
        objects << stream(form + uses(objects.size() + 2), twoHundred);
    return pdfOfObjects(objects << stream(form, "0 0 9 9 re"));
}

/// A3 in colour at 600 dpi, as a scanner stores it.
QImage largestPage() {
    QImage page(7'016, 9'921, QImage::Format_RGB888);
    page.fill(QColor(250, 248, 240));
    for (int y = 400; y < page.height() - 400; y += 160)
        for (int row = y; row < y + 60; ++row)
            std::memset(page.scanLine(row) + 1'200, 60, 18'000);
    return page;
}

/// On its side, and says so.
QByteArray turned(const QByteArray& jpeg) {
    const QByteArray note("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(note.size() + 2), length.data());
    return jpeg.left(2) + "\xff\xe1" + length + note + jpeg.mid(2);
}

}

JobRecord& tst_ImportMemory::import(const QString& path) {
    m_record = std::make_unique<JobRecord>(SaneScanner(m_bench.settings()).importFiles({path}));
    m_record->wait();
    return *m_record;
}

void tst_ImportMemory::initTestCase() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer's own memory is beyond every bound");
#endif
}

/// Told as what it is, with the file's number, and long before the helper is given up for its silence.
void tst_ImportMemory::formsWithinForms() {
    QElapsedTimer time;
    time.start();
    JobRecord& record = import(m_bench.write(QStringLiteral("forms.pdf"), formsInForms(8)));
    QCOMPARE(record.error.code, QStringLiteral("import.too-complex"));
    QCOMPARE(record.error.detail.value(QStringLiteral("file")), QStringLiteral("1"));
    QCOMPARE(record.pages.size(), size_t(0));
    QCOMPARE(record.endings, 1);
    QVERIFY2(time.elapsed() < 25'000, qPrintable(QString::number(time.elapsed())));
    // The way letterheads are made.
    QCOMPARE(import(m_bench.write(QStringLiteral("letterhead.pdf"), formsInForms(1))).error.toLogLine(), QString());
}

void tst_ImportMemory::largestPages_data() {
    QTest::addColumn<QByteArray>("content");
    const QImage page = largestPage();
    const QByteArray jpeg = encodedAs(page, "jpeg");
    QTest::newRow("jpeg") << jpeg;
    QTest::newRow("jpeg on its side") << turned(jpeg);
    QTest::newRow("png") << encodedAs(page, "png");
    QTest::newRow("tiff") << tiff({page});
}

void tst_ImportMemory::largestPages() {
    QFETCH(QByteArray, content);
    JobRecord& record = import(m_bench.write(QStringLiteral("largest"), content));
    QCOMPARE(record.error.toLogLine(), QString());
    QCOMPARE(record.pages.size(), size_t(1));
}

/// None of all these helpers ever had a gigabyte.
void tst_ImportMemory::cleanupTestCase() {
    rusage helpers{};
    QCOMPARE(::getrusage(RUSAGE_CHILDREN, &helpers), 0);
    qInfo("the largest helper had %ld MB", helpers.ru_maxrss / 1000);
    QVERIFY2(helpers.ru_maxrss < 1'000'000, qPrintable(QString::number(helpers.ru_maxrss)));
}

QTEST_GUILESS_MAIN(tst_ImportMemory)
#include "tst_ImportMemory.moc"
