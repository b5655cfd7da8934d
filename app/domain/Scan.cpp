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
    if (text.size() > longest)
        return false;
    static const QRegularExpression card(QStringLiteral("\\A[^0-9]{0,3}[0-9]{12}[|~\\\\]"));
    static const QRegularExpression cardsEnd(QStringLiteral("(?:\\|[^|]*+){5,}\\|[0-9]{8}(?![0-9])"));
    static const QRegularExpression receipt(QStringLiteral("\\A[A-Z][0-9]{2}(?:\\.[0-9]{1,3}){0,4}(?:-[0-9]{0,6}(?:-[0-9]{0,3})?)?\\z"));
    static const QRegularExpression slip(QStringLiteral("\\AMOTCUA:[0-9]{0,39}\\z"), QRegularExpression::CaseInsensitiveOption);
    return receipt.match(text).hasMatch() || slip.match(text).hasMatch() || (card.match(text).hasMatch() && !cardsEnd.match(text).hasMatch());
}

base::Result<Scan> readScan(const QString& text) {
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
