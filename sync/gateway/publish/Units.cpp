#include "sync/gateway/publish/Units.h"

#include "app/domain/DossierCode.h"
#include "sync/gateway/commands/SettingWords.h"
#include "sync/gateway/publish/Items.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// A unit's code is the first part of its dossiers' codes.
bool isUnitCode(const QString& code) {
    const auto read = domain::DossierCode::parse(domain::DossierCode{code, QDate(2026, 1, 1), 1}.toString());
    return read && read->unit == code;
}

base::Outcome keep(sqlite::Connection& connection, qint64 key, const domain::UnitSettings& settings) {
    const QJsonObject body = base::toJson(settings);
    return connection.prepare("UPDATE units SET settings = ?1 WHERE key = ?2")
        .bind(QJsonDocument(body).toJson(QJsonDocument::Compact), key)
        .run()
        .and_then([&](base::Done) { return publish(connection, {.unit = key, .station = {}}, "settings", body); })
        .map([](qint64) { return base::Done(); });
}

}

base::Result<qint64> unitKey(sqlite::Connection& connection, const QString& code) {
    auto query = connection.prepare("SELECT key FROM units WHERE code = ?1");
    const auto row = query.bind(code).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("unit.unknown"), {{QStringLiteral("unit"), code}});
    return query.integer(0);
}

base::Result<QStringList> unitCodes(sqlite::Connection& connection) {
    auto query = connection.prepare("SELECT code FROM units ORDER BY code");
    QStringList codes;
    return query.each([&] { codes << query.text(0); }).map([&](base::Done) { return std::move(codes); });
}

base::Result<domain::UnitSettings> settingsOf(sqlite::Connection& connection, const QString& code) {
    auto query = connection.prepare("SELECT settings FROM units WHERE code = ?1");
    const auto row = query.bind(code).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("unit.unknown"), {{QStringLiteral("unit"), code}});
    return base::fromJson<domain::UnitSettings>(QJsonDocument::fromJson(query.bytes(0)).object());
}

base::Result<bool> addUnit(sqlite::Connection& connection, const domain::UnitSettings& settings) {
    if (!isUnitCode(settings.unit))
        return base::fail(QStringLiteral("unit.bad-code"), {{QStringLiteral("unit"), settings.unit}});
    if (const auto sound = checkSettings(settings); !sound)
        return base::fail(sound.error());
    if (const auto known = settingsOf(connection, settings.unit)) {
        if (*known == settings)
            return false;
        return base::fail(QStringLiteral("unit.exists"), {{QStringLiteral("unit"), settings.unit}});
    }
    return connection.prepare("INSERT INTO units(code, key, settings) SELECT ?1, coalesce(max(key), 0) + 1, x'7b7d' FROM units")
        .bind(settings.unit)
        .run()
        .and_then([&](base::Done) { return unitKey(connection, settings.unit); })
        .and_then([&](qint64 key) { return keep(connection, key, settings); })
        .map([](base::Done) { return true; });
}

base::Result<bool> configureUnit(sqlite::Connection& connection, const QString& code, const QStringList& assignments) {
    const auto key = unitKey(connection, code);
    const auto known = key ? settingsOf(connection, code) : base::fail(key.error());
    if (!known)
        return base::fail(known.error());
    domain::UnitSettings changed = *known;
    for (const QString& assignment : assignments)
        if (const auto applied = applySetting(changed, assignment); !applied)
            return base::fail(applied.error());
    if (const auto sound = checkSettings(changed); !sound)
        return base::fail(sound.error());
    if (changed == *known)
        return false;
    return keep(connection, *key, changed).map([](base::Done) { return true; });
}

}
