// From raw pixels to a finished page: straight, cropped, small, with its code read; and never blank by mistake.

#include "app/capture/PagePipeline.h"
#include "tests/support/sane/TestPages.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QtMath>

#include <leptonica/allheaders.h>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_PagePipeline : public QObject {
    Q_OBJECT

private slots:
    void straightensAndCrops_data();
    void straightensAndCrops();
    void leavesStraightPagesAlone();
    void printIsNoLid_data();
    void printIsNoLid();
    void cardOnTheGlass();
    void untouchedPageStays();
    void turningLosesNothing();
    void readsCardCode_data();
    void readsCardCode();
    void blank_data();
    void blank();
    void keepsBudget_data();
    void keepsBudget();
    void greyScanInColourBecomesGrey();
    void refusesNothing();
};

namespace {

Pixels decoded(const QImage& image, int resolution = 300) {
    const QByteArray png = encodedAs(image, "png", 100);
    Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(png.constData()), size_t(png.size())));
    pixSetResolution(pixels.get(), resolution, resolution);
    return pixels;
}

QImage noise(int width, int height, QImage::Format format) {
    QImage image(width, height, format);
    QRandomGenerator random(3);
    random.fillRange(reinterpret_cast<quint32*>(image.bits()), image.sizeInBytes() / 4);
    return image.format() == QImage::Format_RGB32 ? image.convertToFormat(QImage::Format_RGB888) : image;
}

QImage field(const char* name) {
    QImage image(QStringLiteral(MOTCUA_TEST_DATA "/field/") + QLatin1String(name));
    return image.scaled(2480, 3508, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB888);
}

QImage in(const QColor& colour, QImage page, std::initializer_list<QRect> bands) {
    page = page.convertToFormat(QImage::Format_RGB888);
    QPainter painter(&page);
    for (const QRect& band : bands)
        painter.fillRect(band, colour);
    return page;
}

QImage white() {
    QImage image(2480, 3508, QImage::Format_Grayscale8);
    image.fill(240);
    return image;
}

}

void tst_PagePipeline::straightensAndCrops_data() {
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-5.0, -2.3, -0.6, 0.6, 2.3, 5.0})
        QTest::addRow("%.1f", degrees) << degrees;
}

void tst_PagePipeline::straightensAndCrops() {
    QFETCH(double, degrees);
    const auto page = PagePipeline({PageColour::Grey, true}).finish(decoded(asScanned(textPage(), degrees)));
    QVERIFY(page);
    QVERIFY(!page->blank);
    QVERIFY2(qAbs(qAbs(page->skew) - qAbs(degrees)) < 0.15, qPrintable(QString::number(page->skew)));
    const Picture picture = look(page->content);
    QVERIFY2(qAbs(picture.skew) < 0.2, qPrintable(QString::number(picture.skew)));
    QVERIFY2(picture.darkEdges < 0.1, qPrintable(QString::number(picture.darkEdges)));
    QCOMPARE(picture.width, page->width);
    // The paper was drawn at 0.9 of the glass; whatever the resolution kept, its shape is the paper's.
    QVERIFY(qAbs(double(picture.height) / picture.width - 3508.0 / 2480) < 0.02);
    QVERIFY(picture.width < 0.93 * 2480);
}

void tst_PagePipeline::leavesStraightPagesAlone() {
    const auto page = PagePipeline({PageColour::Grey, true}).finish(decoded(textPage()));
    QVERIFY(page);
    QCOMPARE(page->skew, 0.0);
    QVERIFY(qAbs(double(page->height) / page->width - 3508.0 / 2480) < 0.002);
}

