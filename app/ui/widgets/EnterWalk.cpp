#include "app/ui/widgets/EnterWalk.h"

#include "app/ui/widgets/ActionButton.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QChildEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidget>

namespace motcua::ui {

namespace {

constexpr const char* ownEnter = "ownEnter";

bool walks(const QObject* object) {
    if (object->property(ownEnter).toBool())
        return false;
    return qobject_cast<const QLineEdit*>(object) || qobject_cast<const QAbstractSpinBox*>(object) || qobject_cast<const QComboBox*>(object) ||
           qobject_cast<const QCheckBox*>(object);
}

}

/// Whether Enter stops there. A button that has a key of its own is no field.
bool EnterWalk::isStation(const QWidget& widget) const {
    const auto* button = qobject_cast<const ActionButton*>(&widget);
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isVisibleTo(m_form) && widget.isEnabled() && !widget.focusProxy() &&
           (!button || button->key().isEmpty());
}

EnterWalk::EnterWalk(QWidget* form) : QObject(form), m_form(form) {
    adopt(form);
}

void EnterWalk::exempt(QWidget* editor) {
    editor->setProperty(ownEnter, true);
}

void EnterWalk::adopt(QObject* object) {
    if (!object->isWidgetType())
        return;
    object->installEventFilter(this);
    for (QObject* child : object->children())
        adopt(child);
}

bool EnterWalk::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildPolished)
        adopt(static_cast<QChildEvent*>(event)->child());
    if (event->type() != QEvent::KeyPress || !walks(watched))
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || key->modifiers().testFlag(Qt::ControlModifier))
        return false;
    auto* editor = static_cast<QWidget*>(watched);
    // A spin box or an editable combo box is walked once, by its own line edit's parent.
    if (auto* parent = editor->parentWidget(); parent && walks(parent))
        editor = parent;
    if (auto* spin = qobject_cast<QAbstractSpinBox*>(editor))
        spin->interpretText();
    QWidget* next = editor->nextInFocusChain();
    while (next != editor && (!isStation(*next) || !m_form->isAncestorOf(next) || editor->isAncestorOf(next)))
        next = next->nextInFocusChain();
    if (next != editor)
        next->setFocus(Qt::TabFocusReason);
    return true;
}

}
