#include "app/capture/PagePipeline.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/Harness.h"
#include "tests/gui/RealPages.h"

#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <leptonica/allheaders.h>

#include <algorithm>

using namespace motcua;
using test::Harness;

class tst_PageViewer : public QObject {
    Q_OBJECT

private slots:
    void pageIsReadAgainOnlyWhenItWasMissing();
    void everyMediumIsShown_data();
    void everyMediumIsShown();
    void keysReachEveryPageOfAPdf();
    void aFinerPictureComesWhenItIsLarger();
    void whatCannotBeShownIsSaid_data();
    void whatCannotBeShownIsSaid();

private:
    test::RealPages m_real;
};

namespace {

/// What the viewer shows; null: an empty sheet or words.
QImage shownBy(const ui::PageViewer& viewer) {
    for (const QLabel* label : viewer.findChildren<QLabel*>())
        if (!label->pixmap().isNull())
            return label->pixmap().toImage();
    return {};
}

QByteArray pngOf(const QImage& image) {
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    image.save(&png, "PNG");
    return png.data();
}

}

void tst_PageViewer::pageIsReadAgainOnlyWhenItWasMissing() {
    Harness harness;
    ui::PageViewer viewer;
    QImage scan(20, 30, QImage::Format_Grayscale8);
    scan.fill(Qt::white);
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && scan.save(&png, "PNG"));
    bool here = false;
    int reads = 0;
    viewer.setReader(
        [&](const domain::BlobHash&) {
            ++reads;
            return here ? base::Result<QByteArray>(png.data()) : base::fail(QStringLiteral("blob.missing"));
        },
        m_real.pages);
    const std::vector<domain::Page> pages{{QString(64, QLatin1Char('a')), QStringLiteral("image/png"), 0, 20, 30},
        {QString(64, QLatin1Char('b')), QStringLiteral("image/png"), 0, 20, 30}};
    viewer.setPages(pages);
    here = true;
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.showPage(1);
    viewer.setPages(pages);
    QCOMPARE(viewer.current(), 1);
    QCOMPARE(reads, 3);
    viewer.setPages({pages.front()});
    QCOMPARE(viewer.current(), 0);
    QCOMPARE(reads, 4);
}

/// What the page pipeline makes is shown, whatever image plug-ins the machine has: this one's TIFF plug-in is not asked.
void tst_PageViewer::everyMediumIsShown_data() {
    QTest::addColumn<int>("colour");
    QTest::addColumn<QString>("mediaType");
    QTest::newRow("black and white") << int(capture::PageColour::BlackWhite) << "image/tiff";
    QTest::newRow("grey") << int(capture::PageColour::Grey) << "image/jpeg";
    QTest::newRow("colour") << int(capture::PageColour::Colour) << "image/jpeg";
}

void tst_PageViewer::everyMediumIsShown() {
    QFETCH(int, colour);
    QFETCH(QString, mediaType);
    QImage drawn(1240, 1754, QImage::Format_RGB888);
    drawn.fill(Qt::white);
    QPainter(&drawn).fillRect(100, 200, 400, 300, QColor(150, 10, 10));
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && drawn.save(&png, "PNG"));
    capture::Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(png.data().constData()), size_t(png.size())));
    const auto page = capture::PagePipeline({capture::PageColour(colour), true}).finish(std::move(pixels));
    QVERIFY(page);
    QCOMPARE(page->mediaType, mediaType);
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(500, 700);
    viewer.setReader([&](const domain::BlobHash&) { return base::Result<QByteArray>(page->content); }, m_real.pages);
    viewer.setPages({{QString(64, QLatin1Char('a')), mediaType, page->content.size(), page->width, page->height}});
    viewer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&viewer));
    QTRY_VERIFY2_WITH_TIMEOUT(!shownBy(viewer).isNull(), "the page is not shown", 30'000);
    const QImage shown = shownBy(viewer);
    const auto toneAt = [&](double x, double y) { return qGray(shown.pixel(int(x * shown.width()), int(y * shown.height()))); };
    QVERIFY(toneAt(300 / 1240.0, 350 / 1754.0) < 100);
    QVERIFY(toneAt(0.8, 0.8) > 200);
}

