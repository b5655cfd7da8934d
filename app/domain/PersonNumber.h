#pragma once

#include <QString>

namespace motcua::domain {

// The number by which a person is known who comes for somebody else: their personal number, or their passport's.

/// Capital letters and digits, 20 at most. True for an empty text.
bool isPassportNumber(const QString& number);
/// A passport's that cannot be a personal number: five signs or more with a letter among them, or 6 to 11 digits as some states number theirs.
bool isPassportsOnly(const QString& number);
/// 12 digits.
bool isPersonalNumber(const QString& number);
/// 12 digits, or isPassportsOnly(). True for an empty text.
bool isPersonNumber(const QString& number);
/// As numbers are compared, however one was typed: capital letters and digits alone, those of other widths as the usual ones.
QString comparedNumber(const QString& typed);

}
