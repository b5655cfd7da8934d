#include "app/ui/shell/FocusKeeper.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>

namespace motcua::ui {

namespace {

/// Whether a key that was meant for something else does or changes something there.
bool acts(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget);
}

}

FocusKeeper::FocusKeeper(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusKeeper::follow(QWidget* now) {
    QWidget* instead = !m_around.empty() && isLost() && (!now || acts(*now)) ? home() : nullptr;
    if (instead && (!now || now->window() == instead->window())) {
        m_around.clear();
        instead->setFocus();
        return;
    }
    // Another window has it, or what had it is being deleted: told when it is gone.
    if (!now)
        return;
    if (m_focus != now && m_focus)
        disconnect(m_focus, &QObject::destroyed, this, nullptr);
    // Qt says nothing of the focus of what is deleted.
    if (m_focus != now)
        connect(now, &QObject::destroyed, this, &FocusKeeper::lookAgain, Qt::QueuedConnection);
    m_focus = now;
    m_around.clear();
    for (QWidget* each = now->parentWidget(); each; each = each->isWindow() ? nullptr : each->parentWidget())
        m_around.emplace_back(each);
}

void FocusKeeper::lookAgain() {
    follow(QApplication::focusWidget());
}

bool FocusKeeper::isLost() const {
    return !m_focus || !m_focus->isVisible() || !m_focus->isEnabled();
}

/// The nearest that has a name for screen readers; null where the whole place is gone.
QWidget* FocusKeeper::home() const {
    for (const QPointer<QWidget>& each : m_around)
        if (each && each->isVisible() && each->isEnabled() && !each->accessibleName().isEmpty())
            return each;
    return nullptr;
}

}
