#pragma once

#include "app/base/Result.h"

#include <QMarginsF>
#include <QSizeF>
#include <QString>

namespace motcua::forms {

/// The sheet a form is printed on, from its template's head:
///
///     <meta name="page" content="A5 portrait 12mm">                   one margin for all sides
///     <meta name="page" content="A4 landscape 20mm 15mm 20mm 30mm">   top right bottom left
///     <meta name="page-number" content="top">                         centred in the top margin, from page 2 (NĐ 30/2020, Phụ lục I)
///     <meta name="sheet-mark" content="code">                         that value, and which sheet of how many, at the foot of each
///     <meta name="cross-stamp" content="right">                       where the cross-page stamp (dấu giáp lai) goes, on each
struct PageSetup {
    QString media; ///< "A4" or "A5"
    bool upright = true;
    QMarginsF margins; ///< mm
    bool numbered = false;
    QString mark;            ///< the value that every sheet bears at its foot; empty: none
    bool crossStamp = false; ///< every sheet has the place of the cross-page stamp at its right edge

    /// Between the margins, mm.
    QSizeF room() const;
    /// Of the sheet, mm.
    QSizeF sheet() const;
    /// The same on a sheet that bears nothing else: the margins of NĐ 30/2020 where it has none, numbered, with the place of the cross-page stamp.
    PageSetup onItsOwn() const;

    /// Errors: "paper.bad-template" (line, reason=page).
    static base::Result<PageSetup> read(const QString& source);
};

}
