#include "app/paper/PaperDocument.h"

#include "app/paper/ListText.h"
#include "app/paper/QrImage.h"
#include "app/paper/SheetLayout.h"

#include <QAbstractTextDocumentLayout>
#include <QColor>
#include <QFont>
#include <QImage>
#include <QPagedPaintDevice>
#include <QRegularExpression>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace motcua::paper {

namespace {

constexpr qreal mmPerInch = 25.4;
constexpr qreal endless = 1e6; // device pixels: 40 m of paper

QImage dot(const QColor& color) {
    QImage image(1, 1, QImage::Format_Mono);
    image.setColorTable({color.rgb(), color.rgb()});
    image.fill(1);
    return image;
}

}

PaperDocument::PaperDocument(qreal screenDpi) : m_screenDpi(screenDpi) {
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
    QFont font(QStringLiteral("Tinos"));
    font.setPointSizeF(13); // NĐ 30/2020, Phụ lục I: 13–14
    font.setHintingPreference(QFont::PreferNoHinting);
    setDefaultFont(font);
}

void PaperDocument::compose(const QString& html, const forms::PageSetup& page, QPaintDevice* device) {
    const QSizeF sheet = sheetOn(page, device);
    const QMarginsF margins = page.margins;
    const QString text = inPixels(html);
    fill(text, margins, device);
    setPageSize(sheet);
    if (pageCount() == 1)
        return;
    setPageSize({sheet.width(), endless});
    // Between two tables Qt keeps an empty line, which must find its place below the first.
    const QList<int> breaks = rowsToBreakAt(margins.top() * perMm(device), lastRowEnds(page, device));
    if (!breaks.isEmpty())
        fill(brokenAt(breaks, text), margins, device);
    setPageSize(sheet);
    keepEndTogether(sheet.height());
}

void PaperDocument::composeEndless(const QString& html, const forms::PageSetup& page, QPaintDevice* device) {
    fill(inPixels(html), page.margins, device);
    setPageSize({sheetOn(page, device).width(), endless});
}

qreal PaperDocument::perMm(const QPaintDevice* device) {
    return device->logicalDpiY() / mmPerInch;
}

QSizeF PaperDocument::sheetOn(const forms::PageSetup& page, const QPaintDevice* device) {
    return layoutOf(page).fullRect(QPageLayout::Millimeter).size() * perMm(device);
}

qreal PaperDocument::lastRowEnds(const forms::PageSetup& page, const QPaintDevice* device) {
    constexpr qreal apart = 8; // mm: between two tables Qt keeps an empty line
    return sheetOn(page, device).height() - (page.margins.bottom() + apart) * perMm(device);
}

ListEdges PaperDocument::listEdges() const {
    const QTextTable* table = list();
    if (!table)
        return {};
    const QRectF whole = documentLayout()->frameBoundingRect(const_cast<QTextTable*>(table));
    const qreal scale = documentLayout()->paintDevice()->logicalDpiY() / m_screenDpi;
    const int first = table->format().headerRowCount();
    // All cells are as those of the first row; where there is none, of the head.
    const QTextTableCellFormat format = table->cellAt(std::min(first, table->rows() - 1), 0).format().toTableCellFormat();
    const bool isShared = table->format().borderCollapse();
    const qreal line = format.topBorder() * scale * (isShared ? 0.5 : 1);
    const auto topOf = [&](int row) {
        // The tallest cell begins highest, however the others stand beside it.
        qreal top = whole.bottom();
        for (int column = 0; column < table->columns(); ++column)
            top = std::min(top, documentLayout()->blockBoundingRect(table->cellAt(row, column).begin().currentBlock()).top());
        return top - format.topPadding() * scale - line;
    };
    ListEdges edges;
    edges.top = topOf(0);
    edges.border = isShared ? line : 0;
    for (int row = first; row < table->rows(); ++row)
        edges.rows.push_back(topOf(row));
    // A table's own rectangle lies lower than its cells, by its margin.
    edges.rows.push_back(whole.bottom() - (whole.top() - edges.top));
    return edges;
}

