#include "app/domain/Volume.h"

#include <algorithm>

namespace motcua::domain {

int volumeKindOf(const QString& symbol) {
    constexpr int anyOther = 9;
    return symbol == QLatin1String(firstBook) ? 0 : anyOther;
}

bool isSlipSeries(const QString& symbol) {
    return std::any_of(std::begin(series::all), std::end(series::all), [&](const char* each) { return symbol == QLatin1String(each); });
}

QString Volume::slipLabel(int number) const {
    return QStringLiteral("%1.%2").arg(ordinal, 2, 10, QLatin1Char('0')).arg(number, 4, 10, QLatin1Char('0'));
}

QString Volume::label() const {
    return QStringLiteral("%1/%2-%3").arg(ordinal, 2, 10, QLatin1Char('0')).arg(year).arg(symbol);
}

}
