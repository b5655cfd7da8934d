#include "app/ui/widgets/UndoPast.h"

#include "app/ui/widgets/LineIn.h"

#include <QApplication>
#include <QKeyEvent>

namespace motcua::ui {

void UndoPast::watch(bool isStep) {
    if (m_watches && !isStep)
        qApp->removeEventFilter(this);
    else if (!m_watches && isStep)
        qApp->installEventFilter(this);
    m_watches = isStep;
    if (isStep)
        noteField(QApplication::focusWidget());
}

void UndoPast::noteField(QWidget* field) {
    m_field = field;
    m_text = textIn(field);
}

bool UndoPast::eventFilter(QObject* watched, QEvent* event) {
    QWidget* focus = QApplication::focusWidget();
    if (watched != focus)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn && focus != m_field)
        noteField(focus);
    if (event->type() != QEvent::ShortcutOverride || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo))
        return QObject::eventFilter(watched, event);
    if (focus != m_field || textIn(focus) != m_text)
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

}
