#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::domain {

// Amounts are whole đồng (language.md §6).

/// "1.234.567"
QString groupedNumber(qint64 number);
/// "1.234.567 đ", with a no-break space.
QString displayedMoney(qint64 amount);

/// From what was typed: with or without dots, with or without đ, đồng or VND. Errors: "money.ambiguous" for a comma or for dots that
/// do not part thousands ("1,234", "1.5"), "money.malformed", "money.too-large" (from 10^15).
base::Result<qint64> parseMoney(const QString& text);

}
