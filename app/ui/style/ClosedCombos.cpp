#include "app/ui/style/ClosedCombos.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace motcua::ui {

namespace {

bool movesPage(const QEvent& event) {
    if (event.type() == QEvent::Wheel)
        return true;
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_Home || key == Qt::Key_End;
}

}

ClosedCombos::ClosedCombos(QApplication* application) : QObject(application) {
    application->installEventFilter(this);
}

/// One that is open gets none: its list does.
bool ClosedCombos::eventFilter(QObject* watched, QEvent* event) {
    if (!movesPage(*event) || !qobject_cast<QComboBox*>(watched))
        return false;
    event->ignore();
    return true;
}

}
