#include "app/domain/jobs/JobWords.h"

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
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t point = QChar::surrogateToUcs4(c, text[++i]);
            if (QChar::category(point) == QChar::Other_Format || QChar::isNonCharacter(point))
                return true;
            continue;
        }
        if (lines == Lines::Many && (c == u'\n' || c == u'\r' || c == u'\t'))
            continue;
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        default:
            if (c.isNonCharacter())
                return true;
        }
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
