#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::capture::helper {

enum class FileKind { Pdf, Jpeg, Png, Tiff, Bmp, Webp };

/// By its content, whatever its name says. Error: "import.unsupported"; its detail "kind" names one that is known by name, as "HEIC".
base::Result<FileKind> kindOf(const QByteArray& content);

}
