#pragma once

#include "app/base/Result.h"
#include "app/capture/Pixels.h"
#include "app/capture/helper/FileKind.h"

#include <QByteArray>
#include <QSize>

class QImage;

namespace motcua::capture::helper {

/// What a JPEG, PNG, BMP or WebP claims to be, before anything of it is decoded.
/// Errors: "import.damaged", "import.unsupported" (sound, but of a kind that nothing here decodes).
base::Result<QSize> claimedSize(const QByteArray& content, FileKind kind);

/// Its picture as stored, whole; null: it is damaged.
Pixels decoded(const QByteArray& content, FileKind kind);

/// A picture of Qt's, 1 bit or colour, as Leptonica has it; null: no memory.
Pixels pixelsOf(const QImage& image);

/// Turned as an orientation of 1–8 says.
Pixels upright(Pixels picture, int orientation);

/// With square pixels, mostPixels at most: a fax has 204 dots an inch across and 98 down. Resolutions of 0 are unknown and change nothing.
Pixels squared(Pixels picture, double xResolution, double yResolution);

}
