#include "app/ui/books/RowNotePanel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

using domain::NoteKind;

RowNotePanel::RowNotePanel(QWidget* parent)
    : QFrame(parent), m_question(new TextLabel(TextRole::Section, this)), m_kind(new QComboBox(this)),
      m_kindField(new Field(QString(), m_kind, this)), m_words(new TextArea(this)), m_wordsField(new Field(QString(), m_words, this)),
      m_ground(new TextEdit(this)), m_groundField(new Field(QString(), m_ground, this)), m_initials(new TextEdit(this)),
      m_initialsField(new Field(QString(), m_initials, this)), m_follows(new TextLabel(TextRole::Muted, this)),
      m_give(new ActionButton(ButtonKind::Primary, QStringLiteral("pencil"), QKeySequence(Qt::CTRL | Qt::Key_Return), this)),
      m_leave(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    setObjectName(QStringLiteral("card"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    const Metrics& metrics = theme().metrics();
    m_kind->setObjectName(QStringLiteral("noteKind"));
    m_words->setObjectName(QStringLiteral("noteWords"));
    m_ground->setObjectName(QStringLiteral("noteGround"));
    m_initials->setObjectName(QStringLiteral("noteInitials"));
    for (const NoteKind each : {NoteKind::Amended, NoteKind::Corrected, NoteKind::Remark})
        m_kind->addItem(QString(), static_cast<int>(each));
    m_words->setTabChangesFocus(true);
    constexpr int linesShown = 3;
    m_words->setMaximumHeight(m_words->fontMetrics().lineSpacing() * linesShown + metrics.space(5));
    m_question->setWordWrap(true);
    m_follows->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    column->addWidget(m_question);
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics.space(4));
    line->addWidget(m_kindField, 2);
    line->addWidget(m_groundField, 3);
    line->addWidget(m_initialsField, 1);
    column->addLayout(line);
    column->addWidget(m_wordsField);
    column->addWidget(m_follows);
    auto* buttons = new ActionRow(Qt::AlignRight);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_give);
    column->addLayout(buttons);
    for (QWidget* each :
        {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_ground), static_cast<QWidget*>(m_initials)})
        each->installEventFilter(this);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RowNotePanel::follow);
    connect(m_words, &QPlainTextEdit::textChanged, m_wordsField, &Field::clearMessage);
    connect(m_ground, &QLineEdit::textChanged, m_groundField, &Field::clearMessage);
    connect(m_initials, &QLineEdit::textChanged, m_initialsField, &Field::clearMessage);
    connect(m_give, &QPushButton::clicked, this, &RowNotePanel::give);
    connect(m_leave, &QPushButton::clicked, this, &RowNotePanel::leave);
    retranslate();
    hide();
}

NoteKind RowNotePanel::kind() const {
    return static_cast<NoteKind>(m_kind->currentData().toInt());
}

void RowNotePanel::ask(const domain::BookEntry& entry, const QString& initials) {
    if (entry.volume != m_row.volume || entry.number != m_row.number)
        clear();
    m_row = {entry.volume, entry.number};
    m_about = entry.numberLabel;
    if (m_initials->value().isEmpty())
        m_initials->setValue(initials);
    retranslate();
    follow();
    show();
    m_kind->setFocus();
}

void RowNotePanel::clear() {
    m_row = {};
    m_kind->setCurrentIndex(0);
    m_words->setValue(QString());
    m_ground->setValue(QString());
    m_initials->setValue(QString());
}

/// A remark rests on nothing, and only a correction is initialled.
void RowNotePanel::follow() {
    for (Field* field : {m_wordsField, m_groundField, m_initialsField})
        field->clearMessage();
    m_groundField->setVisible(kind() != NoteKind::Remark);
    m_initialsField->setVisible(kind() == NoteKind::Corrected);
    m_follows->setText(
        kind() == NoteKind::Corrected
            ? tr("On the paper: the wrong words are underlined, the right ones written in the margin with initials, date and stamp (Article 39).")
            : tr("The row itself stays as it was written; the note stands beside it, on screens, in print and in files."));
}

void RowNotePanel::give() {
    follow();
    const auto lacks = [](Field* field, const QString& value, const QString& message) {
        if (!field->isVisibleTo(field->parentWidget()) || !value.isEmpty())
            return false;
        field->setMessage(message);
        return true;
    };
    // Told of all, the focus where the first is.
    QWidget* first = nullptr;
    if (lacks(m_initialsField, m_initials->value(), tr("A correction is initialled.")))
        first = m_initials;
    if (lacks(m_groundField, m_ground->value(), tr("Say what it rests on.")))
        first = m_ground;
    if (lacks(m_wordsField, m_words->value(), tr("Say what is noted.")))
        first = m_words;
    if (first) {
        first->setFocus();
        return;
    }
    domain::RowNote note;
    note.kind = kind();
    note.words = m_words->value();
    note.ground = kind() == NoteKind::Remark ? QString() : m_ground->value();
    note.initials = kind() == NoteKind::Corrected ? m_initials->value() : QString();
    emit given(note);
}

void RowNotePanel::leave() {
    hide();
    emit cancelled();
}

bool RowNotePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void RowNotePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

void RowNotePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void RowNotePanel::retranslate() {
    m_question->setText(tr("Note beside number %1").arg(m_about));
    m_kindField->setLabel(tr("What it is"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, words::noteKind(static_cast<NoteKind>(m_kind->itemData(i).toInt())));
    m_wordsField->setLabel(tr("What is noted"));
    m_groundField->setLabel(tr("What it rests on"));
    m_initialsField->setLabel(tr("Initials"));
    m_give->setLabel(tr("Note it"));
    m_leave->setLabel(tr("Go back") + QStringLiteral("  ·  Esc"));
    follow();
}

}
