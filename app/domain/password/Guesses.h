#pragma once

#include "app/domain/password/PlainPassword.h"

#include <array>
#include <string>
#include <vector>

namespace motcua::domain {

/// What a password is put together from, as a guesser would try it: the way that costs fewest bits.
class Guesses {
public:
    enum class Kind {
        Sign,     ///< one letter, digit or sign that follows from nothing
        Syllable, ///< of Vietnamese
        Personal, ///< out of `personal`
        Common,   ///< out of KnownWords
        Pattern,  ///< a year, keys beside each other, a row of letters or digits, what stood there before
    };

    /// `personal`: in look-alikes, three letters and more each.
    Guesses(const PlainPassword& password, const std::vector<std::string>& personal);

    double bits() const { return m_bits; }
    /// How many of the password's signs are of that kind.
    int signs(Kind kind) const { return m_signs[static_cast<size_t>(kind)]; }

private:
    double m_bits = 0;
    std::array<int, 5> m_signs{};
};

}
