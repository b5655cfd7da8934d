#pragma once

#include <QAccessible>

class QWidget;

namespace motcua::ui {

/// Has a screen reader say the widget's accessible name now.
inline void announce(QWidget* widget) {
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

}
