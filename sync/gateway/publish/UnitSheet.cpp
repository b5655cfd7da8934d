#include "sync/gateway/publish/UnitSheet.h"

#include "app/domain/Volume.h"
#include "sync/gateway/commands/RoleWords.h"
#include "sync/gateway/publish/Items.h"
#include "sync/gateway/publish/People.h"
#include "sync/gateway/publish/Units.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::gateway {

namespace {

QJsonObject personJson(const domain::Account& account) {
    return {{QStringLiteral("login"), account.login}, {QStringLiteral("name"), account.name}, {QStringLiteral("title"), account.title},
        {QStringLiteral("authority"), account.authority}, {QStringLiteral("roles"), QJsonArray::fromStringList(roleWords(account.roles))},
        {QStringLiteral("active"), account.active}};
}

base::Result<QJsonArray> volumesOf(sqlite::Connection& connection, qint64 station) {
    QJsonArray json;
    auto query = connection.prepare("SELECT body FROM volumes WHERE station = ?1 ORDER BY id");
    query.bind(station);
    return query
        .each([&] {
            const auto volume = base::fromJson<domain::Volume>(QJsonDocument::fromJson(query.bytes(0)).object());
            json.append(QJsonObject{{QStringLiteral("label"), volume.label()}, {QStringLiteral("year"), volume.year},
                {QStringLiteral("lastNumber"), volume.lastNumber}, {QStringLiteral("closed"), volume.closed}});
        })
        .map([&](base::Done) { return std::move(json); });
}

base::Result<QJsonArray> desksOf(sqlite::Connection& connection, qint64 unit) {
    QJsonArray json;
    auto query = connection.prepare("SELECT key, id, name, enrolled, revoked FROM stations WHERE unit = ?1 ORDER BY key");
    query.bind(unit);
    return query
        .each([&]() -> base::Outcome {
            const auto range = newest(connection, {.unit = {}, .station = query.integer(0)}, "code-range");
            const auto volumes = range ? volumesOf(connection, query.integer(0)) : base::fail(range.error());
            if (!volumes)
                return base::fail(volumes.error());
            json.append(
                QJsonObject{{QStringLiteral("station"), query.uuid(1).toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), query.text(2)},
                    {QStringLiteral("enrolled"), !query.isNull(3)}, {QStringLiteral("revoked"), query.integer(4) != 0},
                    {QStringLiteral("codes"), QJsonObject{{QStringLiteral("first"), range->value(QLatin1String("first"))},
                                                  {QStringLiteral("last"), range->value(QLatin1String("last"))}}},
                    {QStringLiteral("volumes"), *volumes}});
            return base::done();
        })
        .map([&](base::Done) { return std::move(json); });
}

}

base::Result<QJsonObject> unitSheet(sqlite::Connection& connection, const QString& unit) {
    const auto key = unitKey(connection, unit);
    const auto settings = key ? settingsOf(connection, unit) : base::fail(key.error());
    const auto people = settings ? People::of(connection, unit) : base::fail(settings.error());
    const auto desks = people ? desksOf(connection, *key) : base::fail(people.error());
    if (!desks)
        return base::fail(desks.error());
    QJsonArray accounts;
    for (const domain::Account& account : people->accounts())
        accounts.append(personJson(account));
    return QJsonObject{
        {QStringLiteral("settings"), base::toJson(*settings)}, {QStringLiteral("accounts"), accounts}, {QStringLiteral("desks"), *desks}};
}

}
