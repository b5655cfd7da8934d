#include "app/ui/widgets/ActionButton.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QShortcutEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace motcua::ui {

namespace {

QString nameOf(ButtonKind kind) {
    switch (kind) {
    case ButtonKind::Primary:
        return QStringLiteral("primary");
    case ButtonKind::Secondary:
        return QStringLiteral("secondary");
    case ButtonKind::Quiet:
        return QStringLiteral("quiet");
    case ButtonKind::Danger:
        return QStringLiteral("danger");
    }
    return {};
}

}

ActionButton::ActionButton(ButtonKind kind, QWidget* parent) : ActionButton(kind, QString(), QKeySequence(), parent) {}

ActionButton::ActionButton(ButtonKind kind, const QString& icon, const QKeySequence& key, QWidget* parent)
    : QPushButton(parent), m_kind(kind), m_key(key) {
    setProperty("kind", nameOf(kind));
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setIconName(icon);
    listen();
}

void ActionButton::setKind(ButtonKind kind) {
    m_kind = kind;
    setIconName(m_iconName);
    setStyleProperty(this, "kind", nameOf(kind));
}

void ActionButton::setLabel(const QString& label) {
    setText(label);
    listen();
    setAccessibleName(label);
    setAccessibleDescription(keyText());
    updateGeometry();
}

void ActionButton::setIconName(const QString& icon) {
    m_iconName = icon;
    setIcon(icon.isEmpty() ? QIcon() : Theme::icon(icon, inkToken()));
}

void ActionButton::setKey(const QKeySequence& key) {
    m_key = key;
    listen();
    setAccessibleDescription(keyText());
    updateGeometry();
}

/// Instead of setShortcut(), whose key repeats while it is held.
void ActionButton::listen() {
    if (m_shortcut != 0)
        releaseShortcut(m_shortcut);
    m_shortcut = m_key.isEmpty() ? 0 : grabShortcut(m_key);
    setShortcutAutoRepeat(m_shortcut, false);
}

QString ActionButton::keyText() const {
    return m_key.toString(QKeySequence::NativeText);
}

Token ActionButton::inkToken() const {
    switch (m_kind) {
    case ButtonKind::Primary:
        return Token::OnAccent;
    case ButtonKind::Quiet:
        return Token::AccentText;
    case ButtonKind::Danger:
        return Token::Danger;
    case ButtonKind::Secondary:
        break;
    }
    return Token::Text;
}

int ActionButton::keyWidth() const {
    return m_key.isEmpty() ? 0 : KeyHint::widthOf(keyText()) + theme().metrics().space(2);
}

QSize ActionButton::sizeHint() const {
    const Metrics& metrics = theme().metrics();
    int width = fontMetrics().horizontalAdvance(text()) + keyWidth() + 2 * metrics.px(15);
    if (!icon().isNull())
        width += metrics.icon() + metrics.space(2);
    return {width, metrics.controlHeight()};
}

bool ActionButton::event(QEvent* event) {
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent*>(event)->isAmbiguous()) {
        click();
        return true;
    }
    return QPushButton::event(event);
}

void ActionButton::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Ctrl+Enter is the panel's around it.
    if (!isEnter || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        QPushButton::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        click();
}

void ActionButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const Metrics& metrics = theme().metrics();
    const QRect area = rect().adjusted(metrics.space(2), 0, -metrics.space(2), 0);
    int content = fontMetrics().horizontalAdvance(text()) + keyWidth();
    // Where room is short the icon goes first, then the key; the words stay.
    const bool withKey = !m_key.isEmpty() && content <= area.width();
    if (!m_key.isEmpty() && !withKey)
        content -= keyWidth();
    const int iconWidth = metrics.icon() + metrics.space(2);
    const bool withIcon = !icon().isNull() && content + iconWidth <= area.width();
    if (withIcon)
        content += iconWidth;
    int x = area.left() + qMax(0, (area.width() - content) / 2);
    const auto place = [this](int left, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height())); };
    if (withIcon) {
        icon().paint(&painter, place(x, metrics.icon()), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += metrics.icon() + metrics.space(2);
    }
    const QColor ink = theme().color(isEnabled() ? inkToken() : Token::BorderStrong);
    painter.setPen(ink);
    const int textWidth = fontMetrics().horizontalAdvance(text());
    painter.drawText(place(x, textWidth + 2), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text());
    x += textWidth + metrics.space(2);
    if (withKey)
        KeyHint::paint(&painter, place(x, KeyHint::widthOf(keyText())), keyText(), ink);
}

}
