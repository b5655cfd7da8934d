#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::counter {

/// The same page, shown a quarter further clockwise. Its picture stays as it is, bit for bit: only the file's word of how it lies is
/// written (the Exif note of a JPEG, the orientation of a TIFF), as every viewer reads it. Error: "page.not-turned" (a PDF, or a file
/// that this product did not make).
base::Result<QByteArray> turnedPage(const QByteArray& content, const QString& mediaType);

}
