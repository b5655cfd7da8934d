#pragma once

#include <QString>

namespace motcua::domain {

// Sorting by the Vietnamese alphabet without ICU (language.md §3): letters of the whole text first, then tones (ngang, huyền, hỏi,
// ngã, sắc, nặng) from left to right, then case; a space before letters; runs of digits by value.

/// Texts sort as their keys compare, by code unit.
QString collationKey(const QString& text);

enum class NameOrder {
    ByGivenName = 0, ///< "Theo tên": given name, surname, middle name
    ByFullName = 1,  ///< "Theo họ tên"
};
QString nameSortKey(const QString& name, NameOrder order);

}
