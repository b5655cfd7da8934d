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
    if (isUnits())
        return QStringLiteral("%1").arg(number, 4, 10, QLatin1Char('0'));
    return QStringLiteral("%1.%2").arg(ordinal, 2, 10, QLatin1Char('0')).arg(number, 4, 10, QLatin1Char('0'));
}

int Volume::total() const {
    if (isUnits())
        return taken.value_or(0);
    return lastNumber > 0 ? lastNumber - firstNumber + 1 : 0;
}

std::optional<int> Volume::end() const {
    return capacity ? std::optional(firstNumber + *capacity - 1) : std::nullopt;
}

NumberVolume numbersOf(const Volume& volume) {
    return {volume.id, volume.symbol, volume.year, volume.ordinal, volume.firstNumber, volume.capacity, volume.closed};
}

bool writes(const Volume& volume, StationId station, const std::vector<HeldLease>& leases) {
    if (!volume.isUnits())
        return volume.station == station;
    return std::any_of(
        leases.begin(), leases.end(), [&](const HeldLease& lease) { return lease.volume == volume.id && lease.holder == station && lease.isLive(); });
}

QString Volume::label() const {
    return QStringLiteral("%1/%2-%3").arg(ordinal, 2, 10, QLatin1Char('0')).arg(year).arg(symbol);
}

}
