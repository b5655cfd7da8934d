#include "app/domain/Mask.h"

namespace motcua::domain {

QString maskedNumber(const QString& number) {
    constexpr int shown = 4;
    if (number.size() <= 2 * shown)
        return QString(number.size(), QLatin1Char('*'));
    return number.left(shown) + QStringLiteral("****") + number.right(shown);
}

QString maskedPhone(const QString& phone) {
    if (phone.size() < 7)
        return QString(phone.size(), QLatin1Char('x'));
    return phone.left(2) + QStringLiteral("xx…") + phone.right(3);
}

}
