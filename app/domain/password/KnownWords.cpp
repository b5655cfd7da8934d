#include "app/domain/password/KnownWords.h"

#include "app/domain/password/PlainPassword.h"

#include <QFile>

#include <algorithm>

// A static library's resources are asked for by name.
static void takePasswordLists() {
    Q_INIT_RESOURCE(passwords);
}

namespace motcua::domain {

const KnownWords& KnownWords::all() {
    static const KnownWords words;
    return words;
}

KnownWords::KnownWords() {
    constexpr int ordinary = 500; // What is chosen in Viet Nam stands among the first of the world's.
    takePasswordLists();
    read(QStringLiteral(":/passwords/common.txt"), 0, m_ranks);
    read(QStringLiteral(":/passwords/vietnamese.txt"), ordinary, m_ranks);
    read(QStringLiteral(":/passwords/phrases.txt"), ordinary, m_phrases);
}

void KnownWords::read(const QString& resource, int firstRank, Ranks& ranks) {
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray content = file.readAll();
    std::string& text = m_texts.emplace_back(content.begin(), content.end());
    std::transform(text.begin(), text.end(), text.begin(), PlainPassword::lookAlike);
    int rank = firstRank;
    for (size_t begin = 0; begin < text.size(); ++rank) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        if (word.size() >= shortest) {
            const auto [known, isNew] = ranks.try_emplace(word, rank);
            known->second = std::min(known->second, rank);
        }
        begin = end + 1;
    }
}

std::optional<int> KnownWords::rank(std::string_view lookAlikes) const {
    const auto found = m_ranks.find(lookAlikes);
    return found == m_ranks.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> KnownWords::phraseRank(std::string_view lookAlikes) const {
    const auto found = m_phrases.find(lookAlikes);
    return found == m_phrases.end() ? std::nullopt : std::optional(found->second);
}

}
