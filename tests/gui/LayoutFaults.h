#pragma once

#include <QStringList>

class QWidget;

// What is wrong with how a window is laid out, found by measuring what it shows now. One line a fault; empty when all is well.
namespace motcua::test {

/// Words, badges, keys, combos, tabs, heads and cells of tables that have less room than they need and are not meant to give way; anything that
/// stands partly outside what shows it; one scroll bar within another; acts of a place in more than one row, or that scroll away; editors whose
/// name for a screen reader is not their label.
QStringList layoutFaults(const QWidget& window);

/// Buttons of `window` whose focus ring is drawn where their words are, or whose words move when they get the focus. Moves the focus.
QStringList ringFaults(QWidget& window);

/// Whether all of it is to be seen without scrolling.
bool isInSight(const QWidget& widget);

}
