#include "app/domain/Money.h"

#include <QRegularExpression>

namespace motcua::domain {

QString groupedNumber(qint64 number) {
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QLatin1Char('.'));
    return digits;
}

QString displayedMoney(qint64 amount) {
    return groupedNumber(amount) + QChar(0x00A0) + QStringLiteral("đ");
}

base::Result<qint64> parseMoney(const QString& text) {
    static const QRegularExpression currency(
        QStringLiteral("\\s*(?:đồng|đ|vnd|₫)\\z"), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression plain(QStringLiteral("\\A[0-9]+\\z"));
    static const QRegularExpression grouped(QStringLiteral("\\A[1-9][0-9]{0,2}(?:\\.[0-9]{3})+\\z"));
    static const QRegularExpression numeric(QStringLiteral("\\A[0-9]+(?:[.,][0-9]+)+\\z"));
    constexpr qsizetype mostDigits = 15;
    QString digits = text.normalized(QString::NormalizationForm_C).simplified();
    digits.remove(currency);
    if (grouped.match(digits).hasMatch())
        digits.remove(QLatin1Char('.'));
    else if (numeric.match(digits).hasMatch())
        return base::fail(QStringLiteral("money.ambiguous"));
    if (!plain.match(digits).hasMatch())
        return base::fail(QStringLiteral("money.malformed"));
    if (digits.size() > mostDigits)
        return base::fail(QStringLiteral("money.too-large"));
    return digits.toLongLong();
}

}
