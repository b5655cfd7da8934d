#include "app/domain/Mask.h"

namespace motcua::domain {

QString maskedNumber(const QString& number) {
    constexpr int shown = 4;
    constexpr int shownOfPassport = 3;
    if (!number.isEmpty() && number.front().isLetter() && number.size() > 2 * shownOfPassport)
        return QString(number.size() - shownOfPassport, QLatin1Char('*')) + number.right(shownOfPassport);
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
