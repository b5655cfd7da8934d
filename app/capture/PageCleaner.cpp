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

/// The page at an eighth of its size, 1 bit, black where it is as dark as a scanner's lid.
Pixels darkParts(Pix* page) {
    const Pixels grey = greyOf(page);
    const Pixels small(grey ? pixScaleAreaMap(grey.get(), 1.0f / reduction, 1.0f / reduction) : nullptr);
    return Pixels(small ? pixThresholdToBinary(small.get(), std::min(inkThreshold(grey.get()), 110)) : nullptr);
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

/// Leaves a side where it was unless what would go is dark.
Edges onlyDarkGoes(Edges edges, Pix* dark) {
    const int width = pixGetWidth(dark);
    const int height = pixGetHeight(dark);
    constexpr double share = 0.7;
    if (darkShare(dark, 0, 0, edges.left, height) < share)
        edges.left = 0;
    if (darkShare(dark, edges.right, 0, width - edges.right, height) < share)
        edges.right = width;
    if (darkShare(dark, 0, 0, width, edges.top) < share)
        edges.top = 0;
    if (darkShare(dark, 0, edges.bottom, width, height - edges.bottom) < share)
        edges.bottom = height;
    return edges;
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
    const Pixels dark = darkParts(page.get());
    const int fill = dark && hasBlackBorder(dark.get()) ? L_BRING_IN_BLACK : L_BRING_IN_WHITE;
    const bool bilevel = pixGetDepth(page.get()) == 1;
    const auto radians = static_cast<float>(angle * std::numbers::pi / 180);
    Pixels turned(pixRotate(page.get(), radians, bilevel ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP, fill, 0, 0));
    if (!turned)
        return nullptr;
    pixCopyResolution(turned.get(), page.get());
    skew = angle;
    return turned;
}

Pixels withoutBorder(Pixels page) {
    const Pixels dark = darkParts(page.get());
    if (!dark)
        return page;
    const Edges edges = onlyDarkGoes(paperEdges(dark.get()), dark.get());
    const int width = pixGetWidth(page.get());
    const int height = pixGetHeight(page.get());
    // An eighth-size pixel inwards where a side is cut: its half-dark edge goes too.
    const int left = edges.left == 0 ? 0 : (edges.left + 1) * reduction;
    const int top = edges.top == 0 ? 0 : (edges.top + 1) * reduction;
    const int right = edges.right == pixGetWidth(dark.get()) ? width : std::min(width, (edges.right - 1) * reduction);
    const int bottom = edges.bottom == pixGetHeight(dark.get()) ? height : std::min(height, (edges.bottom - 1) * reduction);
    if ((left == 0 && top == 0 && right == width && bottom == height) || right - left < 64 || bottom - top < 64)
        return page;
    Box* box = boxCreate(left, top, right - left, bottom - top);
    Pixels cut(pixClipRectangle(page.get(), box, nullptr));
    boxDestroy(&box);
    return cut ? std::move(cut) : std::move(page);
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
