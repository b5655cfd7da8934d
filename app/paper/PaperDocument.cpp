#include "app/paper/PaperDocument.h"

#include "app/paper/QrImage.h"

#include <QAbstractTextDocumentLayout>
#include <QColor>
#include <QFont>
#include <QImage>
#include <QPagedPaintDevice>
#include <QRegularExpression>
#include <QTextFrame>
#include <QUrl>

namespace motcua::paper {

namespace {

constexpr qreal mmPerInch = 25.4;

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
    font.setPointSizeF(13);  // NĐ 30/2020, Phụ lục I: 13–14
    font.setHintingPreference(QFont::PreferNoHinting);
    setDefaultFont(font);
}

void PaperDocument::compose(const QString& html, const PageSetup& page, QPaintDevice* device) {
    documentLayout()->setPaintDevice(device);
    setHtml(inPixels(html));
    // A frame's margins are scaled from the screen to the device like all lengths of the text; the page's size is not.
    const QMarginsF margins = page.layout.margins(QPageLayout::Millimeter) * (m_screenDpi / mmPerInch);
    QTextFrameFormat frame = rootFrame()->frameFormat();
    frame.setTopMargin(margins.top());
    frame.setRightMargin(margins.right());
    frame.setBottomMargin(margins.bottom());
    frame.setLeftMargin(margins.left());
    rootFrame()->setFrameFormat(frame);
    setPageSize(page.layout.fullRect(QPageLayout::Millimeter).size() * (device->logicalDpiY() / mmPerInch));
}

QVariant PaperDocument::loadResource(int type, const QUrl& url) {
    if (type != ImageResource)
        return {};
    if (url.scheme() == QLatin1String("rule"))
        return dot(Qt::black);
    if (url.scheme() != QLatin1String("qr")) {
        m_fault = base::Error{QStringLiteral("paper.bad-template"),
            {{QStringLiteral("line"), QStringLiteral("0")}, {QStringLiteral("reason"), QStringLiteral("picture")}}};
        return dot(Qt::white);  // never nothing: Qt would then look for a file of that name
    }
    const auto image = qrImage(url.path(QUrl::FullyDecoded));
    if (image)
        return *image;
    m_fault = image.error();
    return dot(Qt::white);
}

QString PaperDocument::inPixels(const QString& html) const {
    static const QRegularExpression places(
        QStringLiteral(R"re(<style>.*?</style>|\b(?:style|width|height)="[^"]*")re"),
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
