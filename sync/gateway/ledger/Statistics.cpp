#include "sync/gateway/ledger/Statistics.h"

#include "sync/gateway/store/Counts.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"

#include <QJsonArray>

namespace motcua::gateway {

namespace {

constexpr std::pair<const char*, qint64 UnitCounts::*> columns[] = {
    {"events", &UnitCounts::events},
    {"dossiers", &UnitCounts::dossiers},
    {"bookEntries", &UnitCounts::bookEntries},
    {"spoiled", &UnitCounts::spoiled},
    {"blobs", &UnitCounts::blobs},
    {"waiting", &UnitCounts::waiting},
    {"irregular", &UnitCounts::irregular},
    {"refused", &UnitCounts::refused},
};

QJsonObject countsJson(const UnitCounts& counts) {
    QJsonObject json;
    for (const auto& [name, column] : columns)
        json.insert(QLatin1String(name), counts.*column);
    return json;
}

QJsonObject statesJson(const UnitCounts& counts) {
    QJsonObject json;
    for (auto it = counts.dossiersByState.cbegin(); it != counts.dossiersByState.cend(); ++it)
        json.insert(QString::number(it.key()), it.value());
    return json;
}

QJsonObject stationJson(const StationRow& station) {
    return {{QStringLiteral("station"), station.peer.id.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), station.name},
        {QStringLiteral("seq"), station.chain.seq}, {QStringLiteral("head"), QString::fromLatin1(station.chain.head.toHex())},
        {QStringLiteral("lastContact"), station.lastContact}, {QStringLiteral("enrolled"), station.isEnrolled},
        {QStringLiteral("revoked"), station.isRevoked}};
}

base::Result<QJsonObject> provinceJson(const Tables& tables) {
    const auto units = tables.units().all();
    if (!units)
        return base::fail(units.error());
    UnitCounts totals;
    QJsonArray byUnit;
    for (const UnitRow& unit : *units) {
        const auto counts = tables.counts().ofUnit(unit.key);
        const auto stations = counts ? tables.stations().ofUnit(unit.key) : base::fail(counts.error());
        if (!stations)
            return base::fail(stations.error());
        QJsonObject json = countsJson(*counts);
        QJsonArray desks;
        for (const StationRow& station : *stations)
            desks.append(stationJson(station));
        json.insert(QStringLiteral("unit"), unit.settings.unit.toString());
        json.insert(QStringLiteral("states"), statesJson(*counts));
        json.insert(QStringLiteral("stations"), desks);
        byUnit.append(json);
        for (const auto& [name, column] : columns)
            totals.*column += (*counts).*column;
    }
    QJsonObject json = units->empty() ? QJsonObject() : countsJson(totals);
    json.insert(QStringLiteral("units"), byUnit);
    return json;
}

}

base::Result<QJsonObject> statistics(const PlatformStore& store) {
    return store.read([](const Tables& tables) { return provinceJson(tables); });
}

}
