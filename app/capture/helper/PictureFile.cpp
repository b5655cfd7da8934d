#include "app/capture/helper/PictureFile.h"

#include "app/capture/helper/Decoders.h"
#include "app/pictures/Orientation.h"
#include "app/pictures/TiffReader.h"

#include <leptonica/allheaders.h>

namespace motcua::capture::helper {

namespace {

base::Result<Pixels> whole(Pixels picture) {
    if (!picture)
        return base::fail(QStringLiteral("import.damaged"));
    return picture;
}

}

base::Outcome checkSize(QSize size) {
    constexpr int longestSide = 30'000;
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.width() > longestSide || size.height() > longestSide || pixels > mostPixels)
        return base::fail(QStringLiteral("import.too-large"), {{QStringLiteral("pixels"), QString::number(pixels)}});
    return base::done();
}

base::Result<Pixels> pictureOf(const QByteArray& content, FileKind kind) {
    const base::Result<QSize> size = claimedSize(content, kind);
    if (!size)
        return base::fail(size.error());
    if (const base::Outcome fits = checkSize(*size); !fits)
        return base::fail(fits.error());
    Pixels picture = decoded(content, kind);
    const double xResolution = picture ? pixGetXRes(picture.get()) : 0;
    const double yResolution = picture ? pixGetYRes(picture.get()) : 0;
    return whole(upright(squared(std::move(picture), xResolution, yResolution), pictures::orientationOf(content)));
}

base::Result<Pixels> pictureOf(const pictures::TiffReader& reader) {
    if (const base::Outcome fits = checkSize(reader.size()); !fits)
        return base::fail(fits.error());
    // The reader's own dots are gone before the next ones are made.
    base::Result<Pixels> picture = reader.picture().map([](const QImage& dots) { return pixelsOf(dots); });
    if (!picture)
        return base::fail(picture.error());
    Pixels pixels = std::move(*picture);
    if (pixels && reader.hasUnit())
        pixSetResolution(pixels.get(), static_cast<int>(reader.xResolution()), static_cast<int>(reader.yResolution()));
    return whole(upright(squared(std::move(pixels), reader.xResolution(), reader.yResolution()), reader.orientation()));
}

}
