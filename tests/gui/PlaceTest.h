#pragma once

#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "tests/gui/Harness.h"

#include <QTest>

#include <algorithm>

// What the tests of the places share: steps by keyboard, and looking at what they led to.
namespace motcua::test {

/// Signs in and goes to `place`.
inline void begin(Harness& harness, const QString& login, const QString& place) {
    QVERIFY(harness.signIn(login));
    QVERIFY(harness.desk().go(place));
}

/// To whatever has the focus, as a keyboard does it.
inline void press(Harness& harness, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* focus = harness.window->focusWidget();
    QTest::keyClick(focus ? focus : harness.window.get(), key, modifiers);
}

inline bool canPress(const Harness& harness, Qt::Key key) {
    const auto buttons = harness.window->findChildren<ui::ActionButton*>();
    return std::any_of(buttons.begin(), buttons.end(),
        [key](const ui::ActionButton* button) { return button->isVisible() && button->isEnabled() && button->key() == QKeySequence(key); });
}

inline ui::Banner* bannerOf(Harness& harness, const QString& place) {
    return harness.desk().page(place)->banner();
}

inline QString wordsOf(const Harness& harness) {
    return harness.visibleWords().join(QLatin1Char('\n'));
}

}
