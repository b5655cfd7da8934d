#include "app/ui/intake/FactEditor.h"

#include "app/counter/Intake.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/Suggestions.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

#include <limits>

namespace motcua::ui {

using domain::FactType;

FactEditor::FactEditor(const domain::FactCell& cell, const domain::FactField& fact, counter::Intake& intake, QWidget* card)
    : m_cell(cell), m_fact(fact), m_intake(intake), m_field(nullptr) {
    QWidget* editor = makeEditor();
    editor->setObjectName(fact.name);
    m_field = new Field(QString(), editor, card);
    m_field->setRequired(fact.required);
    setParent(m_field);
    retranslate();
    refresh();
}

QWidget* FactEditor::makeEditor() {
    switch (m_fact.type) {
    case FactType::Text:
        return makeText();
    case FactType::Number:
        return makeNumber();
    case FactType::Choice:
        return makeChoice();
    case FactType::YesNo:
        return makeYesNo();
    case FactType::Date:
        return makeDate();
    }
    Q_UNREACHABLE();
}

QWidget* FactEditor::makeText() {
    auto* edit = new TextEdit;
    edit->setMaxLength(m_fact.longest);
    if (!m_cell.suggestions.isEmpty())
        new Suggestions(m_cell.suggestions, edit);
    connect(edit, &TextEdit::committed, this, [this](const QString& text) { m_intake.setFact(m_fact.name, text); });
    jotWhileTyping(edit, m_intake, QStringLiteral("fact:") + m_fact.name);
    return edit;
}

/// 0 stands for "not typed yet" where the schema begins above it.
QWidget* FactEditor::makeNumber() {
    auto* edit = new NumberField(0, static_cast<int>(qMin<qint64>(m_fact.most, std::numeric_limits<int>::max())));
    connect(edit, &QSpinBox::valueChanged, this,
        [this](int value) { m_intake.setFact(m_fact.name, value < m_fact.least && value == 0 ? QJsonValue() : QJsonValue(value)); });
    return edit;
}

QWidget* FactEditor::makeChoice() {
    auto* box = new QComboBox;
    box->addItem(QString());
    box->addItems(m_fact.choices);
    connect(box, &QComboBox::activated, this, [this, box] { m_intake.setFact(m_fact.name, box->currentText()); });
    return box;
}

QWidget* FactEditor::makeYesNo() {
    auto* box = new QCheckBox;
    connect(box, &QCheckBox::clicked, this, [this](bool checked) { m_intake.setFact(m_fact.name, checked); });
    return box;
}

QWidget* FactEditor::makeDate() {
    auto* edit = new DateField;
    connect(edit, &DateField::committed, this,
        [this](QDate date) { m_intake.setFact(m_fact.name, date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue()); });
    return edit;
}

void FactEditor::refresh() {
    const QJsonValue value = m_intake.form().facts.value(m_fact.name);
    QWidget* editor = m_field->editor();
    const QSignalBlocker quiet(editor);
    if (auto* text = qobject_cast<TextEdit*>(editor); text && !text->hasFocus() && text->value() != value.toString())
        text->setValue(value.toString());
    if (auto* number = qobject_cast<NumberField*>(editor); number && number->value() != value.toInt())
        number->setValue(value.toInt());
    if (auto* choice = qobject_cast<QComboBox*>(editor))
        choice->setCurrentIndex(qMax(0, choice->findText(value.toString())));
    if (auto* box = qobject_cast<QCheckBox*>(editor))
        box->setChecked(value.toBool());
    if (auto* date = qobject_cast<DateField*>(editor); date && !date->hasFocus())
        date->setDate(QDate::fromString(value.toString(), Qt::ISODate));
    showMessage();
}

void FactEditor::showMessage() {
    m_field->clearMessage();
    for (const counter::Warning& warning : m_intake.warnings())
        if (warning.field == QStringLiteral("fact:") + m_fact.name)
            m_field->setMessage(words::warning(warning), Tone::Warning);
}

void FactEditor::retranslate() {
    m_field->setLabel(words::inLanguage(m_cell.label));
    if (auto* text = qobject_cast<QLineEdit*>(m_field->editor()); text && !m_cell.placeholder.isEmpty())
        text->setPlaceholderText(words::inLanguage(m_cell.placeholder));
}

}
