#pragma once

#include "app/capture/Pixels.h"
#include "app/domain/ports/ForeignPages.h"

#include <QImage>

namespace motcua::capture::helper {

/// The size for a wish: so wide, but never more than Dots can have.
QSize fitting(QSizeF shape, int width);

/// A picture of Leptonica's, any depth, made smaller where it is wider; grey where it has no colour. Nothing: no memory.
std::optional<domain::ports::Dots> dotsOf(Pix& picture, int width);

/// A picture of Qt's, 32 bits, of a size that fits.
std::optional<domain::ports::Dots> dotsOf(const QImage& paper);

}
