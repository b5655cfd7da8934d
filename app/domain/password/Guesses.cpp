#include "app/domain/password/Guesses.h"

#include "app/domain/password/KnownWords.h"
#include "app/domain/password/Syllable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace motcua::domain {

namespace {

using namespace std::string_view_literals;

// In bits.
constexpr double aLetter = 4.7;
constexpr double aDigit = 3.3;
constexpr double aGap = 1;
constexpr double aSign = 5;
constexpr double anotherScript = 6;
constexpr double aSyllable = 9; ///< of some 2,000 without marks, the usual ones far oftener
constexpr double aPersonalPart = 1;
constexpr double aYear = 5;
constexpr double aDay = 12; ///< ddmmyyyy
constexpr double aRow = 4;
constexpr double aWalk = 5;
constexpr double aRepetition = 2;

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

double costOf(char c) {
    if (isLetter(c))
        return aLetter;
    if (PlainPassword::isDigit(c))
        return aDigit;
    if (PlainPassword::isGap(c))
        return aGap;
    return PlainPassword::isForeign(c) ? anotherScript : aSign;
}

/// How far keys go on that lie beside each other, in either direction.
size_t walkAt(std::string_view letters) {
    constexpr std::string_view rows[] = {"`1234567890-="sv, "qwertyuiop[]\\"sv, "asdfghjkl;'"sv, "zxcvbnm,./"sv, "=-0987654321`"sv,
        "\\][poiuytrewq"sv, "';lkjhgfdsa"sv, "/.,mnbvcxz"sv, "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/"sv,
        "zaq1xsw2cde3vfr4bgt5nhy6mju7,ki8.lo9/;p0"sv};
    size_t longest = 0;
    for (const std::string_view row : rows) {
        const size_t at = row.find(letters.front());
        if (at == std::string_view::npos)
            continue;
        size_t length = 1;
        while (length < letters.size() && at + length < row.size() && row[at + length] == letters[length])
            ++length;
        longest = std::max(longest, length);
    }
    return longest;
}

/// How far letters or digits go on in one step: aaaa, abcd, 8642.
size_t rowAt(std::string_view letters) {
    constexpr int widest = 2;
    if (letters.size() < 3)
        return 0;
    const int step = letters[1] - letters[0];
    // Of other scripts no order is known.
    if (step != 0 ? PlainPassword::isForeign(letters[0]) || PlainPassword::isForeign(letters[1]) : letters[0] == PlainPassword::other)
        return 0;
    size_t length = 2;
    while (length < letters.size() && letters[length] - letters[length - 1] == step)
        ++length;
    return std::abs(step) <= widest ? length : 0;
}

int numberAt(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (!PlainPassword::isDigit(c))
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

bool isYear(std::string_view four) {
    constexpr int first = 1900;
    constexpr int last = 2099;
    const int year = four.size() == 4 ? numberAt(four) : -1;
    return year >= first && year <= last;
}

bool isDay(std::string_view eight) {
    constexpr int days = 31;
    constexpr int months = 12;
    if (eight.size() != 8 || !isYear(eight.substr(4)))
        return false;
    const int day = numberAt(eight.substr(0, 2));
    const int month = numberAt(eight.substr(2, 2));
    return day >= 1 && day <= days && month >= 1 && month <= months;
}

/// The cheapest way up to each sign, and the piece that it ends with.
class Ways {
public:
    explicit Ways(size_t size) : m_ends(size + 1) { m_ends[0].bits = 0; }

    void take(size_t begin, size_t length, double bits, Guesses::Kind kind) {
        End& end = m_ends[begin + length];
        if (m_ends[begin].bits + bits < end.bits)
            end = {m_ends[begin].bits + bits, length, kind};
    }
    /// Of a way of that length and all shorter ones of at least `shortest`.
    void takeUpTo(size_t begin, size_t length, size_t shortest, double bits, Guesses::Kind kind) {
        for (size_t each = shortest; each <= length; ++each)
            take(begin, each, bits, kind);
    }
    double bits() const { return m_ends.back().bits; }
    template <class Use>
    void follow(const Use& use) const {
        for (size_t at = m_ends.size() - 1; at > 0; at -= m_ends[at].length)
            use(m_ends[at].kind, static_cast<int>(m_ends[at].length));
    }

private:
    struct End {
        double bits = std::numeric_limits<double>::infinity();
        size_t length = 1;
        Guesses::Kind kind = Guesses::Kind::Sign;
    };
    std::vector<End> m_ends;
};

void takeWords(Ways& ways, size_t at, std::string_view rest, const std::vector<std::string>& personal) {
    for (const std::string& part : personal)
        if (rest.starts_with(part))
            ways.take(at, part.size(), aPersonalPart, Guesses::Kind::Personal);
    for (size_t length = KnownWords::shortest; length <= std::min(rest.size(), KnownWords::longest); ++length)
        if (const auto rank = KnownWords::all().rank(rest.substr(0, length)))
            ways.take(at, length, std::log2(*rank + 2.0), Guesses::Kind::Common);
}

/// A saying, however its words are set apart. `written`: the password without gaps; `at`: where it goes on there.
void takePhrases(Ways& ways, std::string_view letters, size_t begin, std::string_view written, size_t at) {
    size_t end = begin;
    for (size_t length = 1; at + length <= written.size() && length <= KnownWords::longestPhrase; ++length) {
        while (!PlainPassword::isWritten(letters[end]))
            ++end;
        ++end;
        if (length < KnownWords::shortestPhrase)
            continue;
        if (const auto rank = KnownWords::all().phraseRank(written.substr(at, length)))
            ways.take(begin, end - begin, std::log2(*rank + 2.0), Guesses::Kind::Common);
    }
}

void takePatterns(Ways& ways, size_t at, std::string_view all) {
    constexpr size_t shortestRepetition = 3;
    const std::string_view rest = all.substr(at);
    if (isYear(rest.substr(0, 4)))
        ways.take(at, 4, aYear, Guesses::Kind::Pattern);
    if (isDay(rest.substr(0, 8)))
        ways.take(at, 8, aDay, Guesses::Kind::Pattern);
    ways.takeUpTo(at, rowAt(rest), 3, aRow, Guesses::Kind::Pattern);
    ways.takeUpTo(at, walkAt(rest), 4, aWalk, Guesses::Kind::Pattern);
    const size_t known = rest.substr(0, rest.find(PlainPassword::other)).size();
    for (size_t length = shortestRepetition; length <= known && all.substr(0, at).find(rest.substr(0, length)) != std::string_view::npos; ++length)
        ways.take(at, length, aRepetition, Guesses::Kind::Pattern);
}

}

Guesses::Guesses(const PlainPassword& password, const std::vector<std::string>& personal) {
    const std::string_view letters = password.letters();
    const PlainPassword closed = password.withoutGaps();
    size_t written = 0;
    Ways ways(letters.size());
    for (size_t at = 0; at < letters.size(); ++at) {
        ways.take(at, 1, costOf(letters[at]), Kind::Sign);
        takeWords(ways, at, password.lookAlikes().substr(at), personal);
        takePatterns(ways, at, letters);
        if (PlainPassword::isWritten(letters[at]))
            takePhrases(ways, letters, at, closed.lookAlikes(), written++);
        for (size_t length = 2; length <= std::min(longestSyllable, letters.size() - at); ++length)
            if (isSyllable(letters.substr(at, length)))
                ways.take(at, length, aSyllable, Kind::Syllable);
    }
    m_bits = ways.bits();
    ways.follow([this](Kind kind, int length) { m_signs[static_cast<size_t>(kind)] += length; });
}

}
