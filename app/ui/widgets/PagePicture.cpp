#include "app/ui/widgets/PagePicture.h"

#include "app/pictures/TiffReader.h"

namespace motcua::ui {

QImage pagePicture(const QByteArray& content) {
    if (!pictures::TiffReader::looksLikeTiff(content))
        return QImage::fromData(content);
    constexpr qint64 mostPixels = 100'000'000;
    pictures::TiffReader reader(content);
    if (!reader.open(mostPixels) || !reader.turnTo(0))
        return {};
    const base::Result<QImage> picture = reader.picture();
    // Grey, so that thin strokes stay when the page is made smaller.
    return picture ? picture->convertToFormat(picture->depth() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB32) : QImage();
}

}
