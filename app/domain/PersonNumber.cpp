#include "app/domain/PersonNumber.h"

#include "app/domain/PersonalId.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool isNumeral(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isCapital(QChar c) {
    return c >= u'A' && c <= u'Z';
}

}

bool isPassportNumber(const QString& number) {
    constexpr qsizetype longest = 20;
    return number.size() <= longest && std::all_of(number.begin(), number.end(), [](QChar c) { return isNumeral(c) || isCapital(c); });
}

bool isPassportsOnly(const QString& number) {
    constexpr qsizetype fewest = 5;
    constexpr qsizetype fewestDigits = 6;
    constexpr qsizetype mostDigits = 11;
    const bool isShort = number.size() >= fewestDigits && number.size() <= mostDigits;
    const bool hasLetter = std::any_of(number.begin(), number.end(), isCapital);
    return isPassportNumber(number) && (hasLetter ? number.size() >= fewest : isShort);
}

bool isPersonalNumber(const QString& number) {
    return number.size() == personalIdDigits && std::all_of(number.begin(), number.end(), isNumeral);
}

bool isPersonNumber(const QString& number) {
    return number.isEmpty() || isPassportsOnly(number) || isPersonalNumber(number);
}

QString comparedNumber(const QString& typed) {
    QString number = typed.normalized(QString::NormalizationForm_KC).toUpper();
    number.removeIf([](QChar c) { return !isNumeral(c) && !isCapital(c); });
    return number;
}

}
