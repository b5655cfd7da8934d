#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::capture::helper {

class Link;

/// A JPEG, PNG or TIFF (every page of it). The size a picture claims is looked at before anything is decoded.
/// Errors: "import.unsupported", "import.too-large", "import.too-many-pages", "import.damaged", "scan.cancelled".
base::Outcome importImage(const QByteArray& content, Link& link);

}
