#include "app/ui/widgets/KeyRepeat.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>

namespace motcua::ui {

namespace {

class Watch : public QObject {
public:
    using QObject::QObject;
    bool isHeld = false;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
            isHeld = static_cast<QKeyEvent*>(event)->isAutoRepeat();
        return false;
    }
};

QPointer<Watch>& watch() {
    static QPointer<Watch> only;
    return only;
}

}

bool isKeyHeld() {
    return watch() && watch()->isHeld;
}

void watchKeyRepeats() {
    if (watch() || !QCoreApplication::instance())
        return;
    watch() = new Watch(QCoreApplication::instance());
    QCoreApplication::instance()->installEventFilter(watch());
}

}
