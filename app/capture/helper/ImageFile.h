#pragma once

#include "app/base/Result.h"
#include "app/capture/helper/FileKind.h"

#include <QByteArray>

namespace motcua::capture::helper {

class Link;

/// A picture, or every page of a TIFF. The size a picture claims is looked at before anything is decoded.
/// Errors: "import.unsupported", "import.too-large", "import.no-page" (too narrow a strip for a paper), "import.too-many-pages",
/// "import.damaged", "scan.cancelled".
base::Outcome importImage(const QByteArray& content, FileKind kind, Link& link);

}
