#pragma once

#include <QString>

namespace motcua::domain {

/// A sign that cannot be seen on screen or paper: controls, marks of direction, zero-width spaces, fillers that look like a blank,
/// what Unicode says to pass over, and what is no character. A blank, a tab and the end of a line are none.
bool isUnseen(char32_t sign);

/// The text without them.
QString withoutUnseen(const QString& text);

}
