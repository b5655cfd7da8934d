#include "app/base/Sentences.h"

#include <algorithm>

namespace motcua::base {

namespace {

/// In one pass: a value may hold what looks like the name of another.
QString filled(const QString& sentence, const QMap<QString, QString>& values) {
    QString text;
    qsizetype done = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', done)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        const auto value = close < 0 ? values.cend() : values.constFind(sentence.mid(open + 1, close - open - 1));
        text += QStringView(sentence).mid(done, open - done);
        text += value == values.cend() ? QStringLiteral("{") : *value;
        done = value == values.cend() ? open + 1 : close + 1;
    }
    return text += QStringView(sentence).mid(done);
}

}

std::optional<QString> sentenceFor(const Error& error, std::span<const Sentence> sentences, Language language) {
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& each) { return error.code == QLatin1String(each.code); });
    if (found == sentences.end())
        return std::nullopt;
    return filled(QString::fromUtf16(language == Language::Vietnamese ? found->vi : found->en), error.detail);
}

}
