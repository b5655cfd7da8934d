#include "app/ui/shell/HeldKeys.h"

#include "app/ui/widgets/Writing.h"

#include <QKeyEvent>

namespace motcua::ui {

namespace {

quint32 keyOf(const QKeyEvent& event) {
    // Letters that need a shift are on one key with those that do not.
    return event.nativeScanCode() != 0 ? event.nativeScanCode() : static_cast<quint32>(event.key());
}

KeyPresses::Moment momentOf(const QKeyEvent& event) {
    return KeyPresses::Moment(static_cast<qint64>(event.timestamp()));
}

bool moves(int key) {
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

bool writes(const QKeyEvent& event) {
    const bool plain = (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    const bool takesBack = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    return plain && (takesBack || (!event.text().isEmpty() && event.text().at(0).isPrint()));
}

}

bool HeldKeys::keeps(const QKeyEvent& press) {
    if (!isRepeat(press))
        return false;
    // One that the platform overlooked would be a stroke to everybody.
    return !press.isAutoRepeat() || !(moves(press.key()) || (writes(press) && (isWriting() || isLineInFocus())));
}

bool HeldKeys::isRepeat(const QKeyEvent& press) {
    return press.timestamp() == 0 ? press.isAutoRepeat() : m_presses.isRepeat(keyOf(press), momentOf(press), press.isAutoRepeat());
}

void HeldKeys::note(const QKeyEvent& release) {
    if (release.timestamp() != 0)
        m_presses.released(keyOf(release), momentOf(release));
}

}
