#include "app/ui/widgets/PasswordMeter.h"

#include "app/ui/text/ErrorText.h"
#include "app/ui/text/PasswordWords.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/SecretEdit.h"

#include <utility>

namespace motcua::ui {

PasswordMeter::PasswordMeter(Field* field, SecretEdit* edit, Owner owner) : QObject(field), m_field(field), m_edit(edit), m_owner(std::move(owner)) {
    connect(edit, &QLineEdit::textChanged, this, &PasswordMeter::show);
    retranslate();
}

void PasswordMeter::show() {
    if (m_edit->isEmpty()) {
        m_field->clearMessage();
        return;
    }
    const PasswordWords words = passwordWords(domain::judgePassword(m_edit->secret(), m_owner()));
    m_field->setMessage(words.text, words.tone);
}

QString PasswordMeter::fault() const {
    const auto fit = domain::checkPassword(m_edit->secret(), m_owner());
    return fit ? QString() : errorLine(fit.error());
}

void PasswordMeter::retranslate() {
    m_edit->setPlaceholderText(tr("At least %1 characters, best six words or more").arg(domain::leastPasswordCharacters));
    show();
}

}
