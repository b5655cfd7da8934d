#include "app/ui/widgets/DateField.h"

namespace motcua::ui {

DateField::DateField(QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(QStringLiteral("dd/mm/yyyy"));
    setMaxLength(10);
    connect(this, &QLineEdit::editingFinished, this, &DateField::commit);
    // A whole day needs no leaving of the field to count.
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (typed.size() == maxLength() && domain::typedDate(typed, QDate::currentDate(), m_years).isValid())
            emit editingFinished();
    });
}

void DateField::setDate(QDate date) {
    m_date = date;
    m_bornIn = {};
    setText(date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString());
}

void DateField::setBornIn(const domain::BornIn& born) {
    m_date = {};
    m_bornIn = born;
    setText(domain::shown(born));
}

void DateField::enter(const QString& text) {
    setText(text);
    commit();
}

bool DateField::isWrong() const {
    return !text().trimmed().isEmpty() && !m_date.isValid() && m_bornIn.isNull();
}

bool DateField::isSettled() const {
    return m_date.isValid() && text() == m_date.toString(QStringLiteral("dd/MM/yyyy"));
}

void DateField::commit() {
    const QDate parsed = domain::typedDate(text(), QDate::currentDate(), m_years);
    const domain::BornIn born = m_yearEnough && !parsed.isValid() ? domain::bornInOf(text()) : domain::BornIn();
    const QDate dateBefore = m_date;
    const domain::BornIn bornBefore = m_bornIn;
    m_date = {};
    m_bornIn = {};
    if (parsed.isValid())
        setDate(parsed);
    else if (!born.isNull())
        setBornIn(born);
    if (m_date == dateBefore && m_bornIn == bornBefore)
        return;
    if (m_bornIn.isNull())
        emit committed(m_date);
    else
        emit bornInCommitted(m_bornIn);
}

}
