#include "app/capture/helper/ImageFile.h"

#include "app/capture/PagePipeline.h"
#include "app/capture/helper/Decoders.h"
#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/PictureFile.h"
#include "app/pictures/TiffReader.h"

#include <algorithm>

namespace motcua::capture::helper {

namespace {

constexpr int mostPages = 200;

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

base::Outcome finish(base::Result<Pixels> picture, Link& link) {
    if (!picture)
        return base::fail(picture.error());
    // An imported file is kept in colour and never dropped: somebody chose it.
    base::Result<FinishedPage> page = PagePipeline({PageColour::Colour, false}).finish(std::move(*picture));
    // No scanner is at work: what is left is memory.
    if (!page)
        return base::fail(page.error().code == QLatin1String("scan.io-error") ? base::Error{QStringLiteral("import.too-large")} : page.error());
    link.page(std::move(*page));
    return base::done();
}

base::Outcome importTiffPage(const pictures::TiffReader& reader, Link& link) {
    if (const base::Outcome size = checked(reader.size()); !size)
        return size;
    return finish(pictureOf(reader), link);
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
    return finish(pictureOf(content, kind), link);
}

}