/// A PDF counts as many pages as it has, and the keys go through them, whatever the record says.
void tst_PageViewer::keysReachEveryPageOfAPdf() {
    QByteArray pdf;
    QBuffer file(&pdf);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QPdfWriter writer(&file);
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < 3; ++page) {
        // A bar, further down on each.
        painter.fillRect(QRect(0, writer.height() * (2 * page + 1) / 8, writer.width(), writer.height() / 8), Qt::black);
        if (page < 2)
            writer.newPage();
    }
    painter.end();
    QImage scan(20, 30, QImage::Format_Grayscale8);
    scan.fill(Qt::white);
    const QByteArray png = pngOf(scan);
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(500, 700);
    const domain::BlobHash pdfHash = QString(64, QLatin1Char('a'));
    const domain::BlobHash scanHash = QString(64, QLatin1Char('b'));
    viewer.setReader([&](const domain::BlobHash& blob) { return base::Result<QByteArray>(blob == pdfHash ? pdf : png); }, m_real.pages);
    viewer.setPages({{pdfHash, QStringLiteral("application/pdf"), pdf.size(), 0, 0, {}}, {scanHash, QStringLiteral("image/png"), 0, 20, 30, {}}});
    viewer.show();
    viewer.setFocus();
    /// The page of the PDF by its bar; -1: none has one.
    const auto barAt = [&] {
        const QImage shown = shownBy(viewer);
        for (int page = 0; page < 3 && !shown.isNull(); ++page)
            if (qGray(shown.pixel(shown.width() / 2, shown.height() * (4 * page + 3) / 16)) < 100)
                return page;
        return -1;
    };
    const auto says = [&] { return viewer.accessibleDescription(); };
    QTRY_COMPARE_WITH_TIMEOUT(barAt(), 0, 30'000);
    QCOMPARE(says(), QStringLiteral("Trang 1/4"));
    const std::pair<Qt::Key, const char*> steps[] = {{Qt::Key_PageDown, "0/1 Trang 2/4"}, {Qt::Key_PageDown, "0/2 Trang 3/4"},
        {Qt::Key_PageDown, "1/0 "}, {Qt::Key_PageDown, "1/0 "}, {Qt::Key_PageUp, "0/2 Trang 3/4"}, {Qt::Key_PageUp, "0/1 Trang 2/4"},
        {Qt::Key_End, "1/0 "}, {Qt::Key_Home, "0/0 Trang 1/4"}, {Qt::Key_PageUp, "0/0 Trang 1/4"}};
    for (const auto& [key, expected] : steps) {
        QTest::keyClick(&viewer, key);
        const QString wanted = QString::fromUtf8(expected);
        QCOMPARE(viewer.current(), wanted.left(1).toInt());
        if (viewer.current() == 0) {
            QTRY_COMPARE_WITH_TIMEOUT(barAt(), wanted.mid(2, 1).toInt(), 30'000);
            QCOMPARE(says(), wanted.mid(4));
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(!shownBy(viewer).isNull() && barAt() < 0, 30'000);
        }
    }
}

/// As many dots as the screen has for it, and not those of the smaller one stretched.
void tst_PageViewer::aFinerPictureComesWhenItIsLarger() {
    QImage lines(1240, 1754, QImage::Format_Grayscale8);
    for (int y = 0; y < lines.height(); ++y)
        std::fill_n(lines.scanLine(y), lines.width(), static_cast<uchar>(y % 4 < 2 ? 0 : 255));
    const QByteArray png = pngOf(lines);
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(340, 480);
    viewer.setReader([&](const domain::BlobHash&) { return base::Result<QByteArray>(png); }, m_real.pages);
    viewer.setPages({{QString(64, QLatin1Char('a')), QStringLiteral("image/png"), png.size(), 1240, 1754, {}}});
    viewer.show();
    viewer.setFocus();
    const auto contrast = [&] {
        const QImage shown = shownBy(viewer);
        int least = 255;
        int most = 0;
        for (int y = shown.height() / 3; y < shown.height() * 2 / 3; ++y) {
            least = std::min(least, qGray(shown.pixel(shown.width() / 2, y)));
            most = std::max(most, qGray(shown.pixel(shown.width() / 2, y)));
        }
        return most - least;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!shownBy(viewer).isNull(), 30'000);
    QVERIFY(contrast() < 128);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&viewer, Qt::Key_Plus);
    QTRY_VERIFY_WITH_TIMEOUT(contrast() > 200, 30'000);
}

void tst_PageViewer::whatCannotBeShownIsSaid_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("mediaType");
    const QByteArray svg("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'><rect width='99' height='99'/></svg>");
    QTest::newRow("an SVG that is said to be a JPEG") << svg << "image/jpeg";
    QTest::newRow("an SVG that is said to be what it is") << svg << "image/svg+xml";
    QTest::newRow("a cut PDF") << QByteArray("%PDF-1.4\n1 0 obj") << "application/pdf";
    QTest::newRow("nothing") << QByteArray() << "image/tiff";
}

/// Qt would draw the SVG: it is never asked.
void tst_PageViewer::whatCannotBeShownIsSaid() {
    QFETCH(QByteArray, content);
    QFETCH(QString, mediaType);
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(500, 700);
    viewer.setReader([&](const domain::BlobHash&) { return base::Result<QByteArray>(content); }, m_real.pages);
    viewer.setPages({{QString(64, QLatin1Char('a')), mediaType, content.size(), 99, 99, {}}});
    viewer.show();
    const auto says = [&] {
        const auto labels = viewer.findChildren<QLabel*>();
        return std::any_of(
            labels.begin(), labels.end(), [](const QLabel* label) { return label->text() == ui::errorLine({QStringLiteral("page.not-shown")}); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(), 30'000);
    QVERIFY(shownBy(viewer).isNull());
}

QTEST_MAIN(tst_PageViewer)
#include "tst_PageViewer.moc"
