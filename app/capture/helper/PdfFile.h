#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QImage>

class QPdfDocument;

namespace motcua::capture::helper {

class Link;

bool looksLikePdf(const QByteArray& content);

/// A page on white paper, 32 bits; null: it cannot be drawn.
QImage paperOf(QPdfDocument& document, int page, QSize size);

/// Keeps a PDF as it is, byte for byte (it may be signed), once it has proved to open and its first pages to draw.
/// Errors: "import.damaged", "import.unsupported" (locked with a password), "import.too-many-pages", "import.too-large".
base::Outcome importPdf(const QByteArray& content, Link& link);

}
