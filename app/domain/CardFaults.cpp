#include "app/domain/CardFaults.h"

#include "app/domain/Fold.h"
#include "app/domain/Telex.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr char16_t lastAscii = 0x007F;
constexpr char16_t lastControl = 0x009F;

constexpr auto unicode = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

bool isMark(QChar c) {
    return c.category() == QChar::Mark_NonSpacing;
}

/// What the names and addresses of cards are written with: Latin letters with the marks of Vietnam's languages, figures, blanks, signs.
bool isOfCards(QChar c) {
    constexpr char16_t strokes[] = u"đĐƀɃðÐ";
    constexpr char16_t signs[] = u"\u2010\u2011\u2013\u2014\u2026\u201C\u201D";
    if (c.unicode() <= lastAscii || isMark(c) || c.isSpace() || c.isDigit() || isApostrophe(c) || QStringView(signs).contains(c) ||
        QStringView(strokes).contains(c))
        return true;
    if (c.unicode() <= lastControl)
        return false;
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    return (parts.size() > 1 && parts[0].unicode() <= lastAscii && parts[0].isLetter()) || c.category() == QChar::Other_Format;
}

bool isMarked(QChar c) {
    return c.unicode() > lastAscii && c.isLetter() && !isApostrophe(c);
}

bool hasMarkedLetter(const QString& text) {
    return std::any_of(text.begin(), text.end(), isMarked);
}

/// A tone that was typed twice ("ểể"), or a letter that stayed before itself with its marks ("êễ", "iị"): no syllable has either, but
/// for "oó" (Tà Oóc).
bool hasLetterTwice(const QString& text) {
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QString before = QString(text[i - 1].toLower()).normalized(QString::NormalizationForm_D);
        const QString now = QString(text[i].toLower()).normalized(QString::NormalizationForm_D);
        const bool marked = isMarked(text[i]) && QStringView(u"aeiouy").contains(now[0]);
        if (marked && now[0] == before[0] && now[0] != u'o' && now.size() >= before.size())
            return true;
    }
    static const QRegularExpression same(QStringLiteral("([òóỏõọồốổỗộờớởỡợđ])\\1"), unicode);
    return same.match(text).hasMatch();
}

QStringList wordsIn(const QString& text) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{M}'\\x{2019}\\x{2018}\\x{02BC}\\x{2032}\\x{00B4}`.]+"), unicode);
    return text.split(others, Qt::SkipEmptyParts);
}

/// Words with Telex keys left in them, of an address: it may name a Green Tower, so it is judged by its majority.
bool isMostlyTelex(const QString& address) {
    static const QRegularExpression keys(QStringLiteral("aa|ee|dd|[aou]w|\\p{L}[fjx]$"), unicode);
    const QStringList words = wordsIn(address);
    const auto telex = std::count_if(words.begin(), words.end(), [](const QString& word) { return word.contains(keys); });
    return telex > std::count_if(words.begin(), words.end(), hasMarkedLetter);
}

/// One key may be a name of its own (Lee, Max); two are a hand's.
bool isTelex(const QString& name) {
    constexpr int certain = 2;
    int keys = 0;
    for (const QString& word : wordsIn(name))
        keys += telexKeys(word);
    return !hasMarkedLetter(name) && keys >= certain;
}

bool hasVowel(const QString& word) {
    static const QRegularExpression vowel(QStringLiteral("[aeiouy]"));
    return fold(word).contains(vowel);
}

/// Every word has a vowel, except one that is cut short or joined by an apostrophe (K'Brôih), and the surname Ng.
bool isCut(const QString& word) {
    const bool joined = word.contains(QLatin1Char('.')) || std::any_of(word.begin(), word.end(), isApostrophe);
    return word.size() > 1 && !joined && !hasVowel(word) && word.compare(QLatin1String("ng"), Qt::CaseInsensitive) != 0;
}

/// Addresses have short forms: TP, KDC, Tx.
bool isCutInAddress(const QString& word) {
    constexpr qsizetype longestShortForm = 2;
    return word.size() > longestShortForm && word != word.toUpper() && isCut(word);
}

bool isPlain(const QString& name, const QString& address) {
    return !hasMarkedLetter(name) && !hasMarkedLetter(address) && wordsIn(name).size() > 1 && wordsIn(address).size() > 1;
}

}

bool isOfAnotherCodePage(const QString& text) {
    return !std::all_of(text.begin(), text.end(), isOfCards);
}

bool wentThroughInputMethod(const QString& name, const QString& address) {
    static const QRegularExpression vniDigit(QStringLiteral("\\p{L}[0-9]"), unicode);
    return hasLetterTwice(name) || hasLetterTwice(address) || isTelex(name) || isMostlyTelex(address) || vniDigit.match(name).hasMatch();
}

bool lostLetters(const QString& name, const QString& address) {
    static const QRegularExpression question(QStringLiteral("\\p{L}\\?|\\?\\p{L}"), unicode);
    const QStringList names = wordsIn(name);
    const QStringList places = wordsIn(address);
    return question.match(name).hasMatch() || question.match(address).hasMatch() || std::any_of(names.begin(), names.end(), isCut) ||
           std::any_of(places.begin(), places.end(), isCutInAddress) || isPlain(name, address);
}

}
