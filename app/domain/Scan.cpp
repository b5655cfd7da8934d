#include "app/domain/Scan.h"

#include "app/domain/ReaderMends.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

base::Result<Scan> readLines(const QString& text) {
    if (Passport::isWhole(text)) {
        auto passport = Passport::parse(text);
        return passport ? base::Result<Scan>(Scan(std::move(*passport))) : base::fail(passport.error());
    }
    const auto card = Mrz::parse(text.toUpper());
    if (!card)
        return base::fail(card.error());
    return Scan(*card);
}

base::Result<Scan> readOne(const QString& text) {
    if (auto receipt = ReceiptScan::parse(text))
        return Scan(std::move(*receipt));
    if (Passport::isLike(text))
        return readLines(text);
    if (!CardQr::isLike(text))
        return base::fail(QStringLiteral("scan.unknown"));
    auto card = CardQr::parse(text);
    if (!card)
        return base::fail(card.error());
    return Scan(std::move(*card));
}

/// The texts of a burst, each once: two codes that came at once are two lines.
QStringList linesOf(const QString& text) {
    static const QRegularExpression ends(QStringLiteral("[\\r\\n\\t]+"));
    QStringList lines;
    for (const QString& line : text.split(ends, Qt::SkipEmptyParts))
        if (const QString read = asRead(line); !read.isEmpty() && !lines.contains(read))
            lines << read;
    return lines;
}

}

bool isScanBegun(const QString& text) {
    // No code of ours is longer; what is, is waited for no more.
    constexpr qsizetype longest = 300;
    if (text.isEmpty() || text.size() > longest)
        return false;
    // The number of a card begins with its province's, which begins with 0.
    static const QRegularExpression number(QStringLiteral("\\A(?:\\](?:[A-Za-z][0-9A-Za-z]?)?|(?:\\][A-Za-z][0-9A-Za-z])?0[0-9]{0,11})\\z"));
    static const QRegularExpression card(QStringLiteral("\\A[^0-9]{0,3}[0-9]{12}[|~\\\\]"));
    static const QRegularExpression cardsEnd(QStringLiteral("(?:\\|[^|]*+){5,}\\|[0-9]{8}(?![0-9])"));
    static const QRegularExpression receipt(
        QStringLiteral("\\A[A-Za-z](?:[0-9]?|[0-9]{2}(?:\\.[0-9]{0,3}){0,4}(?:-[0-9]{0,6}(?:-[0-9]{0,3})?)?)\\z"));
    static const QRegularExpression slip(
        QStringLiteral("\\AM(?:O(?:T(?:C(?:U(?:A(?::[0-9]{0,39})?)?)?)?)?)?\\z"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression passport(QStringLiteral("\\AP[A-Z<]{0,43}\\z"));
    const auto is = [&text](const QRegularExpression& pattern) { return pattern.match(text).hasMatch(); };
    return is(number) || is(receipt) || is(slip) || is(passport) || (is(card) && !is(cardsEnd));
}

bool isCardsHead(const QString& text) {
    static const QRegularExpression head(QStringLiteral("\\A[0-9]{12}\\|"));
    return head.match(text).hasMatch();
}

bool isCardsShape(const QString& text) {
    constexpr int bars = 5;
    return text.count(QLatin1Char('|')) >= bars && isCardsHead(text);
}

namespace {

QString withoutLineEnds(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return QString(text).remove(blanks);
}

}

bool isLinesShape(const QString& text) {
    static const QRegularExpression lines(
        QStringLiteral("\\A(?:P[A-Z<][A-Z0-9<]{86}|I[A-Z<][A-Z0-9<]{88})\\z"), QRegularExpression::CaseInsensitiveOption);
    return text.contains(QLatin1String("<<")) && lines.match(withoutLineEnds(text)).hasMatch();
}

bool isLinesBegun(const QString& text) {
    static const QRegularExpression lines(
        QStringLiteral("\\A(?:P[A-Z<][A-Z0-9<]{42}|I[A-Z<](?:[A-Z0-9<]{28}|[A-Z0-9<]{58}))\\z"), QRegularExpression::CaseInsensitiveOption);
    return text.contains(QLatin1Char('<')) && lines.match(withoutLineEnds(text)).hasMatch();
}

bool isPieceOfLines(const QString& text) {
    static const QRegularExpression piece(QStringLiteral("\\A[A-Z0-9<\\s]*\\z"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression head(QStringLiteral("\\AP<[A-Z]{3}"), QRegularExpression::CaseInsensitiveOption);
    return (text.contains(QLatin1String("<<")) || head.match(text).hasMatch()) && piece.match(text).hasMatch();
}

base::Result<Scan> readScan(const QString& text) {
    // Nothing on a paper is longer; a picture's worth of signs is not looked into.
    if (text.size() > longestScan)
        return base::fail(QStringLiteral("scan.too-long"));
    QString sent = text;
    const bool wasRewritten = sent.contains(QChar(rewritten));
    sent.remove(QChar(rewritten));
    const auto whole = readOne(asRead(sent));
    // The other codes prove themselves.
    if (wasRewritten && (whole ? std::holds_alternative<CardQr>(*whole) : whole.error().code != QLatin1String("scan.unknown")))
        return base::fail(QStringLiteral("card.input-method"));
    const QStringList lines = linesOf(sent);
    if (!whole && lines.size() > 1 && std::any_of(lines.begin(), lines.end(), [](const QString& line) { return readOne(line).has_value(); }))
        return base::fail(QStringLiteral("scan.several"));
    return whole;
}

bool isScan(const QString& text) {
    return readScan(text).has_value();
}

}
