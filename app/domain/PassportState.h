#pragma once

#include <QString>

#include <optional>

namespace motcua::domain {

/// The Vietnamese name of the state or body whose code of three letters a passport bears (ICAO 9303 part 3, section 5; ISO 3166-1):
/// KOR → "Hàn Quốc". A code that is not known is given back as it is.
QString passportStateName(const QString& code);
/// A code in small letters gets its capitals ("kor"), unless it is a state's name ("nga"); all else stays.
QString tidiedState(const QString& text);
/// Whether it can name a state. What looks like a code, up to three Latin letters, must be one that passports bear, or a name that is as short
/// ("Lao", "Nga"); longer words are not judged. True for an empty text.
bool mayBeState(const QString& text);
/// Whether both name one state, by code or by name ("KOR", "Hàn Quốc"); nothing where one of them is not known here.
std::optional<bool> sameState(const QString& one, const QString& other);

}
