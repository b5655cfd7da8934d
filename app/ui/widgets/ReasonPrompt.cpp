#include "app/ui/widgets/ReasonPrompt.h"

#include "app/counter/Jotter.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

ReasonPrompt::ReasonPrompt(counter::Jotter& jotter, QWidget* parent)
    : QFrame(parent), m_jotter(jotter), m_question(new TextLabel(TextRole::Section, this)), m_text(new TextArea(this)),
      m_field(new Field(QString(), m_text, this)), m_phrases(new QWidget(this)),
      m_give(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return), this)),
      m_cancel(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    setObjectName(QStringLiteral("card"));
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    column->addWidget(m_question);
    auto* words = new FoldingColumns;
    words->addWidget(m_phrases, 2);
    words->addWidget(m_field, 3);
    column->addLayout(words);
    auto* buttons = new ActionRow(Qt::AlignRight);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_give);
    column->addLayout(buttons);
    auto* lines = new QVBoxLayout(m_phrases);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_question->setWordWrap(true);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_subject.isEmpty())
            m_jotter.jot(m_subject, reason());
        emit changed();
    });
    connect(m_give, &QPushButton::clicked, this, &ReasonPrompt::give);
    connect(m_cancel, &QPushButton::clicked, this, &ReasonPrompt::takeBack);
    retranslate();
    hide();
}

void ReasonPrompt::ask(const QString& subject, const QString& question, const QString& button, const QStringList& phrases) {
    m_subject = subject;
    m_question->setText(question);
    m_give->setLabel(button);
    m_text->setValue(m_jotter.jotted(subject));
    m_field->clearMessage();
    setPhrases(phrases);
    show();
    m_text->setFocus();
}

void ReasonPrompt::setLabel(const QString& label) {
    m_label = label;
    retranslate();
}

QString ReasonPrompt::reason() const {
    return m_text->value();
}

void ReasonPrompt::settle() {
    m_jotter.jot(m_subject, {});
}

void ReasonPrompt::setPhrases(const QStringList& phrases) {
    qDeleteAll(m_phrases->findChildren<ActionButton*>(QString(), Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        const QKeySequence key = i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)) : QKeySequence();
        auto* button = new ActionButton(ButtonKind::Quiet, QString(), key, m_phrases);
        button->setLabel(phrases.at(i));
        button->setElided(true);
        button->setWhatsThis(tr("A usual reason"));
        connect(button, &QPushButton::clicked, this, [this, phrase = phrases.at(i)] {
            m_text->setValue(phrase);
            m_text->setFocus();
        });
        m_phrases->layout()->addWidget(button);
        m_phrases->layout()->setAlignment(button, Qt::AlignLeft);
    }
    m_phrases->setVisible(!phrases.isEmpty());
}

void ReasonPrompt::give() {
    if (reason().isEmpty()) {
        m_field->setMessage(tr("Write it down: it is kept with the dossier."));
        m_text->setFocus();
        return;
    }
    hide();
    emit given(reason());
}

void ReasonPrompt::takeBack() {
    hide();
    emit cancelled();
}

void ReasonPrompt::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        takeBack();
    else
        QFrame::keyPressEvent(event);
}

bool ReasonPrompt::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        takeBack();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ReasonPrompt::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ReasonPrompt::retranslate() {
    m_field->setLabel(m_label.isEmpty() ? tr("Reason") : m_label);
    m_cancel->setLabel(tr("Go back"));
}

}
