#include "app/capture/PageCleaner.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace motcua::capture {

namespace {

constexpr double leastSkew = 0.2;
constexpr double mostSkew = 7;
constexpr double leastConfidence = 3;
constexpr int reduction = 8;

/// Black pixels' share of a 1-bit picture's part.
double darkShare(Pix* dark, int x, int y, int width, int height) {
    if (width <= 0 || height <= 0)
        return 0;
    Box* box = boxCreate(x, y, width, height);
    const Pixels part(pixClipRectangle(dark, box, nullptr));
    boxDestroy(&box);
    l_int32 count = 0;
    if (!part || pixCountPixels(part.get(), &count, nullptr) != 0)
        return 0;
    return count / (static_cast<double>(width) * height);
}

/// The page at an eighth of its size, grey or in colour.
Pixels reduced(Pix* page) {
    const Pixels deep(pixGetDepth(page) == 1 ? pixConvert1To8(nullptr, page, 255, 0) : pixClone(page));
    return Pixels(deep ? pixScaleAreaMap(deep.get(), 1.0f / reduction, 1.0f / reduction) : nullptr);
}

/// 1 bit, black where the page is as dark as a scanner's lid.
Pixels darkParts(Pix* page, Pix* small) {
    const Pixels grey = greyOf(page);
    const Pixels smallGrey = small ? greyOf(small) : nullptr;
    return Pixels(grey && smallGrey ? pixThresholdToBinary(smallGrey.get(), std::min(inkThreshold(grey.get()), 110)) : nullptr);
}

bool hasBlackBorder(Pix* dark) {
    const int width = pixGetWidth(dark);
    const int height = pixGetHeight(dark);
    const int ring = std::max(2, std::min(width, height) / 100);
    return darkShare(dark, 0, 0, width, ring) > 0.5 || darkShare(dark, 0, height - ring, width, ring) > 0.5 ||
           darkShare(dark, 0, 0, ring, height) > 0.5 || darkShare(dark, width - ring, 0, ring, height) > 0.5;
}

struct Edges {
    int left = 0;
    int top = 0;
    int right = 0; ///< one past the last column
    int bottom = 0;
};

/// Around all bright parts that are large enough to be paper or a card.
Edges paperEdges(Pix* dark) {
    const int width = pixGetWidth(dark);
    const int height = pixGetHeight(dark);
    const Pixels inverted(pixInvert(nullptr, dark));
    const Pixels bright(inverted ? pixCloseSafeBrick(nullptr, inverted.get(), 5, 5) : nullptr);
    Boxa* boxes = bright ? pixConnCompBB(bright.get(), 8) : nullptr;
    Edges edges{width, height, 0, 0};
    const int least = std::min(width, height) / 12;
    for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        l_int32 x = 0, y = 0, w = 0, h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        if (w < least || h < least)
            continue;
        edges = {std::min(edges.left, x), std::min(edges.top, y), std::max(edges.right, x + w), std::max(edges.bottom, y + h)};
    }
    boxaDestroy(&boxes);
    if (edges.left >= edges.right)
        return {0, 0, width, height};
    return edges;
}

