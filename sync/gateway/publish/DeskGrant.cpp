#include "sync/gateway/publish/DeskGrant.h"

#include "app/base/Clock.h"
#include "app/domain/Settings.h"
#include "app/domain/Volume.h"
#include "sync/gateway/publish/Items.h"
#include "sync/gateway/publish/Units.h"

#include <QJsonDocument>

#include <optional>
#include <vector>

namespace motcua::gateway {

namespace {

/// Serials are printed with four digits; a unit of ten desks is a large one.
constexpr int serialsPerDesk = 999;
constexpr int lastSerial = 99'999;
constexpr int mostDesks = 10;
constexpr int yearsAhead = 2;

struct Place {
    qint64 unit = 0;
    qint64 station = 0;
    QUuid id = {};
};

domain::CodeRange rangeIn(const QByteArray& body) {
    return base::fromJson<domain::CodeRange>(QJsonDocument::fromJson(body).object());
}

base::Result<Place> placeFor(sqlite::Connection& connection, const NewDesk& desk) {
    auto query = connection.prepare("SELECT u.key, (SELECT count(*) FROM stations s WHERE s.unit = u.key), "
                                    "(SELECT coalesce(max(key), 0) + 1 FROM stations) FROM units u WHERE u.code = ?1");
    const auto row = query.bind(desk.unit).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("unit.unknown"), {{QStringLiteral("unit"), desk.unit}});
    if (query.integer(1) >= mostDesks)
        return base::fail(QStringLiteral("unit.full"), {{QStringLiteral("unit"), desk.unit}});
    return Place{query.integer(0), query.integer(2), desk.station};
}

/// The desks of a unit that are not revoked, or the one of them that is named. Errors: "unit.unknown", "station.unknown".
base::Result<std::vector<Place>> desksFor(sqlite::Connection& connection, const QString& unit, const QUuid& only) {
    const auto key = unitKey(connection, unit);
    if (!key)
        return base::fail(key.error());
    auto query = connection.prepare("SELECT key, id FROM stations WHERE unit = ?1 AND revoked = 0 ORDER BY key");
    query.bind(*key);
    std::vector<Place> places;
    const auto read = query.each([&] {
        if (only.isNull() || query.uuid(1) == only)
            places.push_back({*key, query.integer(0), query.uuid(1)});
    });
    if (!read)
        return base::fail(read.error());
    if (places.empty() && !only.isNull())
        return base::fail(QStringLiteral("station.unknown"));
    return places;
}

base::Result<std::vector<domain::Volume>> volumesOf(sqlite::Connection& connection, qint64 unit, int year) {
    auto query = connection.prepare("SELECT body FROM volumes WHERE unit = ?1");
    query.bind(unit);
    std::vector<domain::Volume> volumes;
    return query
        .each([&] {
            const auto volume = base::fromJson<domain::Volume>(QJsonDocument::fromJson(query.bytes(0)).object());
            if (volume.year == year && volume.symbol == QLatin1String(domain::firstBook))
                volumes.push_back(volume);
        })
        .map([&](base::Done) { return std::move(volumes); });
}

/// The next volume of the desk in that year; nothing: it has an open one.
base::Result<std::optional<domain::Volume>> nextVolume(sqlite::Connection& connection, const Place& place, const QString& unit, int year) {
    const auto volumes = volumesOf(connection, place.unit, year);
    const auto settings = volumes ? settingsOf(connection, unit) : base::fail(volumes.error());
    if (!settings)
        return base::fail(settings.error());
    domain::Volume next;
    for (const domain::Volume& volume : *volumes) {
        next.ordinal = qMax(next.ordinal, volume.ordinal + 1);
        if (volume.station.value() != place.id)
            continue;
        if (!volume.closed)
            return std::nullopt;
        if (!settings->numberRestartsPerVolume)
            next.firstNumber = qMax(next.firstNumber, volume.nextNumber());
    }
    next.unit = unit;
    next.station = domain::StationId(place.id);
    next.year = year;
    next.symbol = QLatin1String(domain::firstBook);
    return next;
}

/// True: the desk was given a volume.
base::Result<bool> addVolume(sqlite::Connection& connection, const Place& place, const QString& unit, int year, const QDateTime& now) {
    auto volume = nextVolume(connection, place, unit, year);
    if (!volume || !*volume)
        return volume ? base::Result<bool>(false) : base::fail(volume.error());
    (*volume)->id = domain::VolumeId::make(now.toMSecsSinceEpoch());
    const QJsonObject body = base::toJson(**volume);
    return connection.prepare("INSERT INTO volumes(id, unit, station, body) VALUES(?1, ?2, ?3, ?4)")
        .bind((*volume)->id.value(), place.unit, place.station, QJsonDocument(body).toJson(QJsonDocument::Compact))
        .run()
        .and_then([&](base::Done) { return publish(connection, {.unit = place.unit, .station = {}}, "volume", body); })
        .map([](qint64) { return true; });
}

/// Every range that a desk of the unit has or had.
base::Result<std::vector<domain::CodeRange>> rangesOf(sqlite::Connection& connection, qint64 unit) {
    auto query = connection.prepare(
        "SELECT i.body FROM items i JOIN stations s ON s.key = i.station WHERE i.kind = 'code-range' AND s.unit = ?1 ORDER BY i.cursor");
    query.bind(unit);
    std::vector<domain::CodeRange> ranges;
    return query.each([&] { ranges.push_back(rangeIn(query.bytes(0))); }).map([&](base::Done) { return std::move(ranges); });
}

base::Outcome publishRange(sqlite::Connection& connection, const Place& place, const domain::CodeRange& range) {
    return publish(connection, {.unit = {}, .station = place.station}, "code-range", base::toJson(range)).map([](qint64) { return base::Done(); });
}

base::Outcome addCodeRange(sqlite::Connection& connection, const NewDesk& desk, const Place& place) {
    const auto ranges = rangesOf(connection, place.unit);
    if (!ranges)
        return base::fail(ranges.error());
    domain::CodeRange range{desk.unit, domain::StationId(desk.station), 1, serialsPerDesk};
    for (const domain::CodeRange& taken : *ranges)
        range.first = qMax(range.first, taken.last + 1);
    range.last = range.first + serialsPerDesk - 1;
    if (range.last > lastSerial)
        return base::fail(QStringLiteral("unit.full"), {{QStringLiteral("unit"), desk.unit}});
    return publishRange(connection, place, range);
}

base::Error saying(const char* code, const CodeGrant& grant) {
    return {QLatin1String(code), {{QStringLiteral("first"), QString::number(grant.first)}, {QStringLiteral("last"), QString::number(grant.last)}}};
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
        .and_then([&](base::Done) { return addVolume(connection, *place, desk.unit, year, desk.now); })
        .and_then([&](bool) { return addVolume(connection, *place, desk.unit, year + 1, desk.now); })
        .map([](bool) { return base::Done(); });
}

base::Result<int> grantYear(sqlite::Connection& connection, const YearGrant& grant) {
    const int thisYear = base::toVietnamTime(grant.now).date().year();
    if (grant.year < thisYear || grant.year > thisYear + yearsAhead)
        return base::fail(QStringLiteral("grant.year"), {{QStringLiteral("year"), QString::number(grant.year)}});
    const auto desks = desksFor(connection, grant.unit, grant.station);
    if (!desks)
        return base::fail(desks.error());
    int given = 0;
    for (const Place& place : *desks) {
        const auto added = addVolume(connection, place, grant.unit, grant.year, grant.now);
        if (!added)
            return base::fail(added.error());
        given += *added ? 1 : 0;
    }
    return given;
}

base::Result<bool> grantCodes(sqlite::Connection& connection, const CodeGrant& grant) {
    if (grant.first < 1 || grant.last < grant.first || grant.last > lastSerial)
        return base::fail(saying("grant.codes", grant));
    const auto desks = desksFor(connection, grant.unit, grant.station);
    const auto ranges = desks ? rangesOf(connection, desks->front().unit) : base::fail(desks.error());
    if (!ranges)
        return base::fail(ranges.error());
    bool has = false;
    for (const domain::CodeRange& range : *ranges) {
        if (range.station.value() == grant.station)
            has = range.first == grant.first && range.last == grant.last;
        else if (grant.first <= range.last && range.first <= grant.last)
            return base::fail(saying("grant.codes-taken", grant));
    }
    if (has)
        return false;
    return publishRange(connection, desks->front(), {grant.unit, domain::StationId(grant.station), grant.first, grant.last}).map([](base::Done) {
        return true;
    });
}

}
