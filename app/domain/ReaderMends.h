#pragma once

#include <QStringList>

namespace motcua::domain {

/// What a reader sent, without what readers and hosts put around it: line ends, a byte order mark, the symbology's sign ("]Q1"), full-width
/// figures; a text that came twice in one, once.
QString asRead(const QString& text);

/// What the text may have been before Caps Lock or a keyboard layout that leaves the letters alone changed it; the text itself is not
/// among them. A guess each: only one that reads whole, and alone, counts.
QStringList mends(const QString& text);

/// The same for layouts that move letters too: they tell the cause, and mend only what has no words in it.
QStringList layoutGuesses(const QString& text);

}
