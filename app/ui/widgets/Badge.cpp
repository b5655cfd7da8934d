#include "app/ui/widgets/Badge.h"

#include "app/ui/style/Theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace motcua::ui {

Badge::Badge(QWidget* parent) : Badge(QString(), Tone::Neutral, parent) {}

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(text, tone);
}

void Badge::set(const QString& text, Tone tone) {
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    return sizeOf(m_text);
}

QSize Badge::sizeOf(const QString& text) {
    const Metrics& metrics = theme().metrics();
    return {QFontMetrics(theme().font(TextSize::Caption, 600)).horizontalAdvance(text) + metrics.px(16), metrics.px(22)};
}

int Badge::paint(QPainter* painter, const QRect& area, const QString& text, Tone tone, Qt::LayoutDirection direction) {
    if (text.isEmpty())
        return 0;
    const QSize size = sizeOf(text).boundedTo(area.size());
    const QRect logical(QPoint(area.left(), area.top() + (area.height() - size.height()) / 2), size);
    const QRectF pill = QStyle::visualRect(direction, area, logical);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Palette& palette = theme().palette();
    painter->setPen(palette.scheme() == Scheme::Contrast ? QPen(palette.ink(tone), 1) : QPen(Qt::NoPen));
    painter->setBrush(palette.ground(tone));
    painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    painter->setPen(palette.ink(tone));
    painter->setFont(theme().font(TextSize::Caption, 600));
    const int inner = static_cast<int>(pill.width()) - theme().metrics().px(12);
    painter->drawText(pill, Qt::AlignCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, qMax(inner, 8)));
    painter->restore();
    return size.width();
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(&painter, rect(), m_text, m_tone, layoutDirection());
}

}
