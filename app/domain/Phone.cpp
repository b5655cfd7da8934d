#include "app/domain/Phone.h"

#include <QRegularExpression>

namespace motcua::domain {

std::optional<QString> normalisedPhone(const QString& text) {
    static const QRegularExpression gaps(QStringLiteral("[\\s.()\\-]"));
    static const QRegularExpression abroad(QStringLiteral("\\A(?:\\+84|0084|84(?=[0-9]{9,10}\\z))0?"));
    static const QRegularExpression national(QStringLiteral("\\A(?:0[35789][0-9]{8}|02[0-9]{9})\\z"));
    QString digits = text;
    digits.remove(gaps);
    digits.replace(abroad, QStringLiteral("0"));
    if (!national.match(digits).hasMatch())
        return std::nullopt;
    return digits;
}

bool mayBePhone(const QString& text) {
    static const QRegularExpression dialled(QStringLiteral("\\A\\+?(?:[\\s.()\\-]*[0-9]){7,15}[\\s.()\\-]*\\z"));
    return dialled.match(text).hasMatch();
}

QString displayedPhone(const QString& phone) {
    const auto digits = normalisedPhone(phone);
    if (!digits)
        return phone;
    const bool landline = digits->startsWith(QLatin1String("02"));
    const bool shortArea = digits->startsWith(QLatin1String("024")) || digits->startsWith(QLatin1String("028"));
    const int area = landline && !shortArea ? 4 : landline ? 3 : 4;
    const int middle = landline ? 4 : 3;
    return digits->left(area) + QLatin1Char(' ') + digits->mid(area, middle) + QLatin1Char(' ') + digits->mid(area + middle);
}

}
