#pragma once

#include "app/domain/ports/ForeignPages.h"

#include <QImage>

namespace motcua::ui {

/// The dots of a page as Qt draws them, in memory of their own.
inline QImage imageOf(const domain::ports::Dots& dots) {
    const auto bytesADot = static_cast<int>(dots.kind());
    const QImage::Format format = dots.kind() == domain::ports::Dots::Kind::Grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32;
    const auto* bytes = reinterpret_cast<const uchar*>(dots.bytes().constData());
    return QImage(bytes, dots.width(), dots.height(), qsizetype(dots.width()) * bytesADot, format).copy();
}

}