qreal PaperDocument::measure(const QString& html, const forms::PageSetup& page, QPaintDevice* device) {
    constexpr qreal unprintable = 5; // mm at the foot, of a form that has no margin there itself
    const QSizeF sheet = page.sheet() * perMm(device);
    fill(inPixels(html), page.margins, device);
    setPageSize({sheet.width(), endless});
    const qreal foot = std::max<qreal>(0, unprintable - page.margins.bottom()) * perMm(device);
    return (documentLayout()->frameBoundingRect(rootFrame()).bottom() + foot) / sheet.height();
}

void PaperDocument::fill(const QString& text, const QMarginsF& marginsMm, QPaintDevice* device) {
    setHtml(text);
    // A frame's margins are scaled from the screen to the device like all lengths of the text; the page's size is not.
    const QMarginsF margins = marginsMm * (m_screenDpi / mmPerInch);
    QTextFrameFormat frame = rootFrame()->frameFormat();
    frame.setTopMargin(margins.top());
    frame.setRightMargin(margins.right());
    frame.setBottomMargin(margins.bottom());
    frame.setLeftMargin(margins.left());
    rootFrame()->setFrameFormat(frame);
    keepNumbersWhole();
    scaleIndents(device->logicalDpiX() / m_screenDpi);
    documentLayout()->setPaintDevice(device);
}

/// Of all lengths only a block's indents are not scaled by Qt.
void PaperDocument::scaleIndents(qreal factor) {
    QTextCursor cursor(this);
    cursor.beginEditBlock();
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (qFuzzyIsNull(format.leftMargin()) && qFuzzyIsNull(format.rightMargin()) && qFuzzyIsNull(format.textIndent()))
            continue;
        format.setLeftMargin(format.leftMargin() * factor);
        format.setRightMargin(format.rightMargin() * factor);
        format.setTextIndent(format.textIndent() * factor);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
}

void PaperDocument::keepNumbersWhole() {
    static const QRegularExpression number(QStringLiteral(R"(\A[0-9][0-9./,:-]*(?:[\s\x{a0}]?(?:đồng|đ))?\z)"));
    QTextCursor cursor(this);
    cursor.beginEditBlock();
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        if (!cursor.currentTable() || !number.match(block.text().trimmed()).hasMatch())
            continue;
        QTextBlockFormat format;
        format.setNonBreakableLines(true);
        cursor.mergeBlockFormat(format);
    }
    cursor.endEditBlock();
}

void PaperDocument::keepEndTogether(qreal sheetHeight) {
    const QTextTable* table = signatures();
    if (!table)
        return;
    const QTextBlock first = withLinesBefore(*table);
    const qreal top = documentLayout()->blockBoundingRect(first).top();
    const qreal bottom = documentLayout()->frameBoundingRect(const_cast<QTextTable*>(table)).bottom() - 1;
    if (std::floor(top / sheetHeight) == std::floor(bottom / sheetHeight) || bottom - top > sheetHeight)
        return;
    QTextCursor cursor(first);
    if (cursor.currentTable())
        return;
    QTextBlockFormat format;
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    cursor.mergeBlockFormat(format);
}

QTextTable* PaperDocument::signatures() const {
    QTextTable* last = nullptr;
    for (QTextFrame* frame : rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame))
            last = table;
    return last && last->format().headerRowCount() == 0 ? last : nullptr;
}

QTextBlock PaperDocument::withLinesBefore(const QTextTable& table) {
    constexpr int wanted = 2;
    QTextBlock first = table.firstCursorPosition().block();
    int lines = 0;
    for (QTextBlock block = first.previous(); block.isValid() && lines < wanted; block = block.previous()) {
        if (QTextCursor(block).currentTable() || (block.blockFormat().pageBreakPolicy() & QTextFormat::PageBreak_AlwaysAfter))
            break;
        if (block.text().trimmed().isEmpty())
            continue;
        first = block;
        ++lines;
    }
    return first;
}

