#include "app/ui/shell/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace motcua::ui {

IdleWatch::IdleWatch(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool IdleWatch::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        emit used();
        break;
    default:
        break;
    }
    return false;
}

}
