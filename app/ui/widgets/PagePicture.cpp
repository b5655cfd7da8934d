#include "app/ui/widgets/PagePicture.h"

#include "app/pictures/Orientation.h"
#include "app/pictures/TiffReader.h"

#include <QTransform>

namespace motcua::ui {

namespace {

/// As a page was turned. The product mirrors none.
QImage lying(const QImage& picture, int orientation) {
    const int degrees = orientation == 6 ? 90 : orientation == 3 ? 180 : orientation == 8 ? 270 : 0;
    return degrees == 0 ? picture : picture.transformed(QTransform().rotate(degrees));
}

}

QImage pagePicture(const QByteArray& content) {
    if (!pictures::TiffReader::looksLikeTiff(content))
        return lying(QImage::fromData(content), pictures::orientationOf(content));
    constexpr qint64 mostPixels = 100'000'000;
    pictures::TiffReader reader(content);
    if (!reader.open(mostPixels) || !reader.turnTo(0))
        return {};
    const base::Result<QImage> picture = reader.picture();
    // Grey, so that thin strokes stay when the page is made smaller.
    const auto format = picture && picture->depth() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB32;
    return picture ? lying(picture->convertToFormat(format), reader.orientation()) : QImage();
}

}
