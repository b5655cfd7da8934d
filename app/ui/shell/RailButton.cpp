#include "app/ui/shell/RailButton.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/KeyHint.h"

#include <QPainter>
#include <QStyle>

namespace motcua::ui {

RailButton::RailButton(const QString& icon, int number, QWidget* parent)
    : QPushButton(parent), m_icon(Theme::icon(icon, Token::RailText)), m_selectedIcon(Theme::icon(icon, Token::RailTextSelected)), m_number(number) {
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
    setAccessibleDescription(keyText());
    setToolTip(keyText());
}

QString RailButton::keyText() const {
    return m_number <= 9 ? QStringLiteral("Alt+%1").arg(m_number) : QString();
}

void RailButton::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const {
    const Metrics& metrics = theme().metrics();
    if (!m_compact)
        return {metrics.px(188), metrics.px(42)};
    const int words = QFontMetrics(theme().font(TextSize::Caption, 600)).horizontalAdvance(text());
    return {qMax(metrics.px(84), words + metrics.space(2)), metrics.px(49)};
}

QRect RailButton::mirrored(const QRect& area) const {
    return QStyle::visualRect(layoutDirection(), rect(), area);
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics& metrics = theme().metrics();
    const bool selected = isChecked();
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
    painter.setPen(theme().color(selected ? Token::RailTextSelected : Token::RailText));
    if (m_compact)
        paintBelow(painter);
    else
        paintBeside(painter);
}

void RailButton::paintBeside(QPainter& painter) {
    const Metrics& metrics = theme().metrics();
    const int icon = metrics.px(20);
    (isChecked() ? m_selectedIcon : m_icon).paint(&painter, mirrored(QRect(metrics.space(3), (height() - icon) / 2, icon, icon)));
    painter.setFont(theme().font(TextSize::Body, isChecked() ? 600 : 500));
    const bool withKey = m_count == 0 && !keyText().isEmpty() && (underMouse() || hasFocus());
    const int keyWidth = withKey ? KeyHint::widthOf(keyText()) : 0;
    const int right = m_count > 0 ? metrics.px(46) : keyWidth + metrics.space(3);
    const QRect words = QRect(metrics.px(44), 0, width() - metrics.px(44) - right, height());
    painter.drawText(mirrored(words), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(theme().font(TextSize::Caption, 600));
    if (m_count > 0)
        paintCount(painter, (height() - metrics.px(20)) / 2);
    else if (withKey)
        KeyHint::paint(&painter, mirrored(QRect(width() - keyWidth - metrics.space(2), 0, keyWidth, height())), keyText(), painter.pen().color());
}

void RailButton::paintBelow(QPainter& painter) {
    const Metrics& metrics = theme().metrics();
    const int icon = metrics.px(20);
    (isChecked() ? m_selectedIcon : m_icon).paint(&painter, QRect((width() - icon) / 2, metrics.space(2), icon, icon));
    painter.setFont(theme().font(TextSize::Caption, 600));
    painter.drawText(QRect(0, metrics.px(30), width(), metrics.px(20)), Qt::AlignCenter, text());
    if (m_count > 0)
        paintCount(painter, metrics.space(1));
}

void RailButton::paintCount(QPainter& painter, int top) {
    const Metrics& metrics = theme().metrics();
    const QString number = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const int pill = qMax(metrics.px(22), painter.fontMetrics().horizontalAdvance(number) + metrics.px(12));
    const QRect area = mirrored(QRect(width() - pill - metrics.space(m_compact ? 1 : 2), top, pill, metrics.px(20)));
    const bool selected = isChecked();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(selected ? Token::RailTextSelected : Token::RailSelected));
    painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);
    painter.setPen(theme().color(selected ? Token::RailSelected : Token::RailTextSelected));
    painter.drawText(area, Qt::AlignCenter, number);
}

}
