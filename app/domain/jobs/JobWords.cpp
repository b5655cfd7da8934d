#include "app/domain/jobs/JobWords.h"

#include "app/domain/UnseenSigns.h"

#include <QRegularExpression>

namespace motcua::domain {

base::Outcome wrongJob(const char* code, const QString& place, const char* reason) {
    constexpr qsizetype longest = 120;
    return base::fail(QLatin1String(code), {{QStringLiteral("place"), place.left(longest)}, {QStringLiteral("reason"), QLatin1String(reason)}});
}

QString placeIn(const char* list, size_t index) {
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
}

bool hasHiddenSigns(QStringView text, Lines lines) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const bool endsLine = QStringLiteral("\n\r\t\u2028\u2029").contains(text[i]);
        if (isUnseen(sign) || (endsLine && (lines == Lines::One || text[i].unicode() > 0x7F)))
            return true;
        i += isPair ? 1 : 0;
    }
    return false;
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
