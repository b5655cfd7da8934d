#include "app/ui/widgets/Writing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QVariant>

namespace motcua::ui {

bool isWriting() {
    const QWidget* focus = QApplication::focusWidget();
    return focus && focus->isEnabled() && focus->testAttribute(Qt::WA_InputMethodEnabled) && !qobject_cast<const QAbstractItemView*>(focus);
}

bool isLineInFocus() {
    const auto* line = qobject_cast<const QLineEdit*>(QApplication::focusWidget());
    return line && line->isEnabled() && !line->isReadOnly();
}

bool isWritingElsewhere() {
    const QWidget* focus = QApplication::focusWidget();
    return focus && focus->isEnabled() && focus->property(writesElsewhere).toBool();
}

}
