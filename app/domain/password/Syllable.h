#pragma once

#include <cstddef>
#include <string_view>

namespace motcua::domain {

constexpr size_t longestSyllable = 7; ///< "nghieng"

/// Whether it is a Vietnamese syllable of two letters and more, written small and without diacritics.
bool isSyllable(std::string_view letters);

}