/// What is dark and touches the edge is cut off only where it is certainly the scanner's lid.
void tst_PagePipeline::printIsNoLid_data() {
    QTest::addColumn<QImage>("image");
    QTest::addColumn<int>("colour");
    const QRect head(0, 0, 2480, 450);
    const QRect foot(0, 3270, 2480, 238);
    const QRect side(0, 0, 300, 3508);
    const std::pair<const char*, PageColour> ways[] = {
        {"colour", PageColour::Colour}, {"grey", PageColour::Grey}, {"black and white", PageColour::BlackWhite}};
    for (const auto& [way, colour] : ways) {
        const auto row = [&, wanted = int(colour)](const char* name, const QImage& image) { QTest::addRow("%s, %s", name, way) << image << wanted; };
        row("letterhead from the field", field("letterhead-band-navy.png"));
        row("cover from the field", field("dark-cover-with-emblem.png"));
        row("navy bands without words", in(QColor(20, 40, 90), textPage(), {head, foot}));
        row("black bands without words", in(QColor(10, 10, 10), textPage(), {head, foot}));
        row("black head", in(QColor(10, 10, 10), textPage(), {head}));
        row("dark green side", in(QColor(5, 45, 20), textPage(), {side}));
        row("black cover with a label", in(QColor(245, 245, 240), in(QColor(12, 12, 12), white(), {white().rect()}), {QRect(600, 500, 1300, 900)}));
        row("head of two tones in black", in(QColor(60, 60, 60), in(QColor(10, 10, 10), textPage(), {head}), {QRect(0, 380, 2480, 70)}));
        row("navy frame", in(QColor(20, 40, 90), textPage(), {head, foot, side, QRect(2180, 0, 300, 3508)}));
    }
}

void tst_PagePipeline::printIsNoLid() {
    QFETCH(QImage, image);
    QFETCH(int, colour);
    const auto page = PagePipeline({PageColour(colour), false}).finish(decoded(image));
    QVERIFY(page);
    QVERIFY2(!page->untouched, "something was cut off");
    QVERIFY2(qAbs(double(page->height) / page->width - 3508.0 / 2480) < 0.005, qPrintable(QString::number(double(page->height) / page->width)));
}

/// An identity card alone on the glass is known by its size.
void tst_PagePipeline::cardOnTheGlass() {
    QImage glass(2480, 3508, QImage::Format_RGB888);
    glass.fill(QColor(14, 14, 14));
    QPainter painter(&glass);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(205, 228, 222));
    painter.drawRoundedRect(QRect(300, 400, 1011, 638), 37, 37);
    painter.fillRect(340, 560, 250, 330, QColor(120, 90, 80));
    for (int line = 0; line < 6; ++line)
        painter.fillRect(640, 600 + 60 * line, 560, 22, QColor(40, 40, 40));
    painter.end();
    const auto page = PagePipeline({PageColour::Colour, false}).finish(decoded(glass));
    QVERIFY(page);
    QVERIFY(page->untouched);
    QVERIFY2(
        qAbs(double(page->width) / page->height - 1011.0 / 638) < 0.06, qPrintable(QStringLiteral("%1 x %2").arg(page->width).arg(page->height)));
    // The same at an unknown size stays as it is.
    const auto unknown = PagePipeline({PageColour::Colour, false}).finish(decoded(glass, 0));
    QVERIFY(unknown);
    QVERIFY(!unknown->untouched);
}

