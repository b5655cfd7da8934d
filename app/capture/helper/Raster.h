#pragma once

#include "app/capture/Pixels.h"

#include <QByteArray>

#include <sane/sane.h>

namespace motcua::capture::helper {

/// A page in colour at 600 dpi has 105 MB.
constexpr qsizetype largestRaster = 300 * 1000 * 1000;

/// Grey or colour in one pass, 1, 8 or 16 bits, of a size that fits.
bool isReadable(const SANE_Parameters& parameters);

/// The image of a scanner's rows; null if rows are missing (a half page is no page) or memory is. A scanner that does not know
/// the height beforehand gives as many rows as it gives.
Pixels pixelsOf(const QByteArray& raster, const SANE_Parameters& parameters);

}
