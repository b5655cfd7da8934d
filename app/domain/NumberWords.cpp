#include "app/domain/NumberWords.h"

#include "app/domain/Capitals.h"

namespace motcua::domain {

namespace {

constexpr qint64 billion = 1'000'000'000;
constexpr const char16_t* digits[] = {u"không", u"một", u"hai", u"ba", u"bốn", u"năm", u"sáu", u"bảy", u"tám", u"chín"};

QString word(int digit) {
    return QString::fromUtf16(digits[digit]);
}

QString unitsAfterTens(int tens, int units) {
    if (units == 5)
        return QStringLiteral("lăm");
    if (tens > 1 && units == 1)
        return QStringLiteral("mốt");
    if (tens > 1 && units == 4)
        return QStringLiteral("tư");
    return word(units);
}

/// A group of three digits. After a higher group its hundreds are spoken even when they are zero.
void addGroup(QStringList& words, int group, bool afterHigher, NumberDialect dialect) {
    const int hundreds = group / 100;
    const int tens = group / 10 % 10;
    const int units = group % 10;
    const bool spoken = hundreds > 0 || afterHigher;
    if (spoken)
        words << word(hundreds) << QStringLiteral("trăm");
    if (tens > 1)
        words << word(tens) << QStringLiteral("mươi");
    else if (tens == 1)
        words << QStringLiteral("mười");
    else if (spoken && units > 0)
        words << (dialect == NumberDialect::Northern ? QStringLiteral("linh") : QStringLiteral("lẻ"));
    if (units > 0)
        words << (tens > 0 ? unitsAfterTens(tens, units) : word(units));
}

void addNumber(QStringList& words, qint64 number, NumberDialect dialect) {
    if (number >= billion) {
        addNumber(words, number / billion, dialect);
        words << QStringLiteral("tỷ");
        number %= billion;
    }
    const QString thousand = dialect == NumberDialect::Northern ? QStringLiteral("nghìn") : QStringLiteral("ngàn");
    const std::pair<int, QString> groups[] = {{static_cast<int>(number / 1'000'000), QStringLiteral("triệu")},
        {static_cast<int>(number / 1'000 % 1'000), thousand}, {static_cast<int>(number % 1'000), QString()}};
    for (const auto& [group, name] : groups) {
        if (group == 0)
            continue;
        addGroup(words, group, !words.isEmpty(), dialect);
        if (!name.isEmpty())
            words << name;
    }
}

}

NumberDialect dialectOf(const UnitSettings& settings) {
    return settings.amountWordsNorthern ? NumberDialect::Northern : NumberDialect::Southern;
}

QString numberInWords(qint64 number, NumberDialect dialect) {
    if (number < 0)
        return {};
    if (number == 0)
        return word(0);
    QStringList words;
    addNumber(words, number, dialect);
    return words.join(QLatin1Char(' '));
}

QString amountInWords(qint64 amount, const UnitSettings& settings) {
    if (amount < 0)
        return {};
    const bool exact = settings.amountWordsExact && amount > 0 && amount % 1'000 == 0;
    return capitalised(numberInWords(amount, dialectOf(settings)) + QStringLiteral(" đồng") + (exact ? QStringLiteral(" chẵn") : QString()));
}

QString dateInWords(int year, int month, int day, NumberDialect dialect) {
    if (year < 1 || (day != 0 && month == 0) || !QDate(year, month == 0 ? 1 : month, day == 0 ? 1 : day).isValid())
        return {};
    QStringList parts;
    if (day > 0)
        parts << QStringLiteral("ngày ") + numberInWords(day, dialect);
    if (month > 0)
        parts << QStringLiteral("tháng ") + (month == 4 ? QStringLiteral("tư") : numberInWords(month, dialect));
    parts << QStringLiteral("năm ") + numberInWords(year, dialect);
    return capitalised(parts.join(QStringLiteral(", ")));
}

}
