#include "app/ui/intake/FactEditor.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/Suggestions.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>

namespace motcua::ui {

using domain::FactType;

namespace {

/// One digit more than the limit has, so that too much can be typed and is told.
int mostTyped(qint64 limit) {
    constexpr qint64 longest = 999'999'999;
    qint64 most = 9;
    while (most <= limit && most < longest)
        most = most * 10 + 9;
    return static_cast<int>(qMin(most * 10 + 9, longest));
}

QString grouped(qint64 number) {
    return QLocale(QLocale::Vietnamese, QLocale::Vietnam).toString(number);
}

}

FactEditor::FactEditor(const domain::FactCell& cell, const domain::FactField& fact, counter::IntakeForm& form, QWidget* card)
    : m_cell(cell), m_fact(fact), m_form(form), m_field(nullptr) {
    QWidget* editor = makeEditor();
    editor->setObjectName(fact.name);
    m_field = new Field(QString(), editor, card);
    m_field->setRequired(fact.required);
    setParent(m_field);
    // As soon as what is being typed is right, and not only when the field is left.
    connect(&form, &counter::IntakeForm::typed, this, [this] {
        if (!m_field->message().isEmpty() && !m_form.isWrong(m_fact.name))
            showMessage();
    });
    retranslate();
    refresh();
}

QWidget* FactEditor::makeEditor() {
    switch (m_fact.type) {
    case FactType::Text:
    case FactType::Time:
    case FactType::Entry:
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
    connect(edit, &TextEdit::committed, this, [this](const QString& text) { m_form.setFact(m_fact.name, text); });
    jotWhileTyping(edit, m_form, name());
    return edit;
}

/// Where 0 is no answer it stands for "not given yet".
QWidget* FactEditor::makeNumber() {
    auto* edit = new NumberField(0, mostTyped(m_fact.most));
    edit->setRoom(static_cast<int>(qMin<qint64>(m_fact.most, edit->maximum())));
    if (m_fact.least == 0)
        edit->setOpen();
    connect(edit, &QSpinBox::valueChanged, this, [this](int value) {
        const bool isGiven = value >= 0 && (value > 0 || m_fact.least == 0);
        m_form.setFact(m_fact.name, isGiven ? QJsonValue(value) : QJsonValue());
    });
    return edit;
}

QWidget* FactEditor::makeChoice() {
    auto* box = new QComboBox;
    box->addItem(QString());
    for (const QString& choice : m_fact.choices)
        box->addItem(choice, choice);
    connect(box, &QComboBox::activated, this, [this, box] { m_form.setFact(m_fact.name, QJsonValue::fromVariant(box->currentData())); });
    return box;
}

/// A tick; where an answer is required, "no" is picked like "yes".
QWidget* FactEditor::makeYesNo() {
    if (m_fact.required) {
        auto* box = new QComboBox;
        box->addItem(QString());
        box->addItem(words::fact(true), true);
        box->addItem(words::fact(false), false);
        connect(box, &QComboBox::activated, this, [this, box] { m_form.setFact(m_fact.name, QJsonValue::fromVariant(box->currentData())); });
        return box;
    }
    auto* tick = new QCheckBox;
    connect(tick, &QCheckBox::clicked, this, [this](bool checked) { m_form.setFact(m_fact.name, checked); });
    return tick;
}

QWidget* FactEditor::makeDate() {
    auto* edit = new DateField;
    connect(edit, &QLineEdit::textEdited, this, [this, edit](const QString& text) { m_form.jot(name(), edit->isSettled() ? QString() : text); });
    // What is no date yet stays as it was typed.
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        m_form.jot(name(), edit->isWrong() ? edit->text() : QString());
        m_form.setFact(m_fact.name, edit->date().isValid() ? QJsonValue(edit->date().toString(Qt::ISODate)) : QJsonValue());
    });
    return edit;
}

void FactEditor::refresh() {
    const QJsonValue value = m_form.content().facts.value(m_fact.name);
    QWidget* editor = m_field->editor();
    const QSignalBlocker quiet(editor);
    if (auto* text = qobject_cast<TextEdit*>(editor); text && !text->hasFocus() && text->value() != value.toString())
        text->setValue(value.toString());
    if (auto* number = qobject_cast<NumberField*>(editor)) {
        const int shown = value.isDouble() ? value.toInt() : number->minimum();
        if (number->value() != shown)
            number->setValue(shown);
    }
    if (auto* choice = qobject_cast<QComboBox*>(editor))
        choice->setCurrentIndex(qMax(0, choice->findData(value.toVariant())));
    if (auto* tick = qobject_cast<QCheckBox*>(editor))
        tick->setChecked(value.toBool());
    if (auto* date = qobject_cast<DateField*>(editor); date && !date->hasFocus())
        showDate(*date, value);
    showMessage();
}

void FactEditor::showDate(DateField& edit, const QJsonValue& value) {
    const QString typed = m_form.jotted(name());
    if (typed.isEmpty())
        edit.setDate(QDate::fromString(value.toString(), Qt::ISODate));
    else if (typed != edit.text())
        edit.enter(typed);
}

void FactEditor::showMessage() {
    m_field->clearMessage();
    for (const counter::Warning& warning : m_form.warnings())
        if (warning.field == name())
            m_field->setMessage(words::warning(warning), Tone::Warning);
    if (m_form.isWrong(m_fact.name))
        m_field->setMessage(fault());
}

/// Why the value cannot be taken, with the limit.
QString FactEditor::fault() const {
    const QJsonValue value = m_form.content().facts.value(m_fact.name);
    switch (m_fact.type) {
    case FactType::Time:
        return tr("Not an hour. Write it as 14:30.");
    case FactType::Text:
    case FactType::Entry:
        return tr("At most %1 characters.").arg(grouped(m_fact.longest));
    case FactType::Number:
        return value.toInteger() > m_fact.most ? tr("At most %1.").arg(grouped(m_fact.most)) : tr("At least %1.").arg(grouped(m_fact.least));
    case FactType::Choice:
    case FactType::YesNo:
        return tr("Pick one from the list.");
    case FactType::Date:
        break;
    }
    return tr("Not a date. Write it as day/month/year.");
}

void FactEditor::retranslate() {
    m_field->setLabel(words::inLanguage(m_cell.label));
    if (auto* text = qobject_cast<QLineEdit*>(m_field->editor()); text && !m_cell.placeholder.isEmpty())
        text->setPlaceholderText(words::inLanguage(m_cell.placeholder));
    if (auto* box = qobject_cast<QComboBox*>(m_field->editor()); box && m_fact.type == FactType::YesNo) {
        box->setItemText(1, words::fact(true));
        box->setItemText(2, words::fact(false));
    }
    showMessage();
}

}
