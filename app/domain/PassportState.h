#pragma once

#include <QString>

namespace motcua::domain {

/// The Vietnamese name of the state or body whose code of three letters a passport bears (ICAO 9303 part 3, section 5; ISO 3166-1):
/// KOR → "Hàn Quốc". A code that is not known is given back as it is.
QString passportStateName(const QString& code);

}
