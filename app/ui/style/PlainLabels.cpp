#include "app/ui/style/PlainLabels.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

namespace motcua::ui {

PlainLabels::PlainLabels(QApplication* application) : QObject(application) {
    application->installEventFilter(this);
}

/// Polishing comes before a label is first measured or drawn; a tool tip polishes itself before it is given its text.
bool PlainLabels::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish)
        if (auto* label = qobject_cast<QLabel*>(watched))
            label->setTextFormat(Qt::PlainText);
    return false;
}

}
