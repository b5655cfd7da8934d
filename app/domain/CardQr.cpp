#include "app/domain/CardQr.h"

#include "app/domain/Fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr int knownFields = 7;
constexpr int longestName = 100;

/// What UTF-8 looks like when it is read as Windows-1252, or when a letter was lost: no name or address holds it.
bool hasMojibake(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral("[?\\x{FFFD}\\x{0080}-\\x{009F}]|[\\x{00C2}-\\x{00C6}\\x{00E1}\\x{00E2}][\\x{00A0}-\\x{00BF}\\x{0152}-\\x{0192}"
                       "\\x{02C6}\\x{02DC}\\x{2013}-\\x{203A}\\x{20AC}\\x{2122}]"));
    return pattern.match(text).hasMatch();
}

constexpr auto unicode = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// A tone that was typed twice, or đ typed as dd.
bool hasDoubledKeys(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("([àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵđ])\\1|dd"), unicode);
    return pattern.match(text).hasMatch();
}

/// Words with Telex keys left in them: no Vietnamese syllable has aa, ee, aw, ow, uw or ends in f, j, x.
qsizetype telexWords(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("\\p{L}*(?:aa|ee|[aou]w|\\p{L}[fjx]\\b)\\p{L}*"), unicode);
    qsizetype count = 0;
    for (auto match = pattern.globalMatch(text); match.hasNext(); match.next())
        ++count;
    return count;
}

qsizetype markedWords(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("\\p{L}*[^\\x{0000}-\\x{007F}]\\p{L}*"), unicode);
    qsizetype count = 0;
    for (auto match = pattern.globalMatch(text); match.hasNext(); match.next())
        ++count;
    return count;
}

/// An address may name a Green Tower, so it is judged by its majority; a name may not.
bool wasRewritten(const QString& name, const QString& address) {
    return hasDoubledKeys(name) || hasDoubledKeys(address) || telexWords(name) > 0 || telexWords(address) > markedWords(address);
}

bool hasVniDigits(const QString& name) {
    static const QRegularExpression vni(QStringLiteral("\\p{L}[0-9]"));
    return vni.match(name).hasMatch();
}

/// A keyboard layout without Vietnamese letters swallows them: "Văn" arrives as "Vn". Every word of two letters or more has a
/// vowel, except one with an apostrophe (K'Brôih).
bool lostLetters(const QString& name) {
    static const QRegularExpression vowel(QStringLiteral("[aeiouy]"), unicode);
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString& word) {
        const bool hasApostrophe = word.contains(QLatin1Char('\'')) || word.contains(QChar(0x2019));
        return word.size() > 1 && !hasApostrophe && !word.contains(QLatin1Char('.')) && !fold(word).contains(vowel);
    });
}

QDate dateOf(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{8}\\z"));
    if (!pattern.match(text).hasMatch())
        return {};
    const QDate date(text.mid(4, 4).toInt(), text.mid(2, 2).toInt(), text.left(2).toInt());
    return date.isValid() && date.year() >= 1900 ? date : QDate();
}

bool matches(const QString& text, const char* pattern) {
    return QRegularExpression(QLatin1String("\\A(?:") + QLatin1String(pattern) + QLatin1String(")\\z")).match(text).hasMatch();
}

bool isName(const QString& name) {
    return name.size() <= longestName && matches(name, "\\p{L}[\\p{L}\\p{M} '\\x{2019}.-]*");
}

base::Result<CardQr> refuse(const char* code) {
    return base::fail(QString::fromLatin1(code));
}

}

base::Result<CardQr> CardQr::parse(const QString& text) {
    const QString clean = canonical(text).trimmed();
    const QStringList fields = clean.split(QLatin1Char('|'));
    if (hasMojibake(clean))
        return refuse("card.input-method");
    if (fields.size() < knownFields)
        return refuse("card.field-count");
    CardQr card;
    card.personalId = fields[0].trimmed();
    card.formerId = fields[1].trimmed();
    card.name = fields[2].simplified();
    card.birthDate = dateOf(fields[3].trimmed());
    card.sex = fields[4].trimmed();
    card.address = fields[5].simplified();
    card.issued = dateOf(fields[6].trimmed());
    card.further = fields.mid(knownFields);
    if (wasRewritten(card.name, card.address) || hasVniDigits(card.name) || (isName(card.name) && lostLetters(card.name)))
        return refuse("card.input-method");
    if (!matches(card.personalId, "[0-9]{12}"))
        return refuse("card.number");
    if (!matches(card.formerId, "[0-9]{9}|[0-9]{12}|"))
        return refuse("card.former-number");
    if (!isName(card.name))
        return refuse("card.name");
    if (!card.birthDate.isValid())
        return refuse("card.birth-date");
    if (card.sex != QLatin1String("Nam") && card.sex != QStringLiteral("Nữ"))
        return refuse("card.sex");
    if (!card.issued.isValid() || card.issued < card.birthDate)
        return refuse("card.issue-date");
    return card;
}

}
