#include "app/ui/intake/LastDone.h"

#include "app/counter/PageActs.h"
#include "app/ui/widgets/LineIn.h"
#include "app/ui/widgets/PlacePage.h"

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

bool isText(QWidget* field) {
    return lineIn(field) || qobject_cast<QPlainTextEdit*>(field);
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

LastDone::LastDone(counter::PageActs& pages, QWidget* panel) : QObject(panel), m_pages(pages), m_panel(panel) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || now->window() == m_panel->window())
            watch(now && isText(now) && isHere(now) ? now : nullptr);
    });
    connect(&pages, &counter::PageActs::changed, this, &LastDone::follow);
}

bool LastDone::isHere(const QWidget* field) const {
    const QWidget* place = m_panel;
    while (place->parentWidget() && !qobject_cast<const PlacePage*>(place))
        place = place->parentWidget();
    return place->isAncestorOf(field);
}

QWidget* LastDone::typedLast() const {
    if (m_acts.empty() || m_pages.count() == 0)
        return nullptr;
    const Act& act = m_acts.back();
    const auto typed = std::find_if(act.typed.rbegin(), act.typed.rend(),
        [&act](const QPointer<QWidget>& field) { return field && field->isVisible() && act.texts.value(field.data()) != textIn(field); });
    return typed != act.typed.rend() ? typed->data() : nullptr;
}

bool LastDone::undoText() {
    QWidget* field = typedLast();
    if (!field)
        return false;
    if (!canUndo(field))
        return true;
    // What changes in a field is said to the form when the cursor leaves it.
    field->setFocus(Qt::OtherFocusReason);
    if (QLineEdit* line = lineIn(field))
        line->undo();
    else if (auto* area = qobject_cast<QPlainTextEdit*>(field))
        area->undo();
    return true;
}

void LastDone::watch(QWidget* focus) {
    if (m_field)
        m_field->removeEventFilter(this);
    disconnect(m_changing);
    m_field = focus;
    if (!m_field)
        return;
    m_field->installEventFilter(this);
    if (QLineEdit* line = lineIn(m_field))
        m_changing = connect(line, &QLineEdit::textChanged, this, &LastDone::noteChange);
    else if (auto* area = qobject_cast<QPlainTextEdit*>(m_field.data()))
        m_changing = connect(area, &QPlainTextEdit::textChanged, this, &LastDone::noteChange);
    note(m_field);
}

void LastDone::noteChange() {
    if (m_acts.empty() || !m_field)
        return;
    auto& typed = m_acts.back().typed;
    typed.erase(std::remove(typed.begin(), typed.end(), m_field), typed.end());
    typed.push_back(m_field);
}

/// Acts are forgotten when pages come, and the oldest when there are many.
void LastDone::follow() {
    const auto acts = static_cast<size_t>(m_pages.count());
    if (acts < m_acts.size()) {
        m_acts.resize(acts);
        if (m_field)
            note(m_field);
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
    if (!m_acts.empty() && !m_acts.back().texts.contains(field))
        m_acts.back().texts.insert(field, textIn(field));
}

bool LastDone::eventFilter(QObject* watched, QEvent* event) {
    const bool isUndo = event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo);
    if (!isUndo || watched != m_field || m_acts.empty() || m_pages.count() == 0 || typedLast() == m_field)
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

}
