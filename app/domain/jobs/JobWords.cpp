#include "app/domain/jobs/JobWords.h"

#include "app/domain/UnseenSigns.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

base::Outcome wrongJob(const char* code, const QString& place, const char* reason) {
    constexpr qsizetype longest = 120;
    return base::fail(QLatin1String(code), {{QStringLiteral("place"), place.left(longest)}, {QStringLiteral("reason"), QLatin1String(reason)}});
}

QString placeIn(const char* list, size_t index) {
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
}

bool hasHiddenSigns(QStringView text, Lines lines) {
    const bool isBroken = std::any_of(text.begin(), text.end(), [lines](QChar c) {
        const bool isEnd = c == u'\n' || c == u'\r' || c == u'\t';
        return c.unicode() == 0x2028 || c.unicode() == 0x2029 || (isEnd && lines == Lines::One);
    });
    return isBroken || withoutUnseen(text.toString()).size() != text.size();
}

bool isPlain(const QString& words, qsizetype longest) {
    return words.size() <= longest && !words.contains(u'<') && !words.contains(u'>') && !hasHiddenSigns(words);
}

base::Outcome checkWording(const Wording& wording, const QString& place, bool needed) {
    static const QRegularExpression language(QStringLiteral("\\A[a-z]{2}\\z"));
    if (needed && wording.value(QLatin1String("vi")).toString().trimmed().isEmpty())
        return wrongJob("job.words", place, "no Vietnamese words");
    for (auto it = wording.begin(); it != wording.end(); ++it) {
        const QString each = place + QLatin1Char('.') + it.key();
        if (!language.match(it.key()).hasMatch())
            return wrongJob("job.words", each, "no language such as vi or en");
        if (!it.value().isString() || !isPlain(it.value().toString()))
            return wrongJob("job.words", each, "no text, markup, hidden signs or more than 500 characters");
    }
    return base::done();
}

base::Outcome checkGrounds(const std::vector<LegalGround>& grounds, const QString& place) {
    for (size_t i = 0; i < grounds.size(); ++i) {
        const LegalGround& ground = grounds[i];
        if (ground.words.trimmed().isEmpty() || !isPlain(ground.words, limits::longestReason) || !isPlain(ground.article, limits::longestReason))
            return wrongJob("job.words", QStringLiteral("%1[%2]").arg(place).arg(i), "blank, with markup or hidden signs, or too long");
    }
    return base::done();
}

}
