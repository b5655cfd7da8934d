#include "sync/gateway/publish/UnitSheet.h"

#include "app/domain/Volume.h"
#include "sync/gateway/commands/RoleWords.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/People.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/LeaseTable.h"
#include "sync/gateway/store/StationTable.h"

#include <QJsonArray>

#include <set>

namespace motcua::gateway {

namespace {

QJsonObject personJson(const domain::Account& account) {
    QJsonObject json{{QStringLiteral("login"), account.login}, {QStringLiteral("name"), account.name}, {QStringLiteral("title"), account.title},
        {QStringLiteral("authority"), account.authority}, {QStringLiteral("roles"), QJsonArray::fromStringList(roleWords(account.roles))},
        {QStringLiteral("active"), account.active}};
    if (!account.authorities.empty())
        json.insert(QStringLiteral("authorities"), base::toJsonValue(account.authorities));
    return json;
}

base::Result<QJsonArray> volumesOf(const Tables& tables, qint64 station) {
    return tables.books().volumesOfStation(station).map([](const std::vector<domain::Volume>& volumes) {
        QJsonArray json;
        for (const domain::Volume& volume : volumes)
            json.append(QJsonObject{{QStringLiteral("label"), volume.label()}, {QStringLiteral("year"), volume.year},
                {QStringLiteral("lastNumber"), volume.lastNumber}, {QStringLiteral("closed"), volume.closed}});
        return json;
    });
}

base::Result<QJsonArray> desksOf(const Tables& tables, qint64 unit) {
    const auto stations = tables.stations().ofUnit(unit);
    if (!stations)
        return base::fail(stations.error());
    QJsonArray json;
    for (const StationRow& station : *stations) {
        const auto range = tables.feed().newest({.unit = {}, .station = station.peer.key}, "code-range");
        const auto volumes = range ? volumesOf(tables, station.peer.key) : base::fail(range.error());
        if (!volumes)
            return base::fail(volumes.error());
        json.append(QJsonObject{{QStringLiteral("station"), station.peer.id.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), station.name},
            {QStringLiteral("enrolled"), station.isEnrolled}, {QStringLiteral("revoked"), station.isRevoked},
            {QStringLiteral("codes"), QJsonObject{{QStringLiteral("first"), range->body.value(QLatin1String("first"))},
                                          {QStringLiteral("last"), range->body.value(QLatin1String("last"))}}},
            {QStringLiteral("volumes"), *volumes}});
    }
    return json;
}

}

base::Result<QJsonObject> unitSheet(const Tables& tables, const QString& unit) {
    const auto key = unitKey(tables, unit);
    const auto settings = key ? settingsOf(tables, unit) : base::fail(key.error());
    const auto people = settings ? People::of(tables, unit) : base::fail(settings.error());
    const auto desks = people ? desksOf(tables, *key) : base::fail(people.error());
    if (!desks)
        return base::fail(desks.error());
    QJsonArray runs;
    const auto known = tables.leases().runsOf(*key);
    if (!known)
        return base::fail(known.error());
    std::set<int> years;
    for (const RunRow& row : *known)
        years.insert(row.key.year);
    for (const int year : years) {
        const auto standing = standingOf(tables, *key, year);
        if (!standing)
            return base::fail(standing.error());
        for (const protocol::RunStanding& run : *standing)
            runs.append(base::toJson(run));
    }
    QJsonArray accounts;
    for (const domain::Account& account : people->accounts())
        accounts.append(personJson(account));
    return QJsonObject{{QStringLiteral("settings"), base::toJson(*settings)}, {QStringLiteral("accounts"), accounts},
        {QStringLiteral("desks"), *desks}, {QStringLiteral("runs"), runs}};
}

}
