#include "app/ui/shell/BrandPanel.h"

#include "app/ui/style/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace motcua::ui {

namespace {

QPainterPath doorway(const QRectF& area) {
    const qreal arch = area.width() / 2;
    QPainterPath path(area.bottomLeft());
    path.lineTo(area.left(), area.top() + arch);
    path.arcTo(QRectF(area.left(), area.top(), area.width(), area.width()), 180, -180);
    path.lineTo(area.bottomRight());
    return path;
}

}

QSize BrandPanel::sizeHint() const {
    return {theme().metrics().px(440), theme().metrics().px(600)};
}

void BrandPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics& metrics = theme().metrics();
    painter.fillRect(rect(), theme().color(Token::Rail));
    // Doors within a door, standing on the window's lower edge.
    const qreal widest = width() * 0.86;
    const qreal middle = width() * 0.60;
    for (int i = 0; i < 6; ++i) {
        const qreal doorWidth = widest * (1 - i * 0.155);
        const qreal doorHeight = height() * (0.60 - i * 0.075);
        QColor line = theme().color(Token::RailSelected);
        line.setAlphaF(0.35F + 0.11F * static_cast<float>(i));
        painter.setPen(QPen(line, metrics.px(2)));
        painter.setBrush(i == 5 ? QBrush(theme().color(Token::RailSelected)) : Qt::NoBrush);
        painter.drawPath(doorway(QRectF(middle - doorWidth / 2, height() - doorHeight, doorWidth, doorHeight + 4)));
    }
    const int left = metrics.space(12);
    const int side = metrics.px(44);
    const auto mirrored = [this](const QRect& area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    Theme::icon(QStringLiteral("motcua"), Token::RailTextSelected).paint(&painter, mirrored(QRect(left, metrics.space(12), side, side)));
    const int align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop;
    QFont name = theme().font(TextSize::Display, 700);
    name.setPixelSize(metrics.px(40));
    painter.setFont(name);
    painter.setPen(theme().color(Token::RailTextSelected));
    const int width = this->width() - 2 * left;
    painter.drawText(mirrored(QRect(left, metrics.space(26), width, metrics.px(56))), align, QStringLiteral("Một Cửa"));
    painter.setFont(theme().font(TextSize::Lead));
    painter.setPen(theme().color(Token::RailText));
    painter.drawText(mirrored(QRect(left, metrics.space(41), width, metrics.px(90))), align | Qt::TextWordWrap,
        tr("The citizen at the counter never waits for the network."));
}

void BrandPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

}
