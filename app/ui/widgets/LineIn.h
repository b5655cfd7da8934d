#pragma once

#include <QAbstractSpinBox>
#include <QLineEdit>

namespace motcua::ui {

/// The line that is typed into in a field, a number's too; null: it has none.
inline QLineEdit* lineIn(QWidget* field) {
    auto* spin = qobject_cast<QAbstractSpinBox*>(field);
    return spin ? spin->findChild<QLineEdit*>() : qobject_cast<QLineEdit*>(field);
}

}
