#pragma once

#include "app/base/Error.h"
#include "app/forms/PageSetup.h"

#include <QList>
#include <QMarginsF>
#include <QTextBlock>
#include <QTextDocument>

#include <optional>
#include <vector>

class QTextTable;

namespace motcua::paper {

/// Where the lines of a form's list lie, device pixels.
struct ListEdges {
    qreal top = 0;
    std::vector<qreal> rows; ///< the top of each row without those of the head, and the bottom of the last
    qreal border = 0;        ///< half of a line, where two cells share one; else 0
};

/// A form laid out for one printer's resolution. Pictures are made here, never loaded: "qr:TEXT" is a QR code and "rule:" a
/// black line, so a template can reach no file and no network. Owned by one rendering; one thread.
///
/// Lengths in a template's style, width and height are in mm. QTextDocument knows only the screen's pixels, whose size
/// differs between desktops, so they are turned into the pixels of this machine.
///
/// The first table with a head, a form's list, goes from sheet to sheet in whole rows, with its head and borders on each. Qt
/// alone would cut rows in two and leave them open below. It must have a style and hold no other table.
///
/// A last table without a head, a form's signatures, is never torn and never stands on a sheet without words: it goes to the next
/// sheet whole, with the two lines before it (text and signature of one act belong on one sheet).
class PaperDocument : public QTextDocument {
    Q_OBJECT

public:
    explicit PaperDocument(qreal screenDpi);

    void compose(const QString& html, const forms::PageSetup& page, QPaintDevice* device);
    /// On a sheet that has no end.
    void composeEndless(const QString& html, const forms::PageSetup& page, QPaintDevice* device);
    /// Nothing where there is no list.
    ListEdges listEdges() const;
    static qreal perMm(const QPaintDevice* device);
    /// Device pixels.
    static QSizeF sheetOn(const forms::PageSetup& page, const QPaintDevice* device);
    /// How far down a row of a list may come.
    static qreal lastRowEnds(const forms::PageSetup& page, const QPaintDevice* device);
    /// In parts of the sheet's height, on one that has no end; the margins count.
    qreal measure(const QString& html, const forms::PageSetup& page, QPaintDevice* device);

    /// What went wrong while a picture was made, if anything did.
    const std::optional<base::Error>& fault() const { return m_fault; }

protected:
    QVariant loadResource(int type, const QUrl& url) override;

private:
    void fill(const QString& text, const QMarginsF& marginsMm, QPaintDevice* device);
    /// A cell that says a number, an amount or a date and nothing else is never broken over lines: its column is made wide enough.
    void keepNumbersWhole();
    /// A block's left and right margin and the indent of its first line, from screen pixels to the device's.
    void scaleIndents(qreal factor);
    void keepEndTogether(qreal sheetHeight);
    QTextTable* list() const;
    QTextTable* signatures() const;
    /// The block at which the last two lines before the table begin; the table's own first block where there are none.
    static QTextBlock withLinesBefore(const QTextTable& table);
    QList<int> rowsToBreakAt(qreal top, qreal bottom) const;
    static QString brokenAt(const QList<int>& rows, const QString& text);
    QString inPixels(const QString& html) const;

    qreal m_screenDpi;
    std::optional<base::Error> m_fault;
};

}
