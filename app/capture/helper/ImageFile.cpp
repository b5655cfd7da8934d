#include "app/capture/helper/ImageFile.h"

#include "app/capture/PagePipeline.h"
#include "app/capture/helper/Decoders.h"
#include "app/capture/helper/HelperLink.h"
#include "app/pictures/Orientation.h"
#include "app/pictures/TiffReader.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace motcua::capture::helper {

namespace {

/// A3 at 600 dpi, or the largest phone camera but one.
constexpr qint64 mostPixels = 72'000'000;
constexpr int longestSide = 30'000;
constexpr int mostPages = 200;

base::Outcome checkSize(QSize size) {
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.width() > longestSide || size.height() > longestSide || pixels > mostPixels)
        return base::fail(QStringLiteral("import.too-large"), {{QStringLiteral("pixels"), QString::number(pixels)}});
    return base::done();
}

/// A strip of a few dots is no paper, and nothing of it would be left on a page.
base::Outcome checkShape(QSize size) {
    constexpr int leastSide = 16;
    constexpr int mostLonger = 40;
    const int shorter = std::min(size.width(), size.height());
    const int longer = std::max(size.width(), size.height());
    if (shorter < leastSide || longer > qint64(shorter) * mostLonger)
        return base::fail(QStringLiteral("import.no-page"),
            {{QStringLiteral("width"), QString::number(size.width())}, {QStringLiteral("height"), QString::number(size.height())}});
    return base::done();
}

base::Outcome checked(QSize size) {
    return checkSize(size).and_then([size](base::Done) { return checkShape(size); });
}

base::Outcome finish(Pixels picture, Link& link) {
    if (!picture)
        return base::fail(QStringLiteral("import.damaged"));
    // An imported file is kept in colour and never dropped: somebody chose it.
    base::Result<FinishedPage> page = PagePipeline({PageColour::Colour, false}).finish(std::move(picture));
    // No scanner is at work: what is left is memory.
    if (!page)
        return base::fail(page.error().code == QLatin1String("scan.io-error") ? base::Error{QStringLiteral("import.too-large")} : page.error());
    link.page(std::move(*page));
    return base::done();
}

base::Outcome importTiffPage(const pictures::TiffReader& reader, Link& link) {
    if (const base::Outcome size = checked(reader.size()); !size)
        return size;
    const base::Result<QImage> picture = reader.picture();
    if (!picture)
        return base::fail(picture.error());
    Pixels pixels = pixelsOf(*picture);
    if (pixels && reader.hasUnit())
        pixSetResolution(pixels.get(), static_cast<int>(reader.xResolution()), static_cast<int>(reader.yResolution()));
    return finish(upright(squared(std::move(pixels), reader.xResolution(), reader.yResolution()), reader.orientation()), link);
}

base::Outcome importTiff(const QByteArray& content, Link& link) {
    pictures::TiffReader reader(content);
    const base::Result<int> pages = reader.open(mostPixels);
    if (!pages)
        return base::fail(pages.error());
    if (*pages > mostPages)
        return base::fail(QStringLiteral("import.too-many-pages"), {{QStringLiteral("limit"), QString::number(mostPages)}});
    for (int page = 0; page < *pages; ++page) {
        if (link.isCancelled())
            return base::fail(QStringLiteral("scan.cancelled"));
        if (const base::Outcome turned = reader.turnTo(page); !turned)
            return turned;
        if (const base::Outcome told = importTiffPage(reader, link); !told)
            return told;
    }
    return base::done();
}

}

base::Outcome importImage(const QByteArray& content, FileKind kind, Link& link) {
    if (kind == FileKind::Tiff)
        return importTiff(content, link);
    const base::Result<QSize> size = claimedSize(content, kind);
    if (!size)
        return base::fail(size.error());
    if (const base::Outcome fits = checked(*size); !fits)
        return fits;
    Pixels picture = decoded(content, kind);
    const double xResolution = picture ? pixGetXRes(picture.get()) : 0;
    const double yResolution = picture ? pixGetYRes(picture.get()) : 0;
    return finish(upright(squared(std::move(picture), xResolution, yResolution), pictures::orientationOf(content)), link);
}

}
