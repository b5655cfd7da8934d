#include "app/domain/password/PasswordRule.h"

#include "app/domain/Settings.h"
#include "app/domain/password/Guesses.h"

#include <algorithm>
#include <vector>

namespace motcua::domain {

namespace {

constexpr double leastBits = 40;
constexpr double strongBits = 55;

bool isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || PlainPassword::isForeign(c);
}

/// The runs of two letters and more, each once.
int differentWords(std::string_view letters) {
    std::vector<std::string_view> words;
    for (auto begin = letters.begin(); begin != letters.end();) {
        begin = std::find_if(begin, letters.end(), isOfWord);
        const auto end = std::find_if_not(begin, letters.end(), isOfWord);
        const std::string_view word(begin, end);
        if (word.size() >= 2 && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
        begin = end;
    }
    return static_cast<int>(words.size());
}

/// The words of a text that is no secret, in look-alikes.
void addWords(const QString& text, std::vector<std::string>& words) {
    constexpr size_t shortest = 3;
    const PlainPassword plain{base::Secret(text)};
    const std::string_view letters = plain.letters();
    for (size_t begin = 0; begin < letters.size();) {
        size_t end = begin;
        while (end < letters.size() && isOfWord(letters[end]))
            ++end;
        if (end - begin >= shortest)
            words.emplace_back(plain.lookAlikes().substr(begin, end - begin));
        begin = end + 1;
    }
}

base::Error flawOf(const Guesses& guesses) {
    using Kind = Guesses::Kind;
    const std::pair<Kind, const char*> reasons[] = {
        {Kind::Personal, "password.personal"}, {Kind::Common, "password.common"}, {Kind::Pattern, "password.pattern"}};
    const auto most = std::max_element(std::begin(reasons), std::end(reasons),
        [&](const auto& one, const auto& other) { return guesses.signs(one.first) < guesses.signs(other.first); });
    const bool weighs = guesses.signs(most->first) > guesses.signs(Kind::Sign) && guesses.signs(most->first) > guesses.signs(Kind::Syllable);
    return {QString::fromLatin1(weighs ? most->second : "password.guessable")};
}

struct Reading {
    double bits = 0;
    base::Error flaw;
    bool operator<(const Reading& other) const { return bits < other.bits; }
};

Reading readingOf(const PlainPassword& password, const std::vector<std::string>& personal, double more = 0) {
    const Guesses guesses(password, personal);
    return {guesses.bits() + more, flawOf(guesses)};
}

/// In bits: one for each run of digits.
double placesOfDigits(std::string_view letters) {
    double runs = 0;
    for (size_t at = 0; at < letters.size(); ++at)
        runs += PlainPassword::isDigit(letters[at]) && (at == 0 || !PlainPassword::isDigit(letters[at - 1])) ? 1 : 0;
    return runs;
}

}

PasswordOwner PasswordOwner::of(const QString& login, const Account* account, const UnitSettings& unit) {
    return {login, account ? account->name : QString(), unit.name};
}

base::Outcome checkPasswordLength(const base::Secret& password) {
    if (password.letters() > mostPasswordCharacters)
        return base::fail(QStringLiteral("unlock.password-too-long"), {{QStringLiteral("most"), QString::number(mostPasswordCharacters)}});
    // Only what can be seen counts.
    const PlainPassword plain(password);
    if (plain.letters().size() < size_t(leastPasswordCharacters) && differentWords(plain.letters()) < leastPasswordWords)
        return base::fail(QStringLiteral("unlock.password-too-short"),
            {{QStringLiteral("least"), QString::number(leastPasswordCharacters)}, {QStringLiteral("words"), QString::number(leastPasswordWords)}});
    return base::done();
}

PasswordOpinion judgePassword(const base::Secret& password, const PasswordOwner& owner) {
    if (const auto fit = checkPasswordLength(password); !fit)
        return {PasswordStrength::Weak, fit.error()};
    std::vector<std::string> personal{"motcua"};
    for (const char gap : {' ', '-', '.', '_'})
        personal.push_back(std::string("mot") + gap + "cua");
    for (const QString& text : {owner.login, owner.name, owner.unit})
        addWords(text, personal);
    const PlainPassword plain(password);
    constexpr double spreading = 2; // sign by sign, and with what between
    Reading cheapest = readingOf(plain, personal);
    const PlainPassword closed = plain.closedUp();
    if (closed.letters().size() < plain.letters().size())
        cheapest = std::min(cheapest, readingOf(closed, personal, spreading));
    // What is set among the words, digit by digit, and in how many places.
    const PlainPassword digits = closed.digitsAlone();
    if (cheapest.bits >= leastBits && !digits.letters().empty() && digits.letters().size() < closed.letters().size())
        cheapest = std::min(cheapest, readingOf(closed.lettersAlone(), personal, Guesses(digits, {}).bits() + placesOfDigits(closed.letters())));
    if (cheapest.bits < leastBits)
        return {PasswordStrength::Weak, cheapest.flaw};
    return {cheapest.bits < strongBits ? PasswordStrength::Fair : PasswordStrength::Strong, {}};
}

base::Outcome checkPassword(const base::Secret& password, const PasswordOwner& owner) {
    const PasswordOpinion opinion = judgePassword(password, owner);
    return opinion.strength == PasswordStrength::Weak ? base::Outcome(base::fail(opinion.flaw)) : base::done();
}

}
