#include "app/capture/helper/Raster.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstring>

namespace motcua::capture::helper {

namespace {

int channels(const SANE_Parameters& parameters) {
    return parameters.format == SANE_FRAME_RGB ? 3 : 1;
}

/// Sixteen bits come in the machine's order; the high byte is enough.
int sample(const quint8* row, int index, int depth) {
    if (depth == 16)
        return row[2 * index + (Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 1 : 0)];
    return row[index];
}

void copyBits(l_uint32* line, const quint8* row, int width) {
    for (int x = 0; x < width; ++x)
        if (row[x / 8] & (0x80 >> (x % 8)))
            SET_DATA_BIT(line, x);
}

void copyGrey(l_uint32* line, const quint8* row, int width, int depth) { // NOLINT(readability-non-const-parameter): a macro writes to it
    for (int x = 0; x < width; ++x)
        SET_DATA_BYTE(line, x, sample(row, x, depth));
}

void copyColour(l_uint32* line, const quint8* row, int width, int depth) {
    for (int x = 0; x < width; ++x)
        composeRGBPixel(sample(row, 3 * x, depth), sample(row, 3 * x + 1, depth), sample(row, 3 * x + 2, depth), line + x);
}

}

bool isReadable(const SANE_Parameters& parameters) {
    const bool format = parameters.format == SANE_FRAME_GRAY || parameters.format == SANE_FRAME_RGB;
    const bool depth = parameters.depth == 8 || parameters.depth == 16 || (parameters.depth == 1 && parameters.format == SANE_FRAME_GRAY);
    if (!format || !depth || parameters.pixels_per_line < 1 || parameters.pixels_per_line > 20'000 || parameters.bytes_per_line < 1)
        return false;
    const qint64 needed = (qint64(parameters.pixels_per_line) * parameters.depth * channels(parameters) + 7) / 8;
    return parameters.bytes_per_line >= needed && parameters.bytes_per_line <= 1'000'000 &&
           qint64(parameters.bytes_per_line) * std::max(parameters.lines, 0) <= largestRaster;
}

Pixels pixelsOf(const QByteArray& raster, const SANE_Parameters& parameters) {
    const qsizetype rows = raster.size() / parameters.bytes_per_line;
    const qsizetype lines = parameters.lines > 0 ? parameters.lines : rows;
    if (lines < 1 || rows < lines)
        return nullptr;
    const int width = parameters.pixels_per_line;
    const int depth = parameters.depth == 1 ? 1 : parameters.format == SANE_FRAME_RGB ? 32 : 8;
    Pixels pixels(pixCreate(width, static_cast<l_int32>(lines), depth));
    if (!pixels)
        return nullptr;
    l_uint32* line = pixGetData(pixels.get());
    const auto* row = reinterpret_cast<const quint8*>(raster.constData());
    for (qsizetype y = 0; y < lines; ++y, line += pixGetWpl(pixels.get()), row += parameters.bytes_per_line) {
        if (depth == 1)
            copyBits(line, row, width);
        else if (depth == 8)
            copyGrey(line, row, width, parameters.depth);
        else
            copyColour(line, row, width, parameters.depth);
    }
    return pixels;
}

}
