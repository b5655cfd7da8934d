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

bool isText(QWidget* field) {
    return lineIn(field) || qobject_cast<QPlainTextEdit*>(field);
}

bool canUndo(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return line->isUndoAvailable();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area && area->document()->isUndoAvailable();
}

/// What a person said by it: a date or an amount is written out when the cursor leaves it, and blanks at the ends are taken off.
QString bare(const QWidget* field, const QString& text) {
    const bool isNumber = qobject_cast<const QAbstractSpinBox*>(field);
    QString said;
    for (const QChar sign : text)
        if (sign.isDigit() || (sign.isLetter() && !isNumber))
            said += sign.toLower();
    return said;
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
    const auto typed = std::find_if(act.typed.rbegin(), act.typed.rend(), [&act](const Typed& each) {
        return each.field && each.field->isVisible() && textIn(each.field) == each.text && act.texts.value(each.field.data()) != each.text;
    });
    return typed != act.typed.rend() ? typed->field.data() : nullptr;
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

/// Whatever is set by program, a field cannot take back: that is how it is told from what was typed. What was typed is tidied when the cursor
/// leaves the field, and was typed all the same.
void LastDone::noteChange() {
    if (m_acts.empty() || !m_field)
        return;
    auto& typed = m_acts.back().typed;
    const QString now = textIn(m_field);
    if (canUndo(m_field)) {
        std::erase_if(typed, [this](const Typed& each) { return each.field == m_field; });
        typed.push_back({m_field, now});
        return;
    }
    const auto before = std::find_if(typed.begin(), typed.end(), [this](const Typed& each) { return each.field == m_field; });
    if (before != typed.end() && bare(m_field, before->text) == bare(m_field, now))
        before->text = now;
    else
        forget(m_field);
}

/// What stands there now was not typed.
void LastDone::forget(QWidget* field) {
    Act& act = m_acts.back();
    std::erase_if(act.typed, [field](const Typed& each) { return each.field == field; });
    act.texts.insert(field, textIn(field));
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

/// While the cursor was elsewhere it may have been filled.
void LastDone::note(QWidget* field) {
    if (m_acts.empty())
        return;
    const auto& typed = m_acts.back().typed;
    const bool stands =
        std::any_of(typed.begin(), typed.end(), [field](const Typed& each) { return each.field == field && each.text == textIn(field); });
    if (!stands)
        forget(field);
}

bool LastDone::eventFilter(QObject* watched, QEvent* event) {
    const bool isUndo = event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo);
    if (!isUndo || watched != m_field || m_acts.empty() || m_pages.count() == 0 || typedLast() == m_field)
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

}
