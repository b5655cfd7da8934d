#include "app/base/Sentences.h"

#include <algorithm>

namespace motcua::base {

std::optional<QString> sentenceFor(const Error& error, std::span<const Sentence> sentences, Language language) {
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& each) { return error.code == QLatin1String(each.code); });
    if (found == sentences.end())
        return std::nullopt;
    QString text = QString::fromUtf16(language == Language::Vietnamese ? found->vi : found->en);
    for (auto detail = error.detail.cbegin(); detail != error.detail.cend(); ++detail)
        text.replace(QLatin1Char('{') + detail.key() + QLatin1Char('}'), detail.value());
    return text;
}

}
