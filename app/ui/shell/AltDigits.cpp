#include "app/ui/shell/AltDigits.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace motcua::ui {

AltDigits::AltDigits(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

/// Shortcuts have had their turn when a key is pressed.
bool AltDigits::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isAlt = (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    return isAlt && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9;
}

}
