#include "app/ui/intake/CardLine.h"

#include "app/domain/CardQr.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/TextEdit.h"

namespace motcua::ui {

namespace {

constexpr int longestCard = 2000;

}

CardLine::CardLine(const QString& name, QWidget* parent) : Field(QString(), new TextEdit, parent), m_line(static_cast<TextEdit*>(editor())) {
    m_line->setMaxLength(longestCard);
    m_line->setObjectName(name);
    // What a reader types is personal and of no use to the eye.
    m_line->setEchoMode(QLineEdit::Password);
    EnterWalk::exempt(m_line);
    m_line->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    connect(m_line, &QLineEdit::returnPressed, this, &CardLine::read);
}

void CardLine::begin() {
    m_line->clear();
    m_line->setFocus(Qt::OtherFocusReason);
}

void CardLine::clear() {
    m_line->clear();
    clearMessage();
}

void CardLine::setWords(const QString& label, const QString& placeholder, const QString& accessibleName) {
    setLabel(label);
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(accessibleName);
}

void CardLine::read() {
    const QString text = m_line->text();
    m_line->clear();
    if (text.trimmed().isEmpty()) {
        emit skipped();
        return;
    }
    const auto card = domain::CardQr::parse(text);
    if (!card) {
        const ErrorWords words = errorWords(card.error());
        setMessage(QStringList{words.what, words.next}.join(QLatin1Char(' ')));
        return;
    }
    clearMessage();
    emit cardRead(*card);
}

}