QTextTable* PaperDocument::list() const {
    for (QTextFrame* frame : rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame); table && table->format().headerRowCount() > 0)
            return table;
    return nullptr;
}

QList<int> PaperDocument::rowsToBreakAt(qreal top, qreal bottom) const {
    const QTextTable* table = list();
    if (!table)
        return {};
    const auto topOf = [this, table](
                           int row) { return documentLayout()->blockBoundingRect(table->cellAt(row, 0).firstCursorPosition().block()).top(); };
    const QRectF whole = documentLayout()->frameBoundingRect(const_cast<QTextTable*>(table));
    const int first = table->format().headerRowCount();
    if (first >= table->rows())
        return {};
    const qreal head = topOf(first) - whole.top();
    QList<int> breaks;
    // What stands on a sheet of its own before the list, such as a cover, does not count.
    qreal y = std::fmod(whole.top(), endless) + head;
    for (int row = first, onSheet = 0; row < table->rows(); ++row, ++onSheet) {
        const qreal height = (row + 1 < table->rows() ? topOf(row + 1) : whole.bottom()) - topOf(row);
        if (y + height > bottom && onSheet > 0) {
            breaks << row - first;
            y = top + head;
            onSheet = 0;
        }
        y += height;
    }
    return breaks;
}

QString PaperDocument::brokenAt(const QList<int>& rows, const QString& text) {
    const auto list = ListText::in(text);
    if (!list)
        return text;
    const QString again = QStringLiteral("</table>") + list->headAgain(QStringLiteral("; page-break-before: always"));
    QString out = list->before + list->head;
    size_t done = 0;
    for (const int row : rows) {
        out += list->rowsOf(done, static_cast<size_t>(row)) + again;
        done = static_cast<size_t>(row);
    }
    return out + list->rowsOf(done, list->rows.size()) + list->after;
}

QVariant PaperDocument::loadResource(int type, const QUrl& url) {
    if (type != ImageResource)
        return {};
    if (url.scheme() == QLatin1String("rule"))
        return dot(Qt::black);
    if (url.scheme() != QLatin1String("qr")) {
        m_fault = base::Error{QStringLiteral("paper.bad-template"),
            {{QStringLiteral("line"), QStringLiteral("0")}, {QStringLiteral("reason"), QStringLiteral("picture")}}};
        return dot(Qt::white); // never nothing: Qt would then look for a file of that name
    }
    const auto image = qrImage(url.path(QUrl::FullyDecoded));
    if (image)
        return *image;
    m_fault = image.error();
    return dot(Qt::white);
}

QString PaperDocument::inPixels(const QString& html) const {
    // In tags alone: \G goes on in the tag of the last match. What a value says may look like an attribute.
    static const QRegularExpression places(QStringLiteral(R"re(<style\b[^>]*>.*?(?=</style>)|(?:<[a-z][a-z0-9]*|\G(?!\A))[^<>]*?\s\K)re"
                                                          R"re((?:style|width|height)=(?:"[^"]*"|'[^']*'))re"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression length(QStringLiteral(R"((\d+(?:\.\d+)?)mm\b)"));
    static const QRegularExpression attribute(QStringLiteral("^(?:width|height)"));
    QString out;
    out.reserve(html.size());
    qsizetype done = 0;
    for (auto places_ = places.globalMatch(html); places_.hasNext();) {
        const auto place = places_.next();
        out += QStringView(html).mid(done, place.capturedStart() - done);
        done = place.capturedStart();
        const bool bare = attribute.match(place.captured()).hasMatch();
        for (auto lengths = length.globalMatch(place.captured()); lengths.hasNext();) {
            const auto match = lengths.next();
            const qsizetype start = place.capturedStart() + match.capturedStart();
            out += QStringView(html).mid(done, start - done);
            out += QString::number(match.captured(1).toDouble() * m_screenDpi / mmPerInch, 'f', 2);
            if (!bare)
                out += QLatin1String("px");
            done = start + match.capturedLength();
        }
    }
    return out += QStringView(html).mid(done);
}

}
