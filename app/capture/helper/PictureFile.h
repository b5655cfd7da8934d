#pragma once

#include "app/base/Result.h"
#include "app/capture/Pixels.h"
#include "app/capture/helper/FileKind.h"

#include <QByteArray>
#include <QSize>

namespace motcua::pictures {
class TiffReader;
}

namespace motcua::capture::helper {

/// A3 at 600 dpi, or the largest phone camera but one.
constexpr qint64 mostPixels = 72'000'000;

/// "import.too-large": more than that, or a side of more than 30,000.
base::Outcome checkSize(QSize size);

/// What a JPEG, PNG, BMP or WebP shows, upright and with square dots. The size that it claims is looked at before anything is decoded.
/// Errors: "import.damaged", "import.unsupported", "import.too-large".
base::Result<Pixels> pictureOf(const QByteArray& content, FileKind kind);

/// The same of the page that a TIFF is turned to. Errors: as above.
base::Result<Pixels> pictureOf(const pictures::TiffReader& reader);

}
