#pragma once

#include "app/base/Result.h"
#include "app/forms/PageSetup.h"

#include <QByteArray>
#include <QString>

namespace motcua::paper {

/// What a form's sheets need besides its text.
struct SheetParts {
    forms::PageSetup page;
    QString title;
    qreal screenDpi = 96;
    QString mark = {}; ///< the value that PageSetup::mark names; empty: none
};

/// Lays the expanded text of a form out on its sheets and writes them as one PDF with PDF/A-1b markers.
/// Any thread of a program with a QGuiApplication. Errors: "paper.qr-too-long", "paper.empty".
base::Result<QByteArray> writePdf(const QString& html, const SheetParts& parts);
/// As PaperDocument::measure().
qreal heightOnSheet(const QString& html, const SheetParts& parts);

/// Whether `pdf` can be opened and every one of its sheets has text on it; of more than 40 the first, the last and each eighth is looked at. Errors:
/// "paper.empty".
base::Outcome provePdf(const QByteArray& pdf);

}
