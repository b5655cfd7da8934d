#pragma once

#include <QString>

namespace motcua::domain {

/// A sign that cannot be seen on screen or paper: controls, marks of direction, zero-width spaces, fillers that look like a blank,
/// what Unicode says to pass over, and what is no character. A blank, a tab and the end of a line are none.
bool isUnseen(char32_t sign);

/// The text without them.
QString withoutUnseen(const QString& text);

/// Whether there is nothing to read in the text: it is empty, or blanks and signs that cannot be seen. The one answer to "was something written
/// there", at desks and at the province.
bool saysNothing(const QString& text);

}
