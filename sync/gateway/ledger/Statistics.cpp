#include "sync/gateway/ledger/Statistics.h"

#include <QJsonArray>

namespace motcua::gateway {

namespace {

constexpr std::pair<const char*, const char*> counts[] = {
    {"events", "SELECT count(*) FROM records WHERE unit = ?1"},
    {"dossiers", "SELECT count(*) FROM dossiers WHERE unit = ?1"},
    {"bookEntries", "SELECT count(*) FROM entries WHERE unit = ?1"},
    {"spoiled", "SELECT count(*) FROM entries WHERE unit = ?1 AND spoiled = 1"},
    {"blobs", "SELECT count(*) FROM blobs WHERE unit = ?1"},
};

base::Outcome addCounts(sqlite::Connection& connection, qint64 unit, QJsonObject& json) {
    for (const auto& [name, sql] : counts) {
        auto query = connection.prepare(sql);
        if (const auto row = query.bind(unit).next(); !row)
            return base::fail(row.error());
        json.insert(QLatin1String(name), query.integer(0));
    }
    return base::done();
}

base::Result<QJsonObject> states(sqlite::Connection& connection, qint64 unit) {
    QJsonObject json;
    auto query = connection.prepare("SELECT state, count(*) FROM dossiers WHERE unit = ?1 GROUP BY state");
    query.bind(unit);
    return query.each([&] { json.insert(QString::number(query.integer(0)), query.integer(1)); }).map([&](base::Done) { return std::move(json); });
}

base::Result<QJsonArray> stationsOf(sqlite::Connection& connection, qint64 unit) {
    QJsonArray json;
    auto query = connection.prepare("SELECT id, name, seq, head, contact, enrolled, revoked FROM stations WHERE unit = ?1 ORDER BY key");
    query.bind(unit);
    return query
        .each([&] {
            json.append(QJsonObject{{QStringLiteral("station"), query.uuid(0).toString(QUuid::WithoutBraces)},
                {QStringLiteral("name"), query.text(1)}, {QStringLiteral("seq"), query.integer(2)},
                {QStringLiteral("head"), QString::fromLatin1(query.bytes(3).toHex())}, {QStringLiteral("lastContact"), query.integer(4)},
                {QStringLiteral("enrolled"), !query.isNull(5)}, {QStringLiteral("revoked"), query.integer(6) != 0}});
        })
        .map([&](base::Done) { return std::move(json); });
}

base::Result<QJsonObject> unitJson(sqlite::Connection& connection, qint64 unit, const QString& code) {
    QJsonObject json{{QStringLiteral("unit"), code}};
    if (auto added = addCounts(connection, unit, json); !added)
        return base::fail(added.error());
    const auto byState = states(connection, unit);
    const auto stations = byState ? stationsOf(connection, unit) : base::fail(byState.error());
    if (!stations)
        return base::fail(stations.error());
    json.insert(QStringLiteral("states"), *byState);
    json.insert(QStringLiteral("stations"), *stations);
    return json;
}

}

base::Result<QJsonObject> statistics(Database& database) {
    const Session session = database.reader();
    QJsonArray units;
    QMap<QString, qint64> totals;
    auto query = session->prepare("SELECT key, code FROM units ORDER BY code");
    const auto read = query.each([&]() -> base::Outcome {
        const auto unit = unitJson(*session, query.integer(0), query.text(1));
        if (!unit)
            return base::fail(unit.error());
        for (const auto& [name, sql] : counts)
            totals[QLatin1String(name)] += unit->value(QLatin1String(name)).toInteger();
        units.append(*unit);
        return base::done();
    });
    if (!read)
        return base::fail(read.error());
    QJsonObject json{{QStringLiteral("units"), units}};
    for (auto it = totals.cbegin(); it != totals.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

}
