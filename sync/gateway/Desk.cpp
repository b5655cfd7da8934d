#include "sync/gateway/Desk.h"

#include "app/base/Clock.h"
#include "app/domain/Settings.h"
#include "app/domain/Volume.h"
#include "sync/gateway/Items.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// Serials are printed with four digits; a unit of ten desks is a large one.
constexpr int serialsPerDesk = 999;
constexpr int mostDesks = 10;

struct Place {
    qint64 unit = 0;
    qint64 station = 0;
    int ordinal = 0;  ///< which desk of its unit, from 1
};

base::Result<Place> placeFor(sqlite::Connection& connection, const NewDesk& desk) {
    auto query = connection.prepare(
        "SELECT u.key, (SELECT count(*) FROM stations s WHERE s.unit = u.key), "
        "(SELECT coalesce(max(key), 0) + 1 FROM stations) FROM units u WHERE u.code = ?1");
    const auto row = query.bind(desk.unit).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("unit.unknown"));
    const Place place{query.integer(0), query.integer(2), static_cast<int>(query.integer(1)) + 1};
    if (place.ordinal > mostDesks)
        return base::fail(QStringLiteral("unit.full"));
    return place;
}

base::Outcome addVolume(sqlite::Connection& connection, const NewDesk& desk, const Place& place, int year) {
    domain::Volume volume;
    volume.id = domain::VolumeId::make(desk.now.toMSecsSinceEpoch());
    volume.unit = desk.unit;
    volume.station = domain::StationId(desk.station);
    volume.year = year;
    volume.ordinal = place.ordinal;
    volume.symbol = QStringLiteral("SCT/BS");
    const QJsonObject body = base::toJson(volume);
    return connection.prepare("INSERT INTO volumes(id, unit, station, body) VALUES(?1, ?2, ?3, ?4)")
        .bind(volume.id.value(), place.unit, place.station, QJsonDocument(body).toJson(QJsonDocument::Compact))
        .run()
        .and_then([&](base::Done) { return publish(connection, {.station = place.station}, "volume", body); })
        .map([](qint64) { return base::Done(); });
}

base::Outcome addCodeRange(sqlite::Connection& connection, const NewDesk& desk, const Place& place) {
    domain::CodeRange range;
    range.unit = desk.unit;
    range.station = domain::StationId(desk.station);
    range.first = (place.ordinal - 1) * serialsPerDesk + 1;
    range.last = place.ordinal * serialsPerDesk;
    return publish(connection, {.station = place.station}, "code-range", base::toJson(range)).map([](qint64) {
        return base::Done();
    });
}

}

base::Outcome addDesk(sqlite::Connection& connection, const NewDesk& desk) {
    const auto place = placeFor(connection, desk);
    if (!place)
        return base::fail(place.error());
    const int year = base::toVietnamTime(desk.now).date().year();
    constexpr int hashBytes = 32;
    return connection.prepare("INSERT INTO stations(key, id, unit, name, head) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(place->station, desk.station, place->unit, desk.name, QByteArray(hashBytes, '\0'))
        .run()
        .and_then([&](base::Done) { return addCodeRange(connection, desk, *place); })
        .and_then([&](base::Done) { return addVolume(connection, desk, *place, year); })
        .and_then([&](base::Done) { return addVolume(connection, desk, *place, year + 1); });
}

}
