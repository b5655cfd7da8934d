#include "app/capture/PageEncoder.h"

#include "app/capture/PageCleaner.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace motcua::capture {

namespace {

struct Attempt {
    float scale; ///< of the sides
    int quality;
};

/// In order of what is lost: at 300 dpi a scale of 0.67 gives 200 dpi, 0.5 gives 150.
constexpr Attempt attempts[] = {{1.0f, 75}, {1.0f, 55}, {0.667f, 70}, {0.667f, 50}, {0.667f, 35}, {0.5f, 40}, {0.5f, 25}, {0.33f, 25}, {0.2f, 20}};

QByteArray taken(l_uint8* data, size_t size) {
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    lept_free(data);
    return bytes;
}

QByteArray jpegOf(Pix* page, int quality) {
    l_uint8* data = nullptr;
    size_t size = 0;
    if (pixWriteMemJpeg(&data, &size, page, quality, 0) != 0)
        return {};
    return taken(data, size);
}

QByteArray g4Of(Pix* page) {
    l_uint8* data = nullptr;
    size_t size = 0;
    if (pixWriteMemTiff(&data, &size, page, IFF_TIFF_G4) != 0)
        return {};
    return taken(data, size);
}

Pixels scaled(Pix* page, float scale) {
    return Pixels(scale >= 1 ? pixClone(page) : pixScaleAreaMap(page, scale, scale));
}

tl::unexpected<base::Error> notEncoded() {
    return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("encode")}});
}

/// Black and white, each part of the page by its own paper tone, without single specks.
Pixels bilevelOf(Pix* grey) {
    const Pixels evened(pixBackgroundNormSimple(grey, nullptr, nullptr));
    Pix* const source = evened ? evened.get() : grey;
    const Pixels ink(pixThresholdToBinary(source, evened ? 160 : inkThreshold(grey)));
    return Pixels(ink ? pixSelectBySize(ink.get(), 3, 3, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr) : nullptr);
}

}

int jpegBudget(Pix& page) {
    constexpr double a4 = 300 * 1000;
    const int resolution = pixGetXRes(&page);
    if (resolution < 50 || resolution > 2400)
        return static_cast<int>(a4);
    const double area = (static_cast<double>(pixGetWidth(&page)) / resolution) * (static_cast<double>(pixGetHeight(&page)) / resolution);
    return static_cast<int>(a4 * std::clamp(area / (8.27 * 11.69), 1.0, 2.0));
}

base::Result<EncodedPage> encodeJpeg(Pix& page, int budget) {
    Pixels current = scaled(&page, 1);
    float scale = 1;
    qsizetype size = 0;
    for (const Attempt& attempt : attempts) {
        // A picture that is more than twice too large is not saved by a little quality: on to the next resolution.
        if (attempt.scale == scale && size > 2 * budget && scale > 0.3f)
            continue;
        if (attempt.scale != scale)
            current = scaled(&page, attempt.scale);
        scale = attempt.scale;
        if (!current)
            return notEncoded();
        QByteArray bytes = jpegOf(current.get(), attempt.quality);
        if (bytes.isEmpty())
            return notEncoded();
        size = bytes.size();
        if (size <= budget)
            return EncodedPage{std::move(bytes), QStringLiteral("image/jpeg"), pixGetWidth(current.get()), pixGetHeight(current.get())};
    }
    return notEncoded();
}

base::Result<EncodedPage> encodeBilevel(Pix& page, Pix& grey) {
    for (const float scale : {1.0f, 0.667f}) {
        const bool asIs = scale >= 1 && pixGetDepth(&page) == 1;
        const Pixels smaller = scaled(&grey, scale);
        const Pixels bilevel = asIs ? Pixels(pixClone(&page)) : smaller ? bilevelOf(smaller.get()) : nullptr;
        if (!bilevel)
            return notEncoded();
        QByteArray bytes = g4Of(bilevel.get());
        if (!bytes.isEmpty() && bytes.size() <= bilevelBudget)
            return EncodedPage{std::move(bytes), QStringLiteral("image/tiff"), pixGetWidth(bilevel.get()), pixGetHeight(bilevel.get())};
    }
    return encodeJpeg(grey, jpegBudget(grey));
}

}
