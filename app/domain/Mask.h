#pragma once

#include <QString>

namespace motcua::domain {

// How personal numbers are shown where they need not be read in full (identity-and-payment.md §3, Privacy).

/// "022090001234" → "0220****1234"; fewer than nine characters are hidden wholly. Of a passport's number, which begins with a letter, the last
/// three are left: "C1234567" → "*****567".
QString maskedNumber(const QString& number);
/// "0912345678" → "09xx…678"; fewer than seven characters are hidden wholly.
QString maskedPhone(const QString& phone);

}
