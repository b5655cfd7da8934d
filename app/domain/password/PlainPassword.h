#pragma once

#include "app/base/Secret.h"

#include <QString>

#include <string_view>

namespace motcua::domain {

/// A text as a guesser sees it: one byte for each sign, small letters without diacritics (đ as d); signs of other scripts are all one, `other`.
/// Lies in secure memory, as it may be a password's.
class PlainPassword {
public:
    static constexpr char other = '\x7f';

    explicit PlainPassword(const base::Secret& utf8);

    std::string_view letters() const { return view(m_letters); }
    /// The same, and what stands for a letter is that letter: 0 and o, 1 and l and i, 3 and e, 4 and @ and a, 5 and $ and s, 7 and t.
    std::string_view lookAlikes() const { return view(m_lookAlikes); }

    static char lookAlike(char letter);

private:
    static std::string_view view(const base::Secret& bytes) { return {bytes.bytes().data(), static_cast<size_t>(bytes.bytes().size())}; }

    base::Secret m_letters;
    base::Secret m_lookAlikes;
};

}
