#include "app/ui/intake/ApplicantFields.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/TextEdit.h"

namespace motcua::ui {

ApplicantFields::ApplicantFields(counter::IntakeForm& form, QWidget* parent) : QObject(parent), m_form(form), m_parent(parent) {
    connect(&form, &counter::IntakeForm::typed, this, &ApplicantFields::dropMended);
}

void ApplicantFields::addText(const QString& name) {
    auto* edit = new TextEdit(m_parent);
    edit->setObjectName(name);
    m_texts.insert(name, edit);
    m_fields.insert(name, new Field(QString(), edit, m_parent));
    connect(edit, &TextEdit::committed, this, [this, name](const QString& value) { m_form.setApplicantText(name, value); });
    jotWhileTyping(edit, m_form, name);
}

DateField* ApplicantFields::addDate(const QString& name) {
    auto* date = new DateField(m_parent);
    date->setObjectName(name);
    m_dates.insert(name, date);
    m_fields.insert(name, new Field(QString(), date, m_parent));
    connect(date, &DateField::committed, this, [this, name](QDate day) { m_form.setApplicantDate(name, day); });
    jotWhileTyping(date, m_form, name);
    connect(date, &QLineEdit::editingFinished, this, &ApplicantFields::showWarnings);
    return date;
}

void ApplicantFields::add(const QString& name, Field* field) {
    m_fields.insert(name, field);
}

void ApplicantFields::begin(const QString& name) const {
    if (const Field* wanted = field(name))
        wanted->editor()->setFocus(Qt::ShortcutFocusReason);
}

void ApplicantFields::setLabels(const QHash<QString, QString>& labels) {
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        m_fields[it.key()]->setLabel(it.value());
}

void ApplicantFields::setTabOrder(QWidget* before, const QStringList& names) {
    for (const QString& name : names) {
        QWidget* editor = m_fields[name]->editor();
        QWidget::setTabOrder(before, editor);
        before = editor;
    }
}

void ApplicantFields::refresh() {
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it)
        if (const QString value = m_form.applicantText(it.key()); it.value()->value() != value && m_form.jotted(it.key()).isEmpty())
            it.value()->setValue(value);
    for (auto it = m_dates.cbegin(); it != m_dates.cend(); ++it)
        if (!showJotted(it.value(), m_form, it.key()))
            it.value()->setDate(m_form.applicantDate(it.key()));
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setOrigin(m_form.originOf(it.key()));
}

void ApplicantFields::showWarnings() {
    for (Field* field : std::as_const(m_fields))
        field->clearMessage();
    for (const counter::Warning& warning : m_form.warnings())
        if (Field* field = m_fields.value(warning.field))
            field->setMessage(words::warning(warning), Tone::Warning);
    for (const base::Error& fault : m_form.faults())
        if (Field* field = m_fields.value(fault.detail.value(QStringLiteral("field")))) {
            const ErrorWords words = errorWords(fault);
            field->setMessage(words.what + QLatin1Char(' ') + words.next);
        }
    for (auto it = m_dates.cbegin(); it != m_dates.cend(); ++it)
        if (it.value()->isWrong())
            m_fields[it.key()]->setMessage(tr("Not a date. Write it as day/month/year."));
}

/// As soon as what is being typed is right, and not only when the field is left.
void ApplicantFields::dropMended() {
    const QStringList gaps = m_form.gaps();
    for (const base::Error& fault : m_form.faults()) {
        const QString name = fault.detail.value(QStringLiteral("field"));
        if (Field* field = m_fields.value(name); field && !gaps.contains(name))
            field->clearMessage();
    }
}

}
