#pragma once

#include <QString>

// The one rule of text in records: what can be read as it is written, on every screen and paper.
namespace motcua::domain {

/// Marks that may follow one letter after NFC. Vietnamese needs none (every letter with its tone is one sign), the peoples' languages of Viet Nam
/// two at most; Khmer, Lao and pointed Arabic three.
inline constexpr int mostMarks = 3;

/// In NFC, without signs that cannot be seen (UnseenSigns.h: controls and NUL, overrides and isolates of direction, zero-width signs, fillers,
/// private use, halves of a pair) and separators of lines and paragraphs, and with at most `mostMarks` marks in a row. A blank, a tab and the end of
/// a line are text. How long it may be is each field's affair (EventChecks.h).
bool isPlain(const QString& text);

/// Whether a letter of any script is in it: a name has one. Marks alone, digits, pictures and signs that stand for something else are none.
bool hasLetter(const QString& text);

/// The same text so that isPlain() holds: in NFC, separators as ends of lines, and without what else may not stand in it.
QString madePlain(const QString& text);

}
