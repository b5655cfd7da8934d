#pragma once

#include <QString>

namespace motcua::domain {

/// A number of a register book as it is printed: "00042"; more digits where five do not do.
inline QString entryLabel(int number) {
    return QStringLiteral("%1").arg(number, 5, 10, QLatin1Char('0'));
}

}
