#include "app/capture/helper/ImageFile.h"

#include "app/capture/PagePipeline.h"
#include "app/capture/helper/HelperLink.h"

#include <QBuffer>
#include <QImageReader>

#include <leptonica/allheaders.h>

namespace motcua::capture::helper {

namespace {

/// A3 at 600 dpi, or the largest phone camera but one.
constexpr qint64 mostPixels = 72'000'000;
constexpr int longestSide = 30'000;
constexpr int mostPages = 200;

enum class Format { Unknown, Jpeg, Png, Tiff };

Format formatOf(const QByteArray& content) {
    if (content.startsWith("\xff\xd8\xff"))
        return Format::Jpeg;
    if (content.startsWith("\x89PNG\r\n\x1a\n"))
        return Format::Png;
    if (content.startsWith(QByteArray("II*\0", 4)) || content.startsWith(QByteArray("MM\0*", 4)))
        return Format::Tiff;
    return Format::Unknown;
}

const l_uint8* bytesOf(const QByteArray& content) {
    return reinterpret_cast<const l_uint8*>(content.constData());
}

size_t sizeOf(const QByteArray& content) {
    return static_cast<size_t>(content.size());
}

base::Outcome checkSize(const QByteArray& content, Format format, int page) {
    l_int32 width = 0;
    l_int32 height = 0;
    bool readable = false;
    if (format == Format::Jpeg)
        readable = readHeaderMemJpeg(bytesOf(content), sizeOf(content), &width, &height, nullptr, nullptr, nullptr) == 0;
    else if (format == Format::Png)
        readable = readHeaderMemPng(bytesOf(content), sizeOf(content), &width, &height, nullptr, nullptr, nullptr) == 0;
    else
        readable = readHeaderMemTiff(bytesOf(content), sizeOf(content), page, &width, &height, nullptr, nullptr, nullptr, nullptr, nullptr) == 0;
    if (!readable || width < 1 || height < 1)
        return base::fail(QStringLiteral("import.damaged"));
    if (width > longestSide || height > longestSide || qint64(width) * height > mostPixels)
        return base::fail(QStringLiteral("import.too-large"), {{QStringLiteral("pixels"), QString::number(qint64(width) * height)}});
    return base::done();
}

/// Cameras write down how they were held instead of turning the picture.
Pixels upright(Pixels picture, const QByteArray& content) {
    QBuffer buffer;
    buffer.setData(content);
    const QImageIOHandler::Transformations turn = QImageReader(&buffer, "jpeg").transformation();
    if (picture && turn.testFlag(QImageIOHandler::TransformationRotate90))
        picture.reset(pixRotate90(picture.get(), 1));
    if (picture && turn.testFlag(QImageIOHandler::TransformationMirror))
        pixFlipLR(picture.get(), picture.get());
    if (picture && turn.testFlag(QImageIOHandler::TransformationFlip))
        pixFlipTB(picture.get(), picture.get());
    return picture;
}

/// libjpeg fills up what is missing of a cut picture with grey and calls it a warning. A page with half its text is damage:
/// without a hint Leptonica gives no picture then.
Pixels decodedJpeg(const QByteArray& content) {
    return upright(Pixels(pixReadMemJpeg(bytesOf(content), sizeOf(content), 0, 1, nullptr, 0)), content);
}

base::Outcome finish(Pixels picture, Link& link) {
    if (!picture)
        return base::fail(QStringLiteral("import.damaged"));
    // An imported file is kept in colour and never dropped: somebody chose it.
    const base::Result<FinishedPage> page = PagePipeline({PageColour::Colour, false}).finish(std::move(picture));
    if (!page)
        return base::fail(page.error());
    link.page(domain::ports::ScannedPage{page->content, page->mediaType, page->width, page->height, page->codes});
    return base::done();
}

base::Outcome importTiff(const QByteArray& content, Link& link) {
    size_t offset = 0;
    int number = 0;
    do {
        if (link.isCancelled())
            return base::fail(QStringLiteral("scan.cancelled"));
        if (number == mostPages)
            return base::fail(QStringLiteral("import.too-many-pages"), {{QStringLiteral("limit"), QString::number(mostPages)}});
        if (const base::Outcome size = checkSize(content, Format::Tiff, number); !size)
            return size;
        const base::Outcome told = finish(Pixels(pixReadMemFromMultipageTiff(bytesOf(content), sizeOf(content), &offset)), link);
        if (!told)
            return told;
        ++number;
    } while (offset != 0);
    return base::done();
}

}

base::Outcome importImage(const QByteArray& content, Link& link) {
    const Format format = formatOf(content);
    if (format == Format::Unknown)
        return base::fail(QStringLiteral("import.unsupported"));
    if (format == Format::Tiff)
        return importTiff(content, link);
    if (const base::Outcome size = checkSize(content, format, 0); !size)
        return size;
    return finish(format == Format::Jpeg ? decodedJpeg(content) : Pixels(pixReadMemPng(bytesOf(content), sizeOf(content))), link);
}

}
