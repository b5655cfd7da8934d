#include "app/ui/intake/LastDone.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/widgets/LineIn.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>

namespace motcua::ui {

namespace {

QString textIn(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return line->text();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area ? area->toPlainText() : QString();
}

bool canUndo(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return line->isUndoAvailable();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area && area->document()->isUndoAvailable();
}

/// A field undoes in one what was typed in one go: what follows is another go.
void endGo(QWidget* field) {
    QLineEdit* line = lineIn(field);
    if (!line || line->text().isEmpty() || line->hasSelectedText())
        return;
    const int cursor = line->cursorPosition();
    line->setCursorPosition(cursor == 0 ? 1 : 0);
    line->setCursorPosition(cursor);
}

}

LastDone::LastDone(counter::IntakeForm& form, QWidget* panel) : QObject(panel), m_form(form) {
    connect(qApp, &QApplication::focusChanged, this, [this, panel](QWidget*, QWidget* now) {
        if (!now || now->window() == panel->window())
            watch(now);
    });
    connect(&form, &counter::IntakeForm::pagesChanged, this, &LastDone::follow);
    connect(&form, &counter::IntakeForm::procedureChanged, this, &LastDone::follow);
}

bool LastDone::isPages() const {
    if (m_acts.empty() || m_form.pageActs() == 0)
        return false;
    return !m_field || !canUndo(m_field) || m_acts.back().value(m_field.data(), textIn(m_field)) == textIn(m_field);
}

void LastDone::watch(QWidget* focus) {
    if (m_field)
        m_field->removeEventFilter(this);
    m_field = focus;
    if (!m_field)
        return;
    m_field->installEventFilter(this);
    note(m_field);
}

/// The form forgets its acts when pages come, and the oldest when there are many.
void LastDone::follow() {
    const auto acts = static_cast<size_t>(m_form.pageActs());
    if (acts < m_acts.size()) {
        m_acts.resize(acts);
        return;
    }
    if (acts == 0)
        return;
    m_acts.emplace_back();
    while (m_acts.size() > acts)
        m_acts.erase(m_acts.begin());
    if (!m_field)
        return;
    note(m_field);
    endGo(m_field);
}

void LastDone::note(QWidget* field) {
    if (!m_acts.empty() && !m_acts.back().contains(field))
        m_acts.back().insert(field, textIn(field));
}

bool LastDone::eventFilter(QObject* watched, QEvent* event) {
    const bool isUndo = event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo);
    if (!isUndo || watched != m_field || !isPages())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

}