/// A strip of the page that would go, at an eighth of its size.
struct Strip {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

Pixels part(Pix* page, const Strip& strip) {
    Box* box = boxCreate(strip.x, strip.y, strip.width, strip.height);
    Pixels clipped(pixClipRectangle(page, box, nullptr));
    boxDestroy(&box);
    return clipped;
}

/// The share of a grey picture's pixels that are brighter than `tone`.
double brighterShare(Pix* grey, int tone) {
    const Pixels darker(pixThresholdToBinary(grey, tone + 1));
    l_int32 count = 0;
    const double all = static_cast<double>(pixGetWidth(grey)) * pixGetHeight(grey);
    return darker && pixCountPixels(darker.get(), &count, nullptr) == 0 ? 1 - count / all : 1;
}

/// How far apart the primary colours of a picture are on average, 0–255; 0 for grey.
double saturation(Pix* picture) {
    if (pixGetDepth(picture) != 32)
        return 0;
    double sum = 0;
    const int width = pixGetWidth(picture);
    const int height = pixGetHeight(picture);
    const l_uint32* line = pixGetData(picture);
    for (int y = 0; y < height; ++y, line += pixGetWpl(picture))
        for (int x = 0; x < width; ++x) {
            l_int32 red = 0, green = 0, blue = 0;
            extractRGBValues(line[x], &red, &green, &blue);
            sum += std::max({red, green, blue}) - std::min({red, green, blue});
        }
    return sum / (static_cast<double>(width) * height);
}

/// A lid is black, of one tone and nothing is on it. Print is not: a band or a cover has a colour, another tone, or words.
bool isLid(Pix* small, const Strip& strip) {
    constexpr int darkest = 32;        ///< the brightest tone of a lid
    constexpr int spread = 20;         ///< between a lid's own tones, what turning brings in at the corners included
    constexpr double mostStray = 0.01; ///< dust, and the half-lit seam of the paper
    constexpr double mostColour = 16;
    const Pixels picture = part(small, strip);
    const Pixels grey = picture ? greyOf(picture.get()) : nullptr;
    if (!grey)
        return false;
    l_float32 sum = 0;
    if (pixAverageInRect(grey.get(), nullptr, nullptr, 0, 255, 1, &sum) != 0)
        return false;
    const int tone = static_cast<int>(sum);
    return tone <= darkest && brighterShare(grey.get(), tone + spread) < mostStray && saturation(picture.get()) < mostColour;
}

/// Beside its edge paper is bright all along; what stands free on a cover (an emblem, a title) is not.
bool isPaperSide(Pix* dark, const Strip& line) {
    constexpr double mostDark = 0.1;
    return darkShare(dark, line.x, line.y, line.width, line.height) < mostDark;
}

/// Of the size of an identity card (ISO/IEC 7810 ID-1), where the resolution is known: nothing printed on a cover is so by chance.
bool isCard(const Edges& paper, int resolution) {
    constexpr double longSide = 85.6; ///< mm
    constexpr double shortSide = 53.98;
    constexpr double tolerance = 3;
    constexpr double millimetresAnInch = 25.4;
    constexpr int leastResolution = 100;
    if (resolution < leastResolution)
        return false;
    const double width = (paper.right - paper.left) * reduction * millimetresAnInch / resolution;
    const double height = (paper.bottom - paper.top) * reduction * millimetresAnInch / resolution;
    return std::abs(std::max(width, height) - longSide) < tolerance && std::abs(std::min(width, height) - shortSide) < tolerance;
}

/// Leaves every side where it was unless nothing but the scanner's lid would go. That is only certain where the lid shows along two
/// sides that meet: a printed band lies along one, or along two that face each other.
Edges onlyLidGoes(const Edges& paper, Pix* small, Pix* dark, int resolution) {
    const int width = pixGetWidth(dark);
    const int height = pixGetHeight(dark);
    const Edges whole{0, 0, width, height};
    constexpr double leastPaper = 0.35; ///< of the glass; a label on a cover is smaller
    constexpr int seam = 2;             ///< half-lit, beside the paper
    constexpr double mostTilt = 0.012;
    const int paperWidth = paper.right - paper.left;
    const int paperHeight = paper.bottom - paper.top;
    const int across = seam + static_cast<int>(mostTilt * paperHeight);
    const int down = seam + static_cast<int>(mostTilt * paperWidth);
    if (paperWidth * paperHeight < leastPaper * width * height && !isCard(paper, resolution))
        return whole;
    const auto goes = [&](int room, const Strip& outside, const Strip& inside) {
        return room > seam && isLid(small, outside) && isPaperSide(dark, inside);
    };
    Edges edges = whole;
    if (goes(paper.left, {0, 0, paper.left - seam, height}, {paper.left + across, paper.top, 1, paperHeight}))
        edges.left = paper.left;
    if (goes(width - paper.right, {paper.right + seam, 0, width - paper.right - seam, height}, {paper.right - 1 - across, paper.top, 1, paperHeight}))
        edges.right = paper.right;
    if (goes(paper.top, {0, 0, width, paper.top - seam}, {paper.left, paper.top + down, paperWidth, 1}))
        edges.top = paper.top;
    if (goes(height - paper.bottom, {0, paper.bottom + seam, width, height - paper.bottom - seam},
            {paper.left, paper.bottom - 1 - down, paperWidth, 1}))
        edges.bottom = paper.bottom;
    const bool atSide = edges.left > 0 || edges.right < width;
    const bool atEnd = edges.top > 0 || edges.bottom < height;
    return atSide && atEnd ? edges : whole;
}

/// The middle of a page that has grown by being turned, if nothing is written where it has grown.
Pixels trimmed(Pixels page, int width, int height) {
    const Strip middle{(pixGetWidth(page.get()) - width) / 2, (pixGetHeight(page.get()) - height) / 2, width, height};
    if (middle.x < 0 || middle.y < 0)
        return page;
    const Pixels grey = greyOf(page.get());
    const Pixels ink(grey ? pixThresholdToBinary(grey.get(), inkThreshold(grey.get())) : nullptr);
    const Pixels lumps(ink ? pixReduceRankBinaryCascade(ink.get(), 2, 2, 0, 0) : nullptr);
    const Pixels inner = lumps ? part(lumps.get(), {middle.x / 4, middle.y / 4, width / 4, height / 4}) : nullptr;
    l_int32 all = 0;
    l_int32 inside = 0;
    if (!inner || pixCountPixels(lumps.get(), &all, nullptr) != 0 || pixCountPixels(inner.get(), &inside, nullptr) != 0 || all > inside)
        return page;
    Pixels middlePage = part(page.get(), middle);
    return middlePage ? std::move(middlePage) : std::move(page);
}

}

