#include "app/domain/Passport.h"

#include "app/domain/Mrz.h"

#include <QRegularExpression>

#include <algorithm>

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

bool isDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A part of the second line; its check digit comes after it.
struct Part {
    qsizetype first;
    qsizetype size;
};
constexpr Part parts[] = {{0, 9}, {13, 6}, {21, 6}}; // number, birth, expiry

bool agrees(QStringView text, QChar digit) {
    return digit.isDigit() && mrzCheckDigit(text) == digit.digitValue();
}

bool checkDigitsAgree(QStringView line) {
    const QString all = line.left(10).toString() + line.mid(13, 7).toString() + line.mid(21, 22).toString();
    return agrees(all, line[43]) && std::all_of(std::begin(parts), std::end(parts),
                                        [&](const Part& part) { return agrees(line.mid(part.first, part.size), line[part.first + part.size]); });
}

/// "740812" in the century that begins in 2000; invalid for what is no day.
QDate dayOf(QStringView text) {
    constexpr int century = 2000;
    return isDigits(text) ? QDate(century + text.left(2).toInt(), text.mid(2, 2).toInt(), text.mid(4, 2).toInt()) : QDate();
}

/// Nobody is born after the passport's end.
QDate birthBefore(QDate expiry, QStringView text) {
    const QDate day = dayOf(text);
    return day.isValid() && day >= expiry ? day.addYears(-100) : day;
}

QString sexOf(QChar letter) {
    return letter == u'M' ? QStringLiteral("Nam") : letter == u'F' ? QStringLiteral("Nữ") : QString();
}

}

bool Passport::isWhole(const QString& text) {
    const QString all = withoutLineEnds(text);
    return all.size() == 2 * passportLine && all.startsWith(QLatin1Char('P'));
}

base::Result<Passport> Passport::parse(const QString& text) {
    if (!isWhole(text))
        return base::fail(QStringLiteral("passport.lines"));
    const QString all = withoutLineEnds(text);
    const QStringView second = QStringView(all).mid(passportLine);
    if (!checkDigitsAgree(second))
        return base::fail(QStringLiteral("passport.check-digit"));
    Passport read;
    read.issuer = withBlanks(all.mid(2, 3));
    read.number = withBlanks(second.left(9).toString());
    const QString names = all.mid(5, passportLine - 5);
    read.surname = withBlanks(names.section(QLatin1String("<<"), 0, 0));
    read.givenNames = withBlanks(names.section(QLatin1String("<<"), 1));
    read.nationality = withBlanks(second.mid(10, 3).toString());
    read.expiry = dayOf(second.mid(21, 6));
    const QStringView birth = second.mid(13, 6);
    read.birthDate = birthBefore(read.expiry, birth);
    read.sex = sexOf(second[20]);
    // The day of birth may be unknown, with fillers in its place.
    if (!read.expiry.isValid() || (isDigits(birth) && !read.birthDate.isValid()))
        return base::fail(QStringLiteral("passport.date"));
    if (read.name().isEmpty() || read.number.isEmpty())
        return base::fail(QStringLiteral("passport.name"));
    return read;
}

bool Passport::isLike(const QString& text) {
    static const QRegularExpression lines(QStringLiteral("\\A[A-Z][A-Z<][A-Z0-9<]{28,}\\z"));
    constexpr int leastFillers = 4;
    const QString all = withoutLineEnds(text);
    return lines.match(all).hasMatch() && all.count(QLatin1Char('<')) >= leastFillers;
}

}
