#pragma once

#include <QString>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace motcua::domain {

/// The words that passwords are guessed by first: well-known passwords, English words, what is chosen in Viet Nam, and sayings of both. Read once
/// from the program's resources; from then on unchanging, so any thread may ask.
class KnownWords {
public:
    static constexpr size_t shortest = 4;
    static constexpr size_t longest = 28;
    static constexpr size_t shortestPhrase = 10;
    static constexpr size_t longestPhrase = 48;

    static const KnownWords& all();

    /// How many words are likelier, for one in look-alikes (PlainPassword::lookAlikes()); nothing: it is not among them.
    std::optional<int> rank(std::string_view lookAlikes) const;
    /// The same of a saying, a line of a song or an address, its words without gaps.
    std::optional<int> phraseRank(std::string_view lookAlikes) const;

private:
    using Ranks = std::unordered_map<std::string_view, int>;
    KnownWords();
    void read(const QString& resource, int firstRank, Ranks& ranks);

    Ranks m_ranks;
    Ranks m_phrases;
    std::deque<std::string> m_texts; ///< what the views are of
};

}
