#include "app/paper/PdfSheets.h"

#include "app/paper/LongDocument.h"
#include "app/paper/SheetLayout.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>

namespace motcua::paper {

namespace {

constexpr int resolution = 600; // as a counter's printer; fine enough that letters keep their places

base::Outcome empty() {
    return base::fail(QStringLiteral("paper.empty"));
}

void drawNumber(QPainter& painter, const LongDocument& document, const forms::PageSetup& page, int number) {
    const QSizeF size = document.sheetSize();
    const qreal top = page.margins.top() * resolution / 25.4;
    painter.setFont(document.font());
    painter.setPen(Qt::black);
    painter.drawText(QRectF(0, 0, size.width(), top), Qt::AlignCenter, QString::number(number));
}

constexpr qreal perMm = resolution / 25.4;

/// "H49.30-261123-0042 · tờ 2/3"
QString markOf(const QString& text, int index, int sheets) {
    QStringList parts{text, QStringLiteral("tờ %1/%2").arg(index + 1).arg(sheets)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void drawMark(QPainter& painter, const LongDocument& document, const forms::PageSetup& page, const QString& text) {
    constexpr qreal markSize = 10; // pt: below the text's own
    const QSizeF size = document.sheetSize();
    QFont font = document.font();
    font.setPointSizeF(markSize);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const QMarginsF margins = page.margins * perMm;
    const QRectF foot(margins.left(), size.height() - margins.bottom(), size.width() - margins.left() - margins.right(), margins.bottom());
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, text);
}

/// A dashed line along the right edge with its words: the sheets are fanned and stamped over it (giáp lai).
void drawStampPlace(QPainter& painter, const LongDocument& document) {
    constexpr qreal fromEdge = 6 * perMm;
    constexpr qreal half = 30 * perMm;
    constexpr qreal wordSize = 8; // pt
    const QSizeF size = document.sheetSize();
    const QPointF middle(size.width() - fromEdge, size.height() / 2);
    painter.save();
    painter.setPen(QPen(Qt::black, perMm / 5, Qt::DashLine));
    painter.drawLine(middle - QPointF(0, half), middle + QPointF(0, half));
    QFont font = document.font();
    font.setPointSizeF(wordSize);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.translate(middle);
    painter.rotate(90);
    painter.drawText(QRectF(-half, 0, 2 * half, fromEdge), Qt::AlignCenter, QStringLiteral("Dấu giáp lai"));
    painter.restore();
}

void drawStripe(QPainter& painter, const Stripe& stripe, qreal width) {
    const QRectF area(0, stripe.from - stripe.border, width, stripe.to - stripe.from + 2 * stripe.border);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.clip = area;
    painter.save();
    painter.translate(0, stripe.at - stripe.from);
    painter.setClipRect(area);
    stripe.document->documentLayout()->draw(&painter, context);
    painter.restore();
}

}

qreal heightOnSheet(const QString& html, const SheetParts& parts) {
    QByteArray nothing;
    QBuffer buffer(&nothing);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    return PaperDocument(parts.screenDpi).measure(html, parts.page, &writer);
}

base::Result<QByteArray> writePdf(const QString& html, const SheetParts& parts) {
    const forms::PageSetup& page = parts.page;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(resolution);
    writer.setTitle(parts.title);
    writer.setCreator(QStringLiteral("Một Cửa"));
    // The document draws the margins itself: the writer's page is the whole sheet.
    QPageLayout sheet = layoutOf(page);
    sheet.setMode(QPageLayout::FullPageMode);
    sheet.setMargins({0, 0, 0, 0});
    writer.setPageLayout(sheet);

    const LongDocument document(html, page, parts.screenDpi, &writer);
    const int sheets = static_cast<int>(document.sheets().size());
    QPainter painter;
    if (!painter.begin(&writer))
        return base::fail(empty().error());
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (int index = 0; index < sheets; ++index) {
        if (index > 0)
            writer.newPage();
        for (const Stripe& stripe : document.sheets()[static_cast<size_t>(index)])
            drawStripe(painter, stripe, document.sheetSize().width());
        if (page.numbered && index > 0)
            drawNumber(painter, document, page, index + 1);
        if (!page.mark.isEmpty())
            drawMark(painter, document, page, markOf(parts.mark, index, sheets));
        if (page.crossStamp)
            drawStampPlace(painter, document);
    }
    painter.end();
    if (const auto fault = document.fault())
        return base::fail(*fault);
    return pdf;
}

base::Outcome provePdf(const QByteArray& pdf) {
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return empty();
    // Of a year's book, whose sheets are alike, some: all of them would take as long as the book.
    constexpr int few = 40;
    const int last = document.pageCount() - 1;
    const int step = last < few ? 1 : 8;
    for (int page = 0; page < last; page += step)
        if (document.getAllText(page).text().trimmed().isEmpty())
            return empty();
    if (document.getAllText(last).text().trimmed().isEmpty())
        return empty();
    return base::done();
}

}
