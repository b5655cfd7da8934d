#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::capture::helper {

class Link;

bool looksLikePdf(const QByteArray& content);

/// Keeps a PDF as it is, byte for byte (it may be signed), once it has proved to open and its first pages to draw.
/// Errors: "import.damaged", "import.unsupported" (locked with a password), "import.too-many-pages", "import.too-large".
base::Outcome importPdf(const QByteArray& content, Link& link);

}
