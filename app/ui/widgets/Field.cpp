#include "app/ui/widgets/Field.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace motcua::ui {

Field::Field(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_label(new TextLabel(TextRole::Label, this)), m_hint(new TextLabel(TextRole::Caption, this)),
      m_origin(new Badge(this)), m_message(new TextLabel(TextRole::Caption, this)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics.space(1));
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics.space(2));
    line->addWidget(m_label);
    line->addWidget(m_hint);
    line->addStretch();
    line->addWidget(m_origin);
    line->addStrut(m_origin->sizeHint().height()); // a field without a badge stands level with one that has it
    column->addLayout(line);
    column->addWidget(editor);
    column->addWidget(m_message);
    column->addStretch();
    m_label->setBuddy(editor);
    m_message->setWordWrap(true);
    m_message->hide();
    m_hint->setElided(true);
    m_hint->hide();
    m_origin->hide();
    setLabel(label);
}

void Field::setLabel(const QString& label) {
    m_labelText = label;
    m_label->setText(m_required ? label + QStringLiteral(" *") : label);
    m_editor->setAccessibleName(label);
}

void Field::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void Field::setRequired(bool required) {
    m_required = required;
    setLabel(m_labelText);
}

void Field::setOrigin(domain::Origin origin) {
    m_originValue = origin;
    m_origin->setVisible(origin != domain::Origin::Typed);
    retranslate();
}

void Field::setMessage(const QString& message, Tone tone) {
    m_message->setText(message);
    m_message->setTone(tone);
    m_message->setVisible(!message.isEmpty());
    setStyleProperty(m_editor, "tone", message.isEmpty() ? QString() : styleName(tone));
    m_editor->setAccessibleDescription(message);
}

QString Field::message() const {
    return m_message->text();
}

void Field::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Field::retranslate() {
    m_origin->set(words::origin(m_originValue), m_originValue == domain::Origin::CardQr ? Tone::Accent : Tone::Info);
}

}
