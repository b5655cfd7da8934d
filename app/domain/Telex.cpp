#include "app/domain/Telex.h"

#include <QRegularExpression>

namespace motcua::domain {

namespace {

struct Pair {
    const char* keys;
    char16_t letter;
};

constexpr Pair pairs[] = {{"dd", u'đ'}, {"aa", u'â'}, {"ee", u'ê'}, {"oo", u'ô'}, {"aw", u'ă'}, {"ow", u'ơ'}, {"uw", u'ư'}};

/// A tone's key stands somewhere behind a vowel.
int takeTone(QString& word) {
    static const QRegularExpression tone(QStringLiteral("\\A(.*[aăâeêioôơuưy].*)[fsrxj]([^fsrxj]*)\\z"));
    const auto match = tone.match(word);
    if (!match.hasMatch())
        return 0;
    word = match.captured(1) + match.captured(2);
    return 1;
}

bool isSyllable(const QString& word) {
    static const QRegularExpression syllable(
        QStringLiteral("\\A(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?(?:[aăâeêioôơuưy]{1,3})(?:ch|ng|nh|[cmnpt])?\\z"));
    return syllable.match(word).hasMatch() && !word.endsWith(QChar(u'ă')) && !word.endsWith(QChar(u'â'));
}

}

int telexKeys(const QString& word) {
    QString read = word.toLower();
    int keys = 0;
    for (const Pair& pair : pairs)
        for (qsizetype at = read.indexOf(QLatin1String(pair.keys)); at >= 0; at = read.indexOf(QLatin1String(pair.keys))) {
            read.replace(at, 2, QChar(pair.letter));
            ++keys;
        }
    keys += takeTone(read);
    return isSyllable(read) ? keys : 0;
}

}
