#pragma once

#include <QString>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace motcua::domain {

/// The words that passwords are guessed by first: well-known passwords, English words, and what is chosen in Viet Nam. Read once from the program's
/// resources; from then on unchanging, so any thread may ask.
class KnownWords {
public:
    static constexpr size_t shortest = 4;
    static constexpr size_t longest = 28;

    static const KnownWords& all();

    /// How many words are likelier, for one in look-alikes (PlainPassword::lookAlikes()); nothing: it is not among them.
    std::optional<int> rank(std::string_view lookAlikes) const;

private:
    KnownWords();
    void read(const QString& resource, int firstRank);

    std::unordered_map<std::string_view, int> m_ranks;
    std::deque<std::string> m_texts; ///< what the views are of
};

}
