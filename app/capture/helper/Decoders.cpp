#include "app/capture/helper/Decoders.h"

#include "app/capture/helper/PictureFile.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QtEndian>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace motcua::capture::helper {

namespace {

const l_uint8* bytesOf(const QByteArray& content) {
    return reinterpret_cast<const l_uint8*>(content.constData());
}

size_t sizeOf(const QByteArray& content) {
    return static_cast<size_t>(content.size());
}

tl::unexpected<base::Error> damaged() {
    return base::fail(QStringLiteral("import.damaged"));
}

tl::unexpected<base::Error> unsupported(const char* kind) {
    return base::fail(QStringLiteral("import.unsupported"), {{QStringLiteral("kind"), QString::fromLatin1(kind)}});
}

/// Frames of 12 bits, lossless or hierarchical ones are sound, and no library here reads them.
bool isJpegForLater(const QByteArray& content) {
    const QByteArray strange("\xc3\xc5\xc6\xc7\xcb\xcd\xce\xcf");
    const QByteArray usual("\xc0\xc1\xc2\xc9\xca");
    qsizetype at = 2;
    while (at + 5 <= content.size() && content.at(at) == '\xff') {
        const char marker = content.at(at + 1);
        if (strange.contains(marker))
            return true;
        if (usual.contains(marker))
            return content.at(at + 4) != 8;
        at += marker == '\xff' ? 1 : 2 + qFromBigEndian<quint16>(content.constData() + at + 2);
    }
    return false;
}

/// Only the plain ones, whose length can be told beforehand: Qt fills up what is missing of one.
base::Result<QSize> sizeOfBmp(const QByteArray& content) {
    constexpr qsizetype headers = 54;
    if (content.size() < headers)
        return damaged();
    const auto number = [&content](qsizetype at) { return qFromLittleEndian<qint32>(content.constData() + at); };
    const qint64 width = number(18);
    const qint64 height = std::abs(qint64(number(22)));
    const int depth = qFromLittleEndian<quint16>(content.constData() + 28);
    const int packing = number(30);
    constexpr int bitFields = 3;
    if (number(14) < 40 || (packing != 0 && packing != bitFields))
        return unsupported("BMP");
    if (width < 1 || height < 1 || width > 100'000 || height > 100'000)
        return damaged();
    const qint64 row = (width * depth + 31) / 32 * 4;
    if (number(10) < 0 || number(10) + row * height > content.size())
        return damaged();
    return QSize(static_cast<int>(width), static_cast<int>(height));
}

Pixels decodedBmp(const QByteArray& content) {
    QBuffer buffer;
    buffer.setData(content);
    const QImage image = QImageReader(&buffer, "bmp").read();
    return image.isNull() ? nullptr : pixelsOf(image.convertToFormat(QImage::Format_RGB32));
}

}

base::Result<QSize> claimedSize(const QByteArray& content, FileKind kind) {
    l_int32 width = 0;
    l_int32 height = 0;
    l_int32 samples = 0;
    bool readable = false;
    if (kind == FileKind::Bmp)
        return sizeOfBmp(content);
    if (kind == FileKind::Jpeg && isJpegForLater(content))
        return unsupported("JPEG");
    if (kind == FileKind::Jpeg)
        readable = readHeaderMemJpeg(bytesOf(content), sizeOf(content), &width, &height, nullptr, nullptr, nullptr) == 0;
    else if (kind == FileKind::Png)
        readable = readHeaderMemPng(bytesOf(content), sizeOf(content), &width, &height, nullptr, nullptr, nullptr) == 0;
    else if (kind == FileKind::Webp)
        readable = readHeaderMemWebP(bytesOf(content), sizeOf(content), &width, &height, &samples) == 0;
    if (!readable || width < 1 || height < 1)
        return damaged();
    return QSize(width, height);
}

Pixels decoded(const QByteArray& content, FileKind kind) {
    if (kind == FileKind::Bmp)
        return decodedBmp(content);
    if (kind == FileKind::Png)
        return Pixels(pixReadMemPng(bytesOf(content), sizeOf(content)));
    if (kind == FileKind::Webp)
        return Pixels(pixReadMemWebP(bytesOf(content), sizeOf(content)));
    // libjpeg fills up what is missing of a cut picture with grey and calls it a warning. A page with half its text is damage:
    // without a hint Leptonica gives no picture then.
    return Pixels(pixReadMemJpeg(bytesOf(content), sizeOf(content), 0, 1, nullptr, 0));
}

Pixels pixelsOf(const QImage& image) {
    const bool bilevel = image.depth() == 1;
    Pixels pixels(pixCreate(image.width(), image.height(), bilevel ? 1 : 32));
    if (!pixels)
        return nullptr;
    l_uint32* line = pixGetData(pixels.get());
    for (int y = 0; y < image.height(); ++y, line += pixGetWpl(pixels.get())) {
        if (bilevel) {
            std::memcpy(line, image.constScanLine(y), static_cast<size_t>((image.width() + 7) / 8));
            continue;
        }
        const auto* colours = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            composeRGBPixel(qRed(colours[x]), qGreen(colours[x]), qBlue(colours[x]), line + x);
    }
    if (bilevel) {
        // Leptonica keeps the bytes of a word in the machine's order.
        pixEndianByteSwap(pixels.get());
        pixSetPadBits(pixels.get(), 0);
    }
    return pixels;
}

Pixels upright(Pixels picture, int orientation) {
    struct Turn {
        int quarters; ///< clockwise, first
        bool leftRight;
        bool topBottom;
    };
    constexpr Turn turns[] = {{0, false, false}, {0, true, false}, {0, true, true}, {0, false, true}, {1, true, false}, {1, false, false},
        {1, false, true}, {3, false, false}};
    const Turn& turn = turns[std::clamp(orientation, 1, 8) - 1];
    if (picture && turn.quarters != 0)
        picture.reset(pixRotateOrth(picture.get(), turn.quarters));
    if (picture && turn.leftRight)
        picture.reset(pixFlipLR(nullptr, picture.get()));
    if (picture && turn.topBottom)
        picture.reset(pixFlipTB(nullptr, picture.get()));
    return picture;
}

Pixels squared(Pixels picture, double xResolution, double yResolution) {
    constexpr double likeSquare = 1.03;
    constexpr double mostUneven = 5;
    if (!picture || xResolution <= 0 || yResolution <= 0)
        return picture;
    const double finer = std::max(xResolution, yResolution);
    const double uneven = finer / std::min(xResolution, yResolution);
    if (uneven < likeSquare || uneven > mostUneven)
        return picture;
    // Made of as many dots at most as a page may have.
    const double dots = double(pixGetWidth(picture.get())) * pixGetHeight(picture.get()) * uneven;
    const double resolution = finer * std::min(1.0, std::sqrt(mostPixels / dots));
    picture.reset(pixScaleGeneral(picture.get(), static_cast<float>(resolution / xResolution), static_cast<float>(resolution / yResolution), 0, 0));
    if (picture)
        pixSetResolution(picture.get(), static_cast<int>(resolution), static_cast<int>(resolution));
    return picture;
}

}
