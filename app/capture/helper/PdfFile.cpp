#include "app/capture/helper/PdfFile.h"

#include "app/capture/CodeReader.h"
#include "app/capture/Pixels.h"
#include "app/capture/helper/HelperLink.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace motcua::capture::helper {

namespace {

constexpr int mostPages = 300;
constexpr int mostPoints = 14'400; ///< ISO 32000-1, annex C: the largest side of a page
constexpr int drawnPages = 3;      ///< as many first pages are looked at for codes
constexpr double drawnResolution = 150;
constexpr int longestDrawn = 2'500;

QStringList codesOn(const QImage& drawing) {
    const QImage grey = drawing.convertToFormat(QImage::Format_Grayscale8);
    const Pixels pixels(pixCreate(grey.width(), grey.height(), 8));
    if (!pixels)
        return {};
    for (int y = 0; y < grey.height(); ++y)
        std::memcpy(pixGetData(pixels.get()) + y * pixGetWpl(pixels.get()), grey.constScanLine(y), static_cast<size_t>(grey.width()));
    pixEndianByteSwap(pixels.get());
    return readCodes(pixels.get());
}

QSize drawnSize(QSizeF points) {
    const double longest = std::max(points.width(), points.height());
    const double scale = std::min(drawnResolution / 72, longestDrawn / longest);
    return (points * scale).toSize().expandedTo(QSize(1, 1));
}

/// The last thing a PDF says is where it begins and that it ends. Without that its reader makes do with the pages that it finds, and
/// a file of which half has come would be a shorter one. Objects after the end are a revision whose own end has not come.
bool isWhole(const QByteArray& content) {
    const qsizetype start = content.lastIndexOf("startxref");
    const qsizetype end = start < 0 ? -1 : content.indexOf("%%EOF", start);
    return end >= 0 && content.indexOf(" obj", end) < 0;
}

base::Outcome opened(QPdfDocument& document, QBuffer& buffer) {
    document.load(&buffer);
    if (document.error() == QPdfDocument::Error::IncorrectPassword || document.error() == QPdfDocument::Error::UnsupportedSecurityScheme)
        return base::fail(QStringLiteral("import.unsupported"), {{QStringLiteral("reason"), QStringLiteral("password")}});
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1 || !isWhole(buffer.data()))
        return base::fail(QStringLiteral("import.damaged"));
    if (document.pageCount() > mostPages)
        return base::fail(QStringLiteral("import.too-many-pages"), {{QStringLiteral("limit"), QString::number(mostPages)}});
    return base::done();
}

}

QImage paperOf(QPdfDocument& document, int page, QSize size) {
    const QImage drawing = document.render(page, size);
    if (drawing.isNull())
        return {};
    // Unpainted paper is transparent.
    QImage paper(drawing.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawing);
    return paper;
}

bool looksLikePdf(const QByteArray& content) {
    return content.left(1024).contains("%PDF-");
}

base::Outcome importPdf(const QByteArray& content, Link& link) {
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    if (const base::Outcome outcome = opened(document, buffer); !outcome)
        return outcome;
    domain::ports::ScannedPage page{content, QStringLiteral("application/pdf"), 0, 0, {}, document.pageCount()};
    for (int i = 0; i < document.pageCount(); ++i) {
        const QSizeF points = document.pagePointSize(i);
        if (points.width() > mostPoints || points.height() > mostPoints)
            return base::fail(QStringLiteral("import.too-large"));
        if (!(points.width() >= 1) || !(points.height() >= 1))
            return base::fail(QStringLiteral("import.damaged"));
        link.alive();
    }
    for (int i = 0; i < std::min(document.pageCount(), drawnPages); ++i) {
        const QImage paper = paperOf(document, i, drawnSize(document.pagePointSize(i)));
        if (paper.isNull())
            return base::fail(QStringLiteral("import.damaged"));
        for (const QString& code : codesOn(paper))
            if (!page.codes.contains(code))
                page.codes.append(code);
        link.alive();
    }
    const QSize size = drawnSize(document.pagePointSize(0));
    page.width = size.width();
    page.height = size.height();
    link.page(page);
    return base::done();
}

}
