#include "tests/support/sane/TestPages.h"

#include "app/capture/Pixels.h"

#define ZX_USE_UTF8 1
#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <leptonica/allheaders.h>

#include <algorithm>

namespace motcua::capture::test {

namespace {

QImage codeImage(const QString& text, int side) {
    const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                        .setEncoding(ZXing::CharacterSet::UTF8)
                                        .setMargin(2)
                                        .encode(text.toStdString(), side, side);
    QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            image.scanLine(y)[x] = matrix.get(x, y) ? 15 : 245;
    return image;
}

Pixels pixelsOf(const QImage& image) {
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    Pixels pixels(pixCreate(grey.width(), grey.height(), 8));
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            SET_DATA_BYTE(pixGetData(pixels.get()) + y * pixGetWpl(pixels.get()), x, grey.constScanLine(y)[x]);
    return pixels;
}

}

QString cardText() {
    return QString::fromUtf8("099185000123||Nguyễn Thị Thử Nghiệm|01021985|Nữ|Số 1 Đường Mẫu, Phường Ví Dụ, Tỉnh Nào Đó|25122021");
}

QImage textPage(int resolution, int lines) {
    const auto scaled = [resolution](int at300) { return at300 * resolution / 300; };
    QImage page(scaled(2480), scaled(3508), QImage::Format_Grayscale8);
    page.setDotsPerMeterX(qRound(resolution / 0.0254));
    page.setDotsPerMeterY(qRound(resolution / 0.0254));
    page.fill(246);
    QPainter painter(&page);
    QRandomGenerator random(7);
    for (int line = 0; line < lines; ++line) {
        const int top = 500 + line * 80;
        // Words of letters of strokes: as much edge as real text has, without a font.
        for (int x = 250; x < 2150;) {
            const int letters = random.bounded(2, 9);
            for (int letter = 0; letter < letters; ++letter, x += 26) {
                painter.fillRect(scaled(x), scaled(top), std::max(1, scaled(5)), scaled(34), QColor(30, 30, 30));
                painter.fillRect(scaled(x), scaled(top + random.bounded(0, 30)), scaled(18), std::max(1, scaled(5)), QColor(30, 30, 30));
                if (random.bounded(2))
                    painter.fillRect(scaled(x + 14), scaled(top), std::max(1, scaled(5)), scaled(34), QColor(30, 30, 30));
            }
            x += 22;
        }
    }
    return page;
}

QImage pageWithCode(const QString& code, int resolution) {
    QImage page = textPage(resolution);
    const int side = resolution * 20 * 10 / 254;
    QPainter painter(&page);
    painter.drawImage(page.width() - side * 2, side / 2, codeImage(code, side));
    return page;
}

QImage asScanned(const QImage& page, double degrees, quint32 seed) {
    QImage glass(page.size(), QImage::Format_Grayscale8);
    glass.fill(12);
    {
        QPainter painter(&glass);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(page.width() / 2.0, page.height() / 2.0);
        painter.rotate(degrees);
        painter.scale(0.9, 0.9);
        painter.drawImage(QPointF(-page.width() / 2.0, -page.height() / 2.0), page);
    }
    QRandomGenerator random(seed);
    for (int y = 0; y < glass.height(); ++y)
        for (int x = 0; x < glass.width(); ++x)
            glass.scanLine(y)[x] = static_cast<uchar>(std::clamp(int(glass.constScanLine(y)[x]) + int(random.generate() % 9) - 4, 0, 255));
    glass.setDotsPerMeterX(page.dotsPerMeterX());
    glass.setDotsPerMeterY(page.dotsPerMeterY());
    return glass;
}

QByteArray encodedAs(const QImage& image, const char* format, int quality) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, quality))
        qFatal("cannot write %s", format);
    return buffer.data();
}

QByteArray pgm(const QImage& image) {
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes = QByteArray("P5\n") + QByteArray::number(grey.width()) + ' ' + QByteArray::number(grey.height()) + "\n255\n";
    for (int y = 0; y < grey.height(); ++y)
        bytes.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    return bytes;
}

QByteArray tiff(const QList<QImage>& pages) {
    Pixa* pixa = pixaCreate(static_cast<l_int32>(pages.size()));
    for (const QImage& page : pages)
        pixaAddPix(pixa, pixelsOf(page).release(), L_INSERT);
    l_uint8* data = nullptr;
    size_t size = 0;
    pixaWriteMemMultipageTiff(&data, &size, pixa);
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    lept_free(data);
    pixaDestroy(&pixa);
    return bytes;
}

QByteArray pdf(int pages) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.fillRect(300, 300, 1200, 40, Qt::black);
    }
    painter.end();
    return buffer.data();
}

QByteArray pdfOf(const QImage& page) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.drawImage(QRect(0, 0, writer.width(), writer.height()), page);
    painter.end();
    return buffer.data();
}

QImage shown(const QByteArray& content) {
    const Pixels read(pixReadMem(reinterpret_cast<const l_uint8*>(content.constData()), static_cast<size_t>(content.size())));
    const Pixels colour(read ? pixConvertTo32(read.get()) : nullptr);
    if (!colour)
        return {};
    QImage image(pixGetWidth(colour.get()), pixGetHeight(colour.get()), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        const l_uint32* line = pixGetData(colour.get()) + y * pixGetWpl(colour.get());
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            l_int32 red = 0, green = 0, blue = 0;
            extractRGBValues(line[x], &red, &green, &blue);
            row[x] = qRgb(red, green, blue);
        }
    }
    return image;
}

Picture look(const QByteArray& content) {
    const Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(content.constData()), static_cast<size_t>(content.size())));
    if (!pixels)
        return {};
    Picture picture{pixGetWidth(pixels.get()), pixGetHeight(pixels.get()), 0, 0, pixGetDepth(pixels.get())};
    const Pixels ink(pixConvertTo1(pixels.get(), 128));
    l_float32 angle = 0;
    l_float32 confidence = 0;
    pixFindSkew(ink.get(), &angle, &confidence);
    picture.skew = angle;
    l_int32 all = 0;
    l_int32 inner = 0;
    const int ring = std::max(1, picture.width / 100);
    pixCountPixels(ink.get(), &all, nullptr);
    Box* box = boxCreate(ring, ring, picture.width - 2 * ring, picture.height - 2 * ring);
    const Pixels middle(pixClipRectangle(ink.get(), box, nullptr));
    boxDestroy(&box);
    pixCountPixels(middle.get(), &inner, nullptr);
    const double ringArea = double(picture.width) * picture.height - double(picture.width - 2 * ring) * (picture.height - 2 * ring);
    picture.darkEdges = (all - inner) / ringArea;
    return picture;
}

}
