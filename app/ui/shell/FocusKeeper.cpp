#include "app/ui/shell/FocusKeeper.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

#include <algorithm>

namespace motcua::ui {

namespace {

/// Whether a key that was meant for something else does or changes something there.
bool acts(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget);
}

bool isStop(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

}

FocusKeeper::FocusKeeper(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusKeeper::follow(QWidget* now) {
    QWidget* instead = !m_around.empty() && isLost() && (!now || acts(*now)) ? home() : nullptr;
    if (instead && (!now || now->window() == instead->window())) {
        goHome(instead);
        return;
    }
    // Another window has it, or what had it is being deleted: told when it is gone.
    if (!now)
        return;
    if (now != m_home)
        leaveHome();
    if (m_focus != now && m_focus)
        disconnect(m_focus, &QObject::destroyed, this, nullptr);
    // Qt says nothing of the focus of what is deleted.
    if (m_focus != now)
        connect(now, &QObject::destroyed, this, &FocusKeeper::lookAgain, Qt::QueuedConnection);
    m_focus = now;
    remember(now);
}

void FocusKeeper::remember(QWidget* now) {
    m_around.clear();
    for (QWidget* each = now->parentWidget(); each; each = each->isWindow() ? nullptr : each->parentWidget())
        m_around.emplace_back(each);
    const auto stops = [now](QWidget* (QWidget::*next)() const) {
        Stops found;
        for (QWidget* each = (now->*next)(); each && each != now; each = (each->*next)())
            if (isStop(*each))
                found.emplace_back(each);
        return found;
    };
    m_after = stops(&QWidget::nextInFocusChain);
    m_before = stops(&QWidget::previousInFocusChain);
}

void FocusKeeper::goHome(QWidget* home) {
    leaveHome();
    m_home = home;
    m_onward = beside(true);
    m_back = beside(false);
    m_around.clear();
    home->installEventFilter(this);
    home->setFocus();
}

void FocusKeeper::leaveHome() {
    if (m_home)
        m_home->removeEventFilter(this);
    m_home = nullptr;
}

/// The nearest of those that are left, in the row or card that is left; where nothing follows there, what stood before it. Null: whatever
/// stands there was made since.
QWidget* FocusKeeper::beside(bool onward) const {
    for (const QPointer<QWidget>& around : m_around) {
        if (!around || !around->isVisible())
            continue;
        for (const Stops* stops : {onward ? &m_after : &m_before, onward ? &m_before : &m_after}) {
            const auto found = std::find_if(stops->begin(), stops->end(), [&](const QPointer<QWidget>& each) {
                return each && each != m_focus && around->isAncestorOf(each) && each->isVisible() && each->isEnabled();
            });
            if (found != stops->end())
                return *found;
        }
        if (around == m_home)
            break;
    }
    return nullptr;
}

bool FocusKeeper::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_home || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    QWidget* next = key == Qt::Key_Tab ? m_onward.data() : key == Qt::Key_Backtab ? m_back.data() : nullptr;
    if (!next || !next->isVisible() || !next->isEnabled())
        return QObject::eventFilter(watched, event);
    next->setFocus(key == Qt::Key_Tab ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
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