/// Where the lid is cut off, the page as it came is there too.
void tst_PagePipeline::untouchedPageStays() {
    const QImage scan = asScanned(textPage(), 2.3);
    const auto page = PagePipeline({PageColour::Grey, true}).finish(decoded(scan));
    QVERIFY(page);
    QVERIFY(page->untouched);
    QVERIFY(page->untouched->content.size() <= 300'000);
    QCOMPARE(page->untouched->mediaType, QStringLiteral("image/jpeg"));
    QVERIFY(page->untouched->width > 1000 && page->width < scan.width());
    const Picture picture = look(page->untouched->content);
    QVERIFY2(picture.darkEdges > 0.9, qPrintable(QString::number(picture.darkEdges)));
    QVERIFY2(qAbs(qAbs(picture.skew) - 2.3) < 0.2, qPrintable(QString::number(picture.skew)));
}

/// A stamp at the very corner of a page that is askew is still on it when it stands straight.
void tst_PagePipeline::turningLosesNothing() {
    QImage scan(2480, 3508, QImage::Format_RGB888);
    scan.fill(Qt::white);
    QPainter painter(&scan);
    painter.translate(1240, 1754);
    painter.rotate(4);
    painter.translate(-1240, -1754);
    painter.drawImage(0, 0, textPage());
    painter.resetTransform();
    for (const QPoint& corner : {QPoint(10, 10), QPoint(2400, 10), QPoint(10, 3430), QPoint(2400, 3430)})
        painter.fillRect(QRect(corner, QSize(70, 70)), QColor(190, 20, 30));
    painter.end();
    const auto page = PagePipeline({PageColour::Colour, true}).finish(decoded(scan));
    QVERIFY(page);
    QVERIFY(qAbs(page->skew) > 3.5);
    const QImage picture = shown(page->content);
    qint64 red = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            red += qRed(picture.pixel(x, y)) > 130 && qGreen(picture.pixel(x, y)) < 90;
    const double sine = std::sin(qDegreesToRadians(4.0));
    const double cosine = std::cos(qDegreesToRadians(4.0));
    const double scale = double(picture.width()) * picture.height() / ((2480 * cosine + 3508 * sine) * (3508 * cosine + 2480 * sine));
    QVERIFY2(double(red) > 4 * 70 * 70 * scale * 0.85, qPrintable(QString::number(double(red))));
}

void tst_PagePipeline::readsCardCode_data() {
    QTest::addColumn<double>("degrees");
    QTest::addColumn<int>("resolution");
    QTest::addColumn<int>("colour");
    QTest::newRow("straight, grey") << 0.0 << 300 << int(PageColour::Grey);
    QTest::newRow("askew, grey") << 2.3 << 300 << int(PageColour::Grey);
    QTest::newRow("askew, black and white") << -3.1 << 300 << int(PageColour::BlackWhite);
    QTest::newRow("200 dpi") << 1.2 << 200 << int(PageColour::Grey);
}

void tst_PagePipeline::readsCardCode() {
    QFETCH(double, degrees);
    QFETCH(int, resolution);
    QFETCH(int, colour);
    const QImage scan = asScanned(pageWithCode(cardText(), resolution), degrees);
    const auto page = PagePipeline({PageColour(colour), true}).finish(decoded(scan, resolution));
    QVERIFY(page);
    QCOMPARE(page->codes, QStringList{cardText()});
}

void tst_PagePipeline::blank_data() {
    QTest::addColumn<QImage>("image");
    QTest::addColumn<bool>("expected");
    QTest::newRow("white") << white() << true;
    QTest::newRow("white under a lid") << asScanned(white(), 0.5) << true;
    QImage dusty = white();
    {
        QPainter painter(&dusty);
        QRandomGenerator random(5);
        for (int i = 0; i < 40; ++i)
            painter.fillRect(random.bounded(2400), random.bounded(3400), 2, 2, Qt::black);
        painter.fillRect(0, 0, 30, 3508, Qt::darkGray);
    }
    QTest::newRow("dust and a shadow at the edge") << dusty << true;
    QTest::newRow("text") << textPage() << false;
    QTest::newRow("one line") << textPage(300, 1) << false;
    QImage signature = white();
    {
        QPainter painter(&signature);
        painter.setPen(QPen(QColor(120, 120, 140), 5));
        painter.drawLine(1500, 2900, 1700, 2860);
        painter.drawLine(1700, 2860, 1640, 2960);
    }
    QTest::newRow("a faint signature") << signature << false;
    QImage black(2480, 3508, QImage::Format_Grayscale8);
    black.fill(10);
    QTest::newRow("black") << black << false;
}

void tst_PagePipeline::blank() {
    QFETCH(QImage, image);
    QFETCH(bool, expected);
    const auto page = PagePipeline({PageColour::Grey, true}).finish(decoded(image));
    QVERIFY(page);
    QCOMPARE(page->blank, expected);
    QCOMPARE(page->content.isEmpty(), expected);
    const auto kept = PagePipeline({PageColour::Grey, false}).finish(decoded(image));
    QVERIFY(kept);
    QVERIFY(!kept->blank && !kept->content.isEmpty());
}

void tst_PagePipeline::keepsBudget_data() {
    QTest::addColumn<QImage>("image");
    QTest::addColumn<int>("colour");
    QTest::addColumn<int>("budget");
    QTest::addColumn<QString>("mediaType");
    QImage seal = textPage().convertToFormat(QImage::Format_RGB888);
    {
        QPainter painter(&seal);
        painter.setPen(QPen(QColor(200, 20, 30), 14));
        painter.drawEllipse(QPoint(1600, 2800), 210, 210);
    }
    QTest::newRow("text grey") << asScanned(textPage(), 2.3) << int(PageColour::Grey) << 300'000 << "image/jpeg";
    QTest::newRow("colour") << seal << int(PageColour::Colour) << 300'000 << "image/jpeg";
    QTest::newRow("text black and white") << asScanned(textPage(), 2.3) << int(PageColour::BlackWhite) << 60'000 << "image/tiff";
    QTest::newRow("grey noise") << noise(2480, 3508, QImage::Format_Grayscale8) << int(PageColour::Grey) << 300'000 << "image/jpeg";
    QTest::newRow("colour noise") << noise(2480, 3508, QImage::Format_RGB32) << int(PageColour::Colour) << 300'000 << "image/jpeg";
    QTest::newRow("noise, black and white") << noise(2480, 3508, QImage::Format_Grayscale8) << int(PageColour::BlackWhite) << 300'000 << "";
    QTest::newRow("600 dpi") << textPage().scaled(4960, 7016) << int(PageColour::Grey) << 600'000 << "image/jpeg";
    QTest::newRow("tiny") << textPage().scaled(40, 30) << int(PageColour::Grey) << 300'000 << "image/jpeg";
    QTest::newRow("thread") << textPage().scaled(9000, 3) << int(PageColour::Grey) << 300'000 << "image/jpeg";
}

void tst_PagePipeline::keepsBudget() {
    QFETCH(QImage, image);
    QFETCH(int, colour);
    QFETCH(int, budget);
    QFETCH(QString, mediaType);
    const auto page = PagePipeline({PageColour(colour), false}).finish(decoded(image));
    QVERIFY2(page, page ? "" : qPrintable(page.error().toLogLine()));
    QVERIFY2(page->content.size() <= budget, qPrintable(QString::number(page->content.size())));
    if (!mediaType.isEmpty())
        QCOMPARE(page->mediaType, mediaType);
    const Picture picture = look(page->content);
    QCOMPARE(picture.width, page->width);
    QCOMPARE(picture.height, page->height);
    if (colour == int(PageColour::Colour) && !mediaType.isEmpty())
        QCOMPARE(picture.depth, 32);
}

void tst_PagePipeline::greyScanInColourBecomesGrey() {
    const auto page = PagePipeline({PageColour::Colour, true}).finish(decoded(textPage().convertToFormat(QImage::Format_RGB888)));
    QVERIFY(page);
    QCOMPARE(look(page->content).depth, 8);
}

void tst_PagePipeline::refusesNothing() {
    const auto page = PagePipeline({PageColour::Grey, true}).finish(nullptr);
    QVERIFY(!page);
    QCOMPARE(page.error().code, QStringLiteral("import.damaged"));
}

QTEST_GUILESS_MAIN(tst_PagePipeline)
#include "tst_PagePipeline.moc"
