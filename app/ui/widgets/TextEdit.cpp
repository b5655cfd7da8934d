#include "app/ui/widgets/TextEdit.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ToolTip.h"

namespace motcua::ui {

QString normalised(const QString& text) {
    QString result = text.normalized(QString::NormalizationForm_C).trimmed();
    result.replace(QChar(0x00F0), QChar(0x0111));
    result.replace(QChar(0x00D0), QChar(0x0110));
    return result;
}

TextEdit::TextEdit(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::editingFinished, this, &TextEdit::commit);
}

QString TextEdit::value() const {
    return normalised(text());
}

void TextEdit::setValue(const QString& value) {
    m_committed = normalised(value);
    if (text() != m_committed)
        setText(m_committed);
    setCursorPosition(0);
}

void TextEdit::setHint(const QString& whole, const QString& shorter) {
    m_hint = whole;
    m_shorterHint = shorter;
    setAccessibleDescription(whole);
    fitHint();
}

void TextEdit::fitHint() {
    if (m_hint.isEmpty())
        return;
    // What QLineEdit itself keeps free on both sides of the text, and the button that clears it.
    const Metrics& metrics = theme().metrics();
    const int frame = metrics.space(6) + (isClearButtonEnabled() ? metrics.icon() + metrics.space(2) : 0);
    const bool fits = fontMetrics().horizontalAdvance(m_hint) <= width() - frame;
    setPlaceholderText(fits ? m_hint : m_shorterHint);
    setToolTip(plainToolTip(fits ? QString() : m_hint));
}

void TextEdit::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    fitHint();
}

void TextEdit::commit() {
    const QString now = value();
    if (text() != now)
        setText(now);
    if (now == m_committed)
        return;
    m_committed = now;
    emit committed(now);
}

TextArea::TextArea(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setFixedHeight(theme().metrics().px(84));
}

QString TextArea::value() const {
    return normalised(toPlainText());
}

void TextArea::setValue(const QString& value) {
    m_committed = normalised(value);
    if (toPlainText() != m_committed)
        setPlainText(m_committed);
}

void TextArea::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (value() == m_committed)
        return;
    m_committed = value();
    emit committed(m_committed);
}

}
