#pragma once

#include <QString>

namespace motcua::domain {

// What tells that a card's code was changed on the way from the reader to the program, and by what. Each is said only where it is
// certain: a name that merely looks typed by an input method ("Trần Alex", "Hoàng Jeff") is none of these.

/// The reader sends its letters by another code page than the program reads: "Nguyá»…n", "Nguy峄卬", "Nguy�n".
bool isOfAnotherCodePage(const QString& text);

/// A Vietnamese input method (Telex, VNI) rewrote the letters, or its keys were left in them: "Nguyêễn", "Nguyeenx", "Nguye64n".
bool wentThroughInputMethod(const QString& name, const QString& address);

/// The reader or the keyboard layout left letters with marks out, or wrote ? or the plain letter for them: "Hunh Hiu Thun".
bool lostLetters(const QString& name, const QString& address);

}
