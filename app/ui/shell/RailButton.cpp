#include "app/ui/shell/RailButton.h"

#include "app/ui/style/Theme.h"

#include <QPainter>
#include <QStyle>

namespace motcua::ui {

RailButton::RailButton(const QString& icon, int number, QWidget* parent)
    : QPushButton(parent), m_icon(Theme::icon(icon, Token::RailText)), m_selectedIcon(Theme::icon(icon, Token::RailTextSelected)),
      m_number(number) {
    setCheckable(true);
    setAutoExclusive(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setName(const QString& name) {
    setText(name);
    describe();
}

void RailButton::setCount(int count) {
    m_count = count;
    describe();
    update();
}

void RailButton::describe() {
    setAccessibleName(m_count > 0 ? tr("%1, %2 waiting").arg(text()).arg(m_count) : text());
    const QString key = m_number <= 9 ? QStringLiteral("Alt+%1").arg(m_number) : QString();
    setAccessibleDescription(key);
    setToolTip(key);
}

QSize RailButton::sizeHint() const {
    return {theme().metrics().px(188), theme().metrics().px(42)};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics& metrics = theme().metrics();
    const bool selected = isChecked();
    const auto mirrored = [this](const QRect& area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    painter.setPen(Qt::NoPen);
    if (selected || underMouse()) {
        painter.setBrush(theme().color(selected ? Token::RailSelected : Token::RailHover));
        painter.drawRoundedRect(rect(), metrics.radius(), metrics.radius());
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme().color(selected ? Token::RailTextSelected : Token::RailText), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics.radius(), metrics.radius());
    }
    const int icon = metrics.px(20);
    (selected ? m_selectedIcon : m_icon).paint(&painter, mirrored(QRect(metrics.space(3), (height() - icon) / 2, icon, icon)));
    const Token ink = selected ? Token::RailTextSelected : Token::RailText;
    painter.setPen(theme().color(ink));
    painter.setFont(theme().font(TextSize::Body, selected ? 600 : 500));
    const int right = metrics.px(m_count > 0 ? 46 : 28);
    const QRect words = QRect(metrics.px(44), 0, width() - metrics.px(44) - right, height());
    painter.drawText(mirrored(words), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(theme().font(TextSize::Caption, 600));
    if (m_count > 0) {
        const QString number = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
        const int pill = qMax(metrics.px(22), painter.fontMetrics().horizontalAdvance(number) + metrics.px(12));
        const QRect area = mirrored(QRect(width() - pill - metrics.space(2), (height() - metrics.px(20)) / 2, pill, metrics.px(20)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(selected ? Token::RailTextSelected : Token::RailSelected));
        painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);
        painter.setPen(theme().color(selected ? Token::RailSelected : Token::RailTextSelected));
        painter.drawText(area, Qt::AlignCenter, number);
    } else if (m_number <= 9) {
        painter.drawText(mirrored(QRect(width() - metrics.px(28), 0, metrics.px(18), height())), Qt::AlignCenter, QString::number(m_number));
    }
}

}
