#include "app/domain/Passport.h"

#include "app/domain/Mrz.h"

#include <QRegularExpression>

namespace motcua::domain {

namespace {

constexpr qsizetype lineLength = 44;

QString withoutLineEnds(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.toUpper().remove(blanks);
}

QString plain(QString text) {
    return text.replace(QLatin1Char('<'), QLatin1Char(' ')).simplified();
}

bool checks(QStringView text, QChar digit) {
    return mrzCheckDigit(text) == digit.digitValue();
}

}

std::optional<Passport> Passport::parse(const QString& text) {
    const QString all = withoutLineEnds(text);
    if (all.size() != 2 * lineLength || !all.startsWith(QLatin1Char('P')))
        return std::nullopt;
    const QStringView second = QStringView(all).mid(lineLength);
    if (!checks(second.left(9), second[9]) || !checks(second.mid(13, 6), second[19]) || !checks(second.mid(21, 6), second[27]))
        return std::nullopt;
    const QString names = all.mid(5, lineLength - 5);
    return Passport{plain(all.mid(2, 3)), plain(second.left(9).toString()), plain(names.section(QLatin1String("<<"), 0, 0)),
        plain(names.section(QLatin1String("<<"), 1))};
}

bool Passport::isLike(const QString& text) {
    static const QRegularExpression lines(QStringLiteral("\\A[A-Z][A-Z<][A-Z0-9<]{28,}\\z"));
    constexpr int leastFillers = 4;
    const QString all = withoutLineEnds(text);
    return lines.match(all).hasMatch() && all.count(QLatin1Char('<')) >= leastFillers;
}

}
