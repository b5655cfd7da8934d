#include "app/ui/widgets/KeyHint.h"

#include "app/ui/style/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace motcua::ui {

namespace {

QFont keyFont() {
    QFont font = theme().font(TextSize::Caption, 600);
    font.setPixelSize(theme().metrics().px(11));
    return font;
}

}

KeyHint::KeyHint(const QString& key, QWidget* parent) : QWidget(parent), m_key(key) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
}

void KeyHint::setKey(const QString& key) {
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const {
    return {widthOf(m_key), theme().metrics().px(20)};
}

int KeyHint::widthOf(const QString& key) {
    const int text = QFontMetrics(keyFont()).horizontalAdvance(key);
    return qMax(text + theme().metrics().px(10), theme().metrics().px(20));
}

void KeyHint::paint(QPainter* painter, const QRect& area, const QString& key, const QColor& ink) {
    const int height = theme().metrics().px(19);
    const int top = area.center().y() - height / 2;
    const QRectF frame(area.left() + 0.5, top + 0.5, area.width() - 1, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor line = ink;
    line.setAlphaF(0.45F);
    painter->setPen(QPen(line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, theme().metrics().px(4), theme().metrics().px(4));
    painter->setFont(keyFont());
    painter->setPen(ink);
    painter->drawText(frame, Qt::AlignCenter, key);
    painter->restore();
}

int KeyHint::wordsWidthOf(const QString& key) {
    return QFontMetrics(keyFont()).horizontalAdvance(key);
}

int KeyHint::wordsHeight() {
    return QFontMetrics(keyFont()).height();
}

void KeyHint::paintWords(QPainter* painter, const QRect& area, const QString& key, const QColor& ink) {
    painter->save();
    painter->setFont(keyFont());
    QColor soft = ink;
    soft.setAlphaF(0.8F);
    painter->setPen(soft);
    painter->drawText(area, Qt::AlignCenter, key);
    painter->restore();
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(&painter, rect(), m_key, theme().color(Token::TextMuted));
}

}
