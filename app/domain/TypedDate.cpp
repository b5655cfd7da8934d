#include "app/domain/TypedDate.h"

#include <QRegularExpression>

namespace motcua::domain {

QDate typedDate(const QString& text, QDate today, Years years) {
    constexpr int firstYear = 1870;
    static const QRegularExpression parts(QStringLiteral(R"(^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\s*$)"));
    static const QRegularExpression digits(QStringLiteral(R"(^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$)"));
    auto match = parts.match(text);
    if (!match.hasMatch())
        match = digits.match(text);
    if (!match.hasMatch())
        return {};
    int year = match.captured(3).toInt();
    if (match.captured(3).size() == 2)
        year += years == Years::Past && year > today.year() % 100 ? 1900 : 2000;
    const QDate date(year, match.captured(2).toInt(), match.captured(1).toInt());
    return date.isValid() && year >= firstYear ? date : QDate();
}

}
