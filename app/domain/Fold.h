#pragma once

#include <QString>

// Comparing Vietnamese text (language.md §1, §2). What is shown and stored is never folded.
namespace motcua::domain {

/// Canonical text: NFC, with the look-alikes ð and Ð turned into đ and Đ, without signs that cannot be seen (zero-width spaces, marks of
/// direction), which come with what is pasted. Every text from outside goes through it.
QString canonical(const QString& text);

/// ' and what stands for it on cards and in texts: ’ ‘ ʼ ′ ´ `. H'Hen, H’Hen and HʼHen are one name, each kept as it was written.
bool isApostrophe(QChar c);

/// Lower case, without diacritics, đ as d and ƀ as b; hyphen, apostrophe and dot as a space; spaces collapsed.
QString fold(const QString& text);

/// As fold(), and i and y are one letter (Lý, Lí). For search keys on both sides, never for display.
QString searchKey(const QString& text);

/// Whether two names are one, written in large or small letters and with the tone of oa, oe, uy on either vowel, with i or y; every mark counts.
bool isSameName(const QString& one, const QString& other);

/// Moves the tone of an open syllable oa, oe, uy to the first vowel (hoà → hòa); "quý" stays.
QString oldStyleTones(const QString& text);

}
