#include "app/ui/widgets/ActionButton.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/KeyLines.h"
#include "app/ui/widgets/KeyRest.h"
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

bool isEnter(const QKeyEvent& event) {
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return enter && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

/// A key goes from one act to the next, and so does Enter from one button to the next: pressed twice it would do two.
bool mayPress(const QPushButton& button, const QKeySequence& key) {
    return KeyRest::instance().mayDo(key, button.property(takesSteps).toBool() ? KeyRest::Does::Step : KeyRest::Does::Act);
}

QFont smallFont() {
    constexpr int weight = 600;
    return theme().font(TextSize::Caption, weight);
}

}

ActionButton::ActionButton(ButtonKind kind, QWidget* parent) : ActionButton(kind, QString(), QKeySequence(), parent) {}

ActionButton::ActionButton(ButtonKind kind, const QString& icon, const QKeySequence& key, QWidget* parent)
    : QPushButton(parent), m_kind(kind), m_key(key) {
    setProperty("kind", nameOf(kind));
    setAutoDefault(false);
    setFocusPolicy(key.isEmpty() ? Qt::StrongFocus : Qt::TabFocus);
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

void ActionButton::setKeyHeardElsewhere() {
    m_listens = false;
    setFocusPolicy(Qt::TabFocus);
    listen();
}

/// Instead of setShortcut(), whose key repeats while it is held.
void ActionButton::listen() {
    if (m_shortcut != 0)
        releaseShortcut(m_shortcut);
    m_shortcut = m_key.isEmpty() || !m_listens ? 0 : grabShortcut(m_key);
    setShortcutAutoRepeat(m_shortcut, false);
}

QString ActionButton::keyText() const {
    return keyWords(m_key);
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

void ActionButton::setShape(ButtonShape shape) {
    if (m_shape == shape)
        return;
    m_shape = shape;
    update();
}

void ActionButton::setElided(bool elided) {
    m_elided = elided;
    updateGeometry();
}

QSize ActionButton::sizeIn(ButtonShape shape) const {
    const Metrics& metrics = theme().metrics();
    const int height = metrics.controlHeight();
    const int words = fontMetrics().horizontalAdvance(text());
    const int sign = icon().isNull() ? 0 : metrics.icon() + metrics.space(2);
    switch (shape) {
    case ButtonShape::Whole:
        return {sign + words + keyWidth() + 2 * metrics.px(15), height};
    case ButtonShape::Plain:
        return {words + keyWidth() + 2 * metrics.px(10), height};
    case ButtonShape::Stacked:
        return {qMax(QFontMetrics(smallFont()).horizontalAdvance(text()), KeyHint::wordsWidthOf(keyText())) + 2 * metrics.px(9), height};
    case ButtonShape::Sign:
        break;
    }
    return {qMax(metrics.icon(), KeyHint::wordsWidthOf(keyText())) + 2 * metrics.px(8), height};
}

QSize ActionButton::minimumSizeHint() const {
    constexpr int shortest = 200;
    const QSize whole = sizeHint();
    return m_elided ? QSize(qMin(whole.width(), theme().metrics().px(shortest)), whole.height()) : whole;
}

/// What is not to be read on the button is in its tool tip; a tool tip of its owner's stays.
void ActionButton::explain() {
    const bool cut = m_shape == ButtonShape::Sign || (m_elided && width() < sizeHint().width());
    if (!cut && !m_explained)
        return;
    m_explained = cut;
    setToolTip(cut ? QStringList{text(), keyText()}.join(QStringLiteral("  ")).trimmed() : QString());
}

bool ActionButton::event(QEvent* event) {
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent*>(event)->isAmbiguous()) {
        pressByKey();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isEnter(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip)
        explain();
    return QPushButton::event(event);
}

void ActionButton::pressByKey() {
    if (mayPress(*this, m_key))
        click();
}

void ActionButton::keyPressEvent(QKeyEvent* event) {
    const QKeySequence key(event->keyCombination());
    // Ctrl+Enter is the panel's around it.
    if (isEnter(*event)) {
        if (!event->isAutoRepeat() && mayPress(*this, key))
            click();
    } else if (event->key() != Qt::Key_Space || event->isAutoRepeat() || mayPress(*this, key)) {
        QPushButton::keyPressEvent(event);
    }
}

void ActionButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    painter.setPen(theme().color(isEnabled() ? inkToken() : Token::BorderStrong));
    if (m_shape == ButtonShape::Stacked || m_shape == ButtonShape::Sign)
        paintStacked(painter);
    else
        paintBeside(painter);
}

QRect ActionButton::mirrored(int left, int top, int width, int height) const {
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, top, width, height));
}

void ActionButton::paintBeside(QPainter& painter) const {
    const Metrics& metrics = theme().metrics();
    const QRect area = rect().adjusted(metrics.space(2), 0, -metrics.space(2), 0);
    const QString words = m_elided ? fontMetrics().elidedText(text(), Qt::ElideRight, qMax(0, area.width() - keyWidth())) : text();
    const int wordsWidth = fontMetrics().horizontalAdvance(words);
    int content = wordsWidth + keyWidth();
    // Where room is short the icon goes first, then the key; the words stay.
    const bool withKey = !m_key.isEmpty() && content <= area.width();
    if (!m_key.isEmpty() && !withKey)
        content -= keyWidth();
    const int iconWidth = metrics.icon() + metrics.space(2);
    const bool withIcon = m_shape == ButtonShape::Whole && !icon().isNull() && content + iconWidth <= area.width();
    if (withIcon)
        content += iconWidth;
    int x = area.left() + qMax(0, (area.width() - content) / 2);
    if (withIcon) {
        icon().paint(&painter, mirrored(x, 0, metrics.icon(), height()), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += iconWidth;
    }
    painter.drawText(mirrored(x, 0, wordsWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, words);
    x += wordsWidth + metrics.space(2);
    if (withKey)
        KeyHint::paint(&painter, mirrored(x, 0, KeyHint::widthOf(keyText()), height()), keyText(), painter.pen().color());
}

void ActionButton::paintStacked(QPainter& painter) const {
    const Metrics& metrics = theme().metrics();
    const bool sign = m_shape == ButtonShape::Sign;
    painter.setFont(smallFont());
    const int above = sign ? metrics.icon() : painter.fontMetrics().height();
    const int below = m_key.isEmpty() ? 0 : KeyHint::wordsHeight();
    const int top = (height() - above - below) / 2;
    const QRect first(0, top, width(), above);
    if (sign)
        icon().paint(&painter, first, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    else
        painter.drawText(first, Qt::AlignCenter | Qt::TextHideMnemonic, text());
    KeyHint::paintWords(&painter, QRect(0, top + above, width(), below), keyText(), painter.pen().color());
}

}