Pixels greyOf(Pix* page) {
    if (pixGetDepth(page) == 8)
        return Pixels(pixClone(page));
    if (pixGetDepth(page) == 1)
        return Pixels(pixConvert1To8(nullptr, page, 255, 0));
    return Pixels(pixConvertRGBToLuminance(page));
}

bool hasColour(Pix* page) {
    l_float32 counted = 0;
    l_float32 coloured = 0;
    if (pixColorFraction(page, 20, 248, 40, 4, &counted, &coloured) != 0)
        return true;
    return counted * coloured > 0.0005f;
}

int inkThreshold(Pix* grey) {
    Numa* histogram = pixGetGrayHistogram(grey, 8);
    if (!histogram)
        return 128;
    l_float32 total = 0;
    numaGetSum(histogram, &total);
    // The paper's tone: what is brighter than 95 of 100 pixels, so that a card on a black lid finds its own.
    float brighter = 0;
    int tone = 255;
    for (; tone > 0 && brighter < total * 0.05f; --tone) {
        l_float32 count = 0;
        numaGetFValue(histogram, tone, &count);
        brighter += count;
    }
    numaDestroy(&histogram);
    return std::clamp(tone - 56, 32, 200);
}

Pixels straightened(Pixels page, double& skew) {
    skew = 0;
    const Pixels grey = greyOf(page.get());
    const Pixels ink(grey ? pixThresholdToBinary(grey.get(), inkThreshold(grey.get())) : nullptr);
    if (!ink)
        return nullptr;
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (pixFindSkew(ink.get(), &angle, &confidence) != 0 || confidence < leastConfidence || std::abs(angle) < leastSkew || std::abs(angle) > mostSkew)
        return page;
    const Pixels small = reduced(page.get());
    const Pixels dark = darkParts(page.get(), small.get());
    const int fill = dark && hasBlackBorder(dark.get()) ? L_BRING_IN_BLACK : L_BRING_IN_WHITE;
    const bool bilevel = pixGetDepth(page.get()) == 1;
    const int width = pixGetWidth(page.get());
    const int height = pixGetHeight(page.get());
    const auto radians = static_cast<float>(angle * std::numbers::pi / 180);
    Pixels turned(pixRotate(page.get(), radians, bilevel ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP, fill, width, height));
    if (!turned)
        return nullptr;
    pixCopyResolution(turned.get(), page.get());
    skew = angle;
    return fill == L_BRING_IN_WHITE ? trimmed(std::move(turned), width, height) : std::move(turned);
}

Pixels withoutLid(Pixels page, bool& cut) {
    cut = false;
    const Pixels small = reduced(page.get());
    const Pixels dark = darkParts(page.get(), small.get());
    if (!dark)
        return page;
    const Edges edges = onlyLidGoes(paperEdges(dark.get()), small.get(), dark.get(), pixGetXRes(page.get()));
    const int width = pixGetWidth(page.get());
    const int height = pixGetHeight(page.get());
    // An eighth-size pixel inwards where a side is cut: its half-dark edge goes too.
    const int left = edges.left == 0 ? 0 : (edges.left + 1) * reduction;
    const int top = edges.top == 0 ? 0 : (edges.top + 1) * reduction;
    const int right = edges.right == pixGetWidth(dark.get()) ? width : std::min(width, (edges.right - 1) * reduction);
    const int bottom = edges.bottom == pixGetHeight(dark.get()) ? height : std::min(height, (edges.bottom - 1) * reduction);
    if ((left == 0 && top == 0 && right == width && bottom == height) || right - left < 64 || bottom - top < 64)
        return page;
    Pixels rest = part(page.get(), {left, top, right - left, bottom - top});
    cut = rest != nullptr;
    return rest ? std::move(rest) : std::move(page);
}

bool isBlank(Pix* grey) {
    const int width = pixGetWidth(grey);
    const int height = pixGetHeight(grey);
    if (width < 64 || height < 64)
        return false;
    const int margin = std::min(width, height) * 3 / 100;
    Box* box = boxCreate(margin, margin, width - 2 * margin, height - 2 * margin);
    const Pixels inner(pixClipRectangle(grey, box, nullptr));
    boxDestroy(&box);
    const Pixels ink(inner ? pixThresholdToBinary(inner.get(), inkThreshold(inner.get())) : nullptr);
    const Pixels lumps(ink ? pixReduceRankBinaryCascade(ink.get(), 2, 2, 0, 0) : nullptr);
    l_int32 count = 0;
    if (!lumps || pixCountPixels(lumps.get(), &count, nullptr) != 0)
        return false;
    return count < 0.00005 * pixGetWidth(lumps.get()) * pixGetHeight(lumps.get());
}

}
