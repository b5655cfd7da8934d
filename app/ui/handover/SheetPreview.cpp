#include "app/ui/handover/SheetPreview.h"

#include "app/counter/AttestationTops.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/PdfPreview.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace motcua::ui {

namespace {

constexpr int sheetWidth = 210;  // mm
constexpr int sheetHeight = 297; // mm
constexpr int rulerWidth = 44;   // unscaled

using Top = counter::AttestationTop;

}

SheetPreview::SheetPreview(QWidget* parent) : QWidget(parent), m_top(Top::usual) {
    setFocusPolicy(Qt::StrongFocus);
}

void SheetPreview::setScan(const QImage& scan) {
    m_scan = scan;
    update();
}

void SheetPreview::setPaper(const QByteArray& pdf, int top) {
    m_pdf = pdf;
    m_paperTop = top;
    drawPaper();
}

void SheetPreview::setTop(int top) {
    const int within = std::clamp(top, Top::lowest, Top::highest);
    if (within == m_top)
        return;
    m_top = within;
    update();
    emit topChanged(m_top);
}

int SheetPreview::room() const {
    return m_paper.isNull() ? sheetHeight - m_top : sheetHeight - (m_paperEnd + m_top - m_paperTop);
}

QRect SheetPreview::sheet() const {
    const int left = theme().metrics().px(rulerWidth);
    // The first number of the ruler stands half above it.
    const int above = theme().metrics().space(2);
    const QSize size = QSize(sheetWidth, sheetHeight).scaled(QSize(width() - left, height() - above - 1), Qt::KeepAspectRatio);
    return QRect(QPoint(left, above), size);
}

double SheetPreview::dotsAMillimetre() const {
    return static_cast<double>(sheet().height()) / sheetHeight;
}

void SheetPreview::drawPaper() {
    m_paper = PdfPreview::firstSheet(m_pdf, sheet().size() * devicePixelRatioF());
    int end = 0;
    for (int y = 0; y < m_paper.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(m_paper.constScanLine(y));
        if (std::any_of(line, line + m_paper.width(), [](QRgb dot) { return qAlpha(dot) > 0; }))
            end = y;
    }
    m_paperEnd = m_paper.isNull() ? 0 : end * sheetHeight / m_paper.height();
    update();
}

void SheetPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect area = sheet();
    painter.fillRect(area, Qt::white);
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_scan.isNull()) {
        painter.setOpacity(0.7);
        painter.drawImage(area, m_scan);
        painter.setOpacity(1);
    }
    if (!m_paper.isNull())
        painter.drawImage(area.translated(0, qRound((m_top - m_paperTop) * dotsAMillimetre())), m_paper);
    painter.restore();
    painter.setPen(theme().color(hasFocus() ? Token::Focus : Token::BorderStrong));
    painter.drawRect(area.adjusted(0, 0, -1, -1));
    paintRuler(painter);
}

/// A line each centimetre, its number at every fifth; and where the attestation starts.
void SheetPreview::paintRuler(QPainter& painter) const {
    const QRect area = sheet();
    const Metrics& metrics = theme().metrics();
    const auto at = [&](int millimetres) { return area.top() + qRound(millimetres * dotsAMillimetre()); };
    painter.setFont(theme().font(TextSize::Caption));
    painter.setPen(theme().color(Token::TextMuted));
    const int lineHeight = painter.fontMetrics().height();
    constexpr int centimetre = 10;
    constexpr int numbered = 50;
    for (int mark = 0; mark <= sheetHeight; mark += centimetre) {
        const bool isNumbered = mark % numbered == 0;
        painter.drawLine(area.left() - metrics.px(isNumbered ? 8 : 4), at(mark), area.left() - 1, at(mark));
        if (isNumbered && std::abs(at(mark) - at(m_top)) > lineHeight)
            painter.drawText(QRect(0, at(mark) - lineHeight / 2, area.left() - metrics.px(10), lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                QString::number(mark));
    }
    painter.setPen(QPen(theme().color(Token::Accent), 2));
    painter.drawLine(area.left() - metrics.px(10), at(m_top), area.right(), at(m_top));
    painter.setFont(theme().font(TextSize::Caption, 600));
    painter.drawText(
        QRect(0, at(m_top) - lineHeight / 2, area.left() - metrics.px(12), lineHeight), Qt::AlignRight | Qt::AlignVCenter, QString::number(m_top));
}

void SheetPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    drawPaper();
}

void SheetPreview::keyPressEvent(QKeyEvent* event) {
    constexpr int far = 10;
    switch (event->key()) {
    case Qt::Key_Up:
        setTop(m_top - 1);
        return;
    case Qt::Key_Down:
        setTop(m_top + 1);
        return;
    case Qt::Key_PageUp:
        setTop(m_top - far);
        return;
    case Qt::Key_PageDown:
        setTop(m_top + far);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

QSize SheetPreview::minimumSizeHint() const {
    constexpr int least = 200;
    return {theme().metrics().px(rulerWidth + static_cast<double>(least) * sheetWidth / sheetHeight), theme().metrics().px(least)};
}

}
