#include "app/domain/CardQr.h"

#include "app/domain/CardFaults.h"
#include "app/domain/Fold.h"
#include "app/domain/Limits.h"
#include "app/domain/ReaderMends.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace motcua::domain {

namespace {

constexpr int knownFields = 7;
constexpr int earliestYear = 1900;
constexpr int formerIdField = 1;

bool isWholly(const QString& text, const char* pattern) {
    return QRegularExpression(QLatin1String("\\A(?:") + QLatin1String(pattern) + QLatin1String(")\\z")).match(text).hasMatch();
}

QDate dateOf(const QString& text) {
    if (!isWholly(text, "[0-9]{8}"))
        return {};
    const QDate date(text.mid(4, 4).toInt(), text.mid(2, 2).toInt(), text.left(2).toInt());
    return date.isValid() && date.year() >= earliestYear ? date : QDate();
}

/// "1948", "00001948": the year; "00051948": the month too. Null for anything else.
BornIn withoutDay(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("\\A(?:00(?:00|([0-9]{2})))?([0-9]{4})\\z"));
    const auto match = pattern.match(text);
    const QString month = match.captured(1);
    const BornIn born = BornIn::fromString(month.isEmpty() ? match.captured(2) : match.captured(2) + QLatin1Char('-') + month);
    return yearOf(born) >= earliestYear ? born : BornIn();
}

bool isName(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral("\\A\\p{L}[\\p{L}\\p{M} '\\x{2019}\\x{2018}\\x{02BC}\\x{2032}\\x{00B4}`.-]*\\z"));
    return name.size() <= limits::longestName && pattern.match(name).hasMatch();
}

QString sexOf(const QString& text) {
    if (text == QLatin1String("Nam") || text == QLatin1String("NAM"))
        return QStringLiteral("Nam");
    return text == QStringLiteral("Nữ") || text == QStringLiteral("NỮ") ? QStringLiteral("Nữ") : QString();
}

bool isBirth(const QString& text) {
    return dateOf(text).isValid() || !withoutDay(text).isEmpty();
}

/// Where the empty field of a former number was left out, the birth stands in the third.
QStringList cardFields(const QString& text) {
    QStringList fields = text.split(QLatin1Char('|'));
    if (fields.size() == knownFields - 1 && isBirth(fields[2].trimmed()))
        fields.insert(formerIdField, QString());
    return fields;
}

/// What the sex alone tells: "Nữ" has a letter that each of them changes in its own way.
const char* faultOfSex(const QString& sex) {
    if (isWholly(sex, "[Nn](?:[Uu][Ww][Xx]|[Uu][Xx][Ww]|[Ww][Xx]|[Uu]7?4|[Uu]47)"))
        return "card.input-method";
    return isWholly(sex, "[Nn][Uu?]?\\??") ? "card.letters-lost" : nullptr;
}

/// The cause when letters were changed on the way; null when none is certain.
const char* faultOf(const CardQr& card, const QString& sex) {
    if (wentThroughInputMethod(card.name, card.address))
        return "card.input-method";
    if (const char* fault = faultOfSex(sex))
        return fault;
    return lostLetters(card.name, card.address) ? "card.letters-lost" : nullptr;
}

const char* wrongField(const CardQr& card) {
    if (!isWholly(card.personalId, "[0-9]{12}"))
        return "card.number";
    if (!isWholly(card.formerId, "[0-9]{9}|[0-9]{12}|"))
        return "card.former-number";
    if (!isName(card.name))
        return "card.name";
    if (!card.birthDate.isValid() && card.bornIn.isEmpty())
        return "card.birth-date";
    if (card.sex.isEmpty())
        return "card.sex";
    const int born = card.birthDate.isValid() ? card.birthDate.year() : yearOf(card.bornIn);
    const bool before = card.birthDate.isValid() ? card.issued < card.birthDate : card.issued.year() < born;
    return !card.issued.isValid() || before ? "card.issue-date" : nullptr;
}

base::Result<CardQr> refuseCard(const char* code) {
    return base::fail(QString::fromLatin1(code));
}

/// The text as it stands.
base::Result<CardQr> readCard(const QString& text) {
    if (isOfAnotherCodePage(text))
        return refuseCard("card.code-page");
    const QStringList fields = cardFields(canonical(text).trimmed());
    if (fields.size() < knownFields)
        return refuseCard("card.field-count");
    CardQr card;
    card.personalId = fields[0].trimmed();
    card.formerId = fields[formerIdField].trimmed();
    card.name = fields[2].simplified();
    card.birthDate = dateOf(fields[3].trimmed());
    card.bornIn = withoutDay(fields[3].trimmed());
    card.sex = sexOf(fields[4].trimmed());
    card.address = fields[5].simplified();
    card.issued = dateOf(fields[6].trimmed());
    card.further = fields.mid(knownFields);
    if (const char* fault = faultOf(card, fields[4].trimmed()))
        return refuseCard(fault);
    if (const char* wrong = wrongField(card))
        return refuseCard(wrong);
    if (isCaseTurned(card.name) || isMarkTurned(card.address))
        return refuseCard("card.caps-lock");
    return card;
}

/// What Caps Lock turned in part is turned back where one way alone makes it a card's words.
std::optional<CardQr> turnedBack(const QString& sent) {
    std::optional<CardQr> found;
    for (const QString& mended : caseMends(sent)) {
        auto card = readCard(mended);
        if (!card || !isOfOneCase(card->name))
            continue;
        if (found)
            return {};
        found = std::move(*card);
    }
    return found;
}

/// Its figures and dates stand where a card has them, whatever became of the words.
bool hasCardFigures(const QString& text) {
    const QStringList fields = cardFields(canonical(text));
    return fields.size() >= knownFields && isWholly(fields[0].trimmed(), "[0-9]{12}") && dateOf(fields[6].trimmed()).isValid();
}

}

base::Result<CardQr> CardQr::parse(const QString& text) {
    const QString sent = asRead(text);
    const auto asSent = readCard(sent);
    if (asSent)
        return asSent;
    std::vector<CardQr> whole;
    for (const QString& mended : mends(sent))
        if (auto card = readCard(mended))
            whole.push_back(std::move(*card));
    if (whole.size() == 1)
        return std::move(whole.front());
    if (whole.empty())
        if (auto card = turnedBack(sent))
            return std::move(*card);
    const QStringList guesses = layoutGuesses(sent);
    return !hasCardFigures(sent) && std::any_of(guesses.begin(), guesses.end(), hasCardFigures) ? refuseCard("card.layout") : asSent;
}

bool CardQr::isLike(const QString& text) {
    static const QRegularExpression number(QStringLiteral("(?<![0-9])[0-9]{12}\\s*[|~\\\\]"));
    // Its separators may be lost, or be others: a number, words and two dates.
    static const QRegularExpression dates(QStringLiteral("(?<![0-9])[0-9]{12}(?:[^0-9]?[0-9]{9})?[^0-9].*[0-9]{8}[^0-9].*[0-9]{8}(?![0-9])"));
    const QString sent = asRead(text);
    if (number.match(sent).hasMatch() || dates.match(sent).hasMatch() || sent.contains(QLatin1Char('|')))
        return true;
    const auto read = parse(sent);
    return read || read.error().code == QLatin1String("card.layout");
}

}
