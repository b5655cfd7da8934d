#pragma once

#include <QAbstractSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace motcua::ui {

/// The line that is typed into in a field, a number's too; null: it has none.
inline QLineEdit* lineIn(QWidget* field) {
    auto* spin = qobject_cast<QAbstractSpinBox*>(field);
    return spin ? spin->findChild<QLineEdit*>() : qobject_cast<QLineEdit*>(field);
}

/// What stands in a field of text, of one line or several; empty in any other.
inline QString textIn(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return line->text();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area ? area->toPlainText() : QString();
}

}
