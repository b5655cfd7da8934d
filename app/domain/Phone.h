#pragma once

#include <QString>

#include <optional>

namespace motcua::domain {

// Telephone numbers of Viet Nam (language.md §6): mobile 10 digits (03, 05, 07, 08, 09), landline 11 digits (02).

/// The national form without spaces, "0912345678", from any way of writing it (+84, dots, spaces). Nothing when it is not a number
/// of Viet Nam.
std::optional<QString> normalisedPhone(const QString& text);

/// Whether it can be dialled, abroad too: 7 to 15 digits, and between them nothing but what numbers are written with. Pure.
bool mayBePhone(const QString& text);

/// "0912 345 678", "024 3825 1234"; another text unchanged.
QString displayedPhone(const QString& phone);

}
