#pragma once

#include "app/base/Secret.h"

#include <QString>

#include <string_view>

namespace motcua::domain {

/// A text as a guesser sees it: one byte for each sign, small letters without diacritics (đ as d); letters
/// of other scripts that look like Latin ones are those (а, ο); signs that cannot be seen are left out. The first
/// signs of other scripts have a byte of their own each, so that what is repeated shows; all further ones are `other`. Lies in secure memory, as it
/// may be a password's.
class PlainPassword {
public:
    static constexpr char other = '\x7f';
    static bool isForeign(char sign) { return static_cast<unsigned char>(sign) >= static_cast<unsigned char>(other); }
    static bool isDigit(char sign) { return sign >= '0' && sign <= '9'; }
    static bool isWritten(char sign) { return (sign >= 'a' && sign <= 'z') || isDigit(sign); }

    explicit PlainPassword(const base::Secret& utf8);

    std::string_view letters() const { return view(m_letters); }
    /// The same, and what stands for a letter is that letter: 0 and o, 1 and l and i, 3 and e, 4 and @ and a, 5 and $ and s, 7 and t.
    std::string_view lookAlikes() const { return view(m_lookAlikes); }
    /// Without the gaps in what is written sign by sign or two by two: "p.a.s.s.w.o.r.d" is "password". A gap is any sign but letters and digits:
    /// one and the same throughout, or blanks, dots, dashes and the like by turns.
    PlainPassword closedUp() const;
    /// Letters and digits alone.
    PlainPassword withoutGaps() const;
    /// The letters alone, and the digits alone: what is set between words goes to the other one.
    PlainPassword lettersAlone() const;
    PlainPassword digitsAlone() const;

    /// A sign that sets words apart.
    static bool isGap(char sign);

    static char lookAlike(char letter);

private:
    PlainPassword() = default;
    static PlainPassword ofLetters(std::string_view letters);
    PlainPassword only(bool (*wanted)(char)) const;
    static std::string_view view(const base::Secret& bytes) { return {bytes.bytes().data(), static_cast<size_t>(bytes.bytes().size())}; }

    base::Secret m_letters;
    base::Secret m_lookAlikes;
};

}
