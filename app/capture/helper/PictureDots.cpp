#include "app/capture/helper/PictureDots.h"

#include <QColor>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace motcua::capture::helper {

using domain::ports::Dots;

namespace {

constexpr int grey = 8;
constexpr int colour = 32;

/// 1 bit (smoothed, so that thin strokes stay), 8 or 32.
Pixels plain(Pix& picture, float scale) {
    const Pixels mapped(pixRemoveColormap(&picture, REMOVE_CMAP_BASED_ON_SRC));
    if (!mapped)
        return nullptr;
    if (pixGetDepth(mapped.get()) == 1)
        return Pixels(scale < 1 ? pixScaleToGray(mapped.get(), scale) : pixConvertTo8(mapped.get(), 0));
    if (pixGetDepth(mapped.get()) == colour && pixGetSpp(mapped.get()) == 4)
        return Pixels(pixAlphaBlendUniform(mapped.get(), 0xffffff00));
    return Pixels(pixGetDepth(mapped.get()) == colour ? pixClone(mapped.get()) : pixConvertTo8(mapped.get(), 0));
}

Pixels scaled(Pix& picture, float scale) {
    Pixels even = plain(picture, scale);
    if (!even || scale >= 1 || pixGetDepth(&picture) == 1)
        return even;
    constexpr float areas = 0.7f; // below it each dot is the mean of those that it stands for
    return Pixels(scale < areas ? pixScaleAreaMap(even.get(), scale, scale) : pixScaleGeneral(even.get(), scale, scale, 0, 0));
}

QByteArray greyBytes(Pix& picture, int width, int height) {
    // Leptonica keeps the bytes of a word in the machine's order.
    const Pixels ordered(pixEndianByteSwapNew(&picture));
    if (!ordered)
        return {};
    QByteArray bytes(qsizetype(width) * height, Qt::Uninitialized);
    for (int y = 0; y < height; ++y)
        std::memcpy(
            bytes.data() + qsizetype(y) * width, pixGetData(ordered.get()) + qsizetype(y) * pixGetWpl(ordered.get()), static_cast<size_t>(width));
    return bytes;
}

QByteArray colourBytes(Pix& picture, int width, int height) {
    QByteArray bytes(qsizetype(width) * height * 4, Qt::Uninitialized);
    auto* to = reinterpret_cast<QRgb*>(bytes.data());
    for (int y = 0; y < height; ++y) {
        const l_uint32* line = pixGetData(&picture) + qsizetype(y) * pixGetWpl(&picture);
        for (int x = 0; x < width; ++x)
            *to++ = 0xff000000U | (line[x] >> 8);
    }
    return bytes;
}

}

QSize fitting(QSizeF shape, int width) {
    const double ratio = shape.height() / shape.width();
    const double widest = std::min({double(width), double(Dots::longestSide), Dots::longestSide / ratio, std::sqrt(double(Dots::most) / ratio)});
    const int columns = std::max(1, static_cast<int>(widest));
    return {columns, std::clamp(static_cast<int>(columns * ratio), 1, static_cast<int>(Dots::most / columns))};
}

std::optional<Dots> dotsOf(Pix& picture, int width) {
    const QSize whole(pixGetWidth(&picture), pixGetHeight(&picture));
    const float scale = static_cast<float>(fitting(whole, width).width()) / static_cast<float>(whole.width());
    const Pixels made = scaled(picture, scale);
    if (!made)
        return {};
    const int columns = pixGetWidth(made.get());
    const int rows = pixGetHeight(made.get());
    if (pixGetDepth(made.get()) == grey)
        return Dots::from(Dots::Kind::Grey, columns, rows, greyBytes(*made, columns, rows));
    return pixGetDepth(made.get()) == colour ? Dots::from(Dots::Kind::Colour, columns, rows, colourBytes(*made, columns, rows)) : std::nullopt;
}

std::optional<Dots> dotsOf(const QImage& paper) {
    if (paper.isNull() || paper.depth() != colour)
        return {};
    const auto size = paper.sizeInBytes();
    return Dots::from(Dots::Kind::Colour, paper.width(), paper.height(), QByteArray(reinterpret_cast<const char*>(paper.constBits()), size));
}

}
