#pragma once

#include <QStringList>

namespace motcua::domain {

/// What a reader sent, without what readers and hosts put around it: line ends, a byte order mark, the symbology's sign ("]Q1"), full-width
/// figures; a text that came twice in one, once.
QString asRead(const QString& text);

/// What the text may have been before Caps Lock or a keyboard layout that leaves the letters alone changed it; the text itself is not
/// among them. A guess each: only one that reads whole, and alone, counts.
QStringList mends(const QString& text);

/// The same where Caps Lock turned some of the letters only: those of ASCII, all others, or those that Unicode has for Vietnamese alone; which of
/// them depends on how a reader sends what no key has.
QStringList caseMends(const QString& text);

/// Whether Caps Lock has turned letters within this name: no word of a name goes from small to large, or has one letter with a mark that is large
/// between small ones.
bool isCaseTurned(const QString& name);
/// Likewise, of any text, by letters with marks alone: words may stand together without a blank.
bool isMarkTurned(const QString& text);
/// Every word begins large and goes on small, or every word is large.
bool isOfOneCase(const QString& name);

/// The same for layouts that move letters too: they tell the cause, and mend only what has no words in it.
QStringList layoutGuesses(const QString& text);

}
