#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace motcua::test {

/// Presses keys on whatever has the focus, as a hand at the counter does, and counts them.
struct Hand {
    int presses = 0;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(target(), key, modifiers);
        ++presses;
    }
    /// Letter by letter as an input method does; also Vietnamese, on which QTest::keyClicks() aborts.
    void type(const QString& text) {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
        presses += static_cast<int>(text.size());
    }
    /// Tab until the widget with this accessible name has the focus; false when Tab does not lead there.
    bool tabTo(const QString& name) {
        constexpr int longestWalk = 100;
        for (int i = 0; i < longestWalk; ++i) {
            if (target()->accessibleName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    static QWidget* target() {
        if (QWidget* popup = QApplication::activePopupWidget())
            return popup;
        // The offscreen platform leaves the activation with a popup that has closed.
        QWidget* focus = QApplication::focusWidget();
        if (focus && !focus->isActiveWindow())
            QApplication::setActiveWindow(focus->window());
        else if (const QWidget* active = QApplication::activeWindow(); !focus && (!active || !active->isVisible()))
            activateShown();
        focus = QApplication::focusWidget();
        return focus ? focus : QApplication::activeWindow();
    }
    static void activateShown() {
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible() && window->windowType() == Qt::Window)
                QApplication::setActiveWindow(window);
    }
    /// Object name of what has the focus.
    static QString place() {
        const QWidget* focus = QApplication::activePopupWidget() ? QApplication::focusWidget() : target();
        return focus ? focus->objectName() : QString();
    }
};

}
