#include "app/ui/widgets/TextEdit.h"

#include "app/ui/style/Theme.h"

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
