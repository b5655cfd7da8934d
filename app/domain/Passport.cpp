#include "app/domain/Passport.h"

#include "app/domain/Mrz.h"

#include <QRegularExpression>

namespace motcua::domain {

namespace {

constexpr qsizetype passportLine = 44;

QString withoutLineEnds(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.toUpper().remove(blanks);
}

QString withBlanks(QString text) {
    return text.replace(QLatin1Char('<'), QLatin1Char(' ')).simplified();
}

bool agrees(QStringView text, QChar digit) {
    return mrzCheckDigit(text) == digit.digitValue();
}

}

std::optional<Passport> Passport::parse(const QString& text) {
    const QString all = withoutLineEnds(text);
    if (all.size() != 2 * passportLine || !all.startsWith(QLatin1Char('P')))
        return std::nullopt;
    const QStringView second = QStringView(all).mid(passportLine);
    if (!agrees(second.left(9), second[9]) || !agrees(second.mid(13, 6), second[19]) || !agrees(second.mid(21, 6), second[27]))
        return std::nullopt;
    const QString names = all.mid(5, passportLine - 5);
    return Passport{withBlanks(all.mid(2, 3)), withBlanks(second.left(9).toString()), withBlanks(names.section(QLatin1String("<<"), 0, 0)),
        withBlanks(names.section(QLatin1String("<<"), 1))};
}

bool Passport::isLike(const QString& text) {
    static const QRegularExpression lines(QStringLiteral("\\A[A-Z][A-Z<][A-Z0-9<]{28,}\\z"));
    constexpr int leastFillers = 4;
    const QString all = withoutLineEnds(text);
    return lines.match(all).hasMatch() && all.count(QLatin1Char('<')) >= leastFillers;
}

}
