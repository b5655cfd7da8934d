#include "app/domain/Volume.h"

namespace motcua::domain {

int volumeKindOf(const QString& symbol) {
    constexpr int anyOther = 9;
    return symbol == QLatin1String(firstBook) ? 0 : anyOther;
}

QString Volume::label() const {
    return QStringLiteral("%1/%2-%3").arg(ordinal, 2, 10, QLatin1Char('0')).arg(year).arg(symbol);
}

}
