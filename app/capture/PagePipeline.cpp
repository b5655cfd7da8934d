#include "app/capture/PagePipeline.h"

#include "app/capture/CodeReader.h"
#include "app/capture/PageCleaner.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace motcua::capture {

namespace {

/// The long side of A3 at 300 dpi; a page is never worked on larger.
constexpr int longestSide = 4961;
constexpr int workingResolution = 300;
/// Below this a picture has no lines to straighten.
constexpr int leastSide = 64;

/// 1 bit, 8 bits grey or 32 bits colour, without palette and transparency.
Pixels plain(Pixels raw) {
    if (pixGetDepth(raw.get()) == 1 && !pixGetColormap(raw.get()))
        return raw;
    if (pixGetDepth(raw.get()) == 32 && pixGetSpp(raw.get()) == 4)
        raw.reset(pixAlphaBlendUniform(raw.get(), 0xffffff00));
    if (raw && pixGetColormap(raw.get()))
        raw.reset(pixRemoveColormap(raw.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (raw && pixGetDepth(raw.get()) != 1 && pixGetDepth(raw.get()) != 8 && pixGetDepth(raw.get()) != 32)
        raw.reset(pixConvertTo8Or32(raw.get(), L_CLONE, 0));
    return raw;
}

/// Never more than 300 dpi where the resolution is known, nor a side longer than A3's.
Pixels within(Pixels page) {
    const int side = std::max(pixGetWidth(page.get()), pixGetHeight(page.get()));
    const int resolution = pixGetXRes(page.get());
    float scale = std::min(1.0f, static_cast<float>(longestSide) / static_cast<float>(side));
    if (resolution > workingResolution && resolution <= 2400 && side > longestSide / 2)
        scale = std::min(scale, static_cast<float>(workingResolution) / static_cast<float>(resolution));
    if (scale > 0.98f)
        return page;
    if (pixGetDepth(page.get()) == 1)
        return Pixels(pixScaleToGray(page.get(), std::min(scale, 0.97f)));
    return Pixels(pixScaleAreaMap(page.get(), scale, scale));
}

Pixels inColour(Pixels page, PageColour wanted) {
    if (pixGetDepth(page.get()) == 32 && (wanted != PageColour::Colour || !hasColour(page.get())))
        return Pixels(pixConvertRGBToLuminance(page.get()));
    return page;
}

}

base::Result<EncodedPage> PagePipeline::encodedPage(Pix& page, Pix& grey) const {
    const bool bilevel = m_settings.colour == PageColour::BlackWhite || pixGetDepth(&page) == 1;
    return bilevel ? encodeBilevel(page, grey) : encodeJpeg(page, jpegBudget(page));
}

base::Result<FinishedPage> PagePipeline::finish(Pixels raw) const {
    const auto broken = [] { return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("image")}}); };
    if (!raw)
        return base::fail(QStringLiteral("import.damaged"));
    Pixels page = plain(std::move(raw));
    if (page)
        page = within(std::move(page));
    if (page)
        page = inColour(std::move(page), m_settings.colour);
    if (!page)
        return broken();

    FinishedPage finished;
    bool cut = false;
    const Pixels asItCame(pixClone(page.get()));
    if (std::min(pixGetWidth(page.get()), pixGetHeight(page.get())) >= leastSide) {
        page = straightened(std::move(page), finished.skew);
        if (page)
            page = withoutLid(std::move(page), cut);
    }
    const Pixels grey = page ? greyOf(page.get()) : nullptr;
    if (!grey)
        return broken();
    if (m_settings.dropBlank && isBlank(grey.get())) {
        finished.blank = true;
        return finished;
    }
    finished.codes = readCodes(grey.get());
    auto encoded = encodedPage(*page, *grey);
    if (!encoded)
        return base::fail(encoded.error());
    if (cut) {
        const Pixels greyAsItCame = greyOf(asItCame.get());
        auto untouched = greyAsItCame ? encodedPage(*asItCame, *greyAsItCame) : base::Result<EncodedPage>(broken());
        if (!untouched)
            return base::fail(untouched.error());
        finished.untouched = std::move(*untouched);
    }
    finished.content = std::move(encoded->content);
    finished.mediaType = encoded->mediaType;
    finished.width = encoded->width;
    finished.height = encoded->height;
    return finished;
}

}
