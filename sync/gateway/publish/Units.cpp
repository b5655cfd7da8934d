#include "sync/gateway/publish/Units.h"

#include "sync/gateway/commands/SettingWords.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/UnitTable.h"

namespace motcua::gateway {

namespace {

base::Result<UnitRow> unitOf(const Tables& tables, const QString& code) {
    return tables.units().find(code).and_then([&](std::optional<UnitRow> found) -> base::Result<UnitRow> {
        if (!found)
            return base::fail(QStringLiteral("unit.unknown"), {{QStringLiteral("unit"), code}});
        return std::move(*found);
    });
}

base::Outcome publishSettings(Tables& tables, qint64 key, const domain::UnitSettings& settings) {
    return tables.feed().publish({.unit = key, .station = {}}, "settings", base::toJson(settings)).map([](qint64) { return base::Done(); });
}

}

base::Result<qint64> unitKey(const Tables& tables, const QString& code) {
    return unitOf(tables, code).map([](const UnitRow& unit) { return unit.key; });
}

base::Result<QStringList> unitCodes(const Tables& tables) {
    return tables.units().all().map([](const std::vector<UnitRow>& units) {
        QStringList codes;
        for (const UnitRow& unit : units)
            codes << unit.settings.unit;
        return codes;
    });
}

base::Result<domain::UnitSettings> settingsOf(const Tables& tables, const QString& code) {
    return unitOf(tables, code).map([](const UnitRow& unit) { return unit.settings; });
}

base::Result<bool> addUnit(Tables& tables, const domain::UnitSettings& settings) {
    if (const auto sound = checkSettings(settings); !sound)
        return base::fail(sound.error());
    const auto known = tables.units().find(settings.unit);
    if (!known)
        return base::fail(known.error());
    if (*known && (*known)->settings == settings)
        return false;
    if (*known)
        return base::fail(QStringLiteral("unit.exists"), {{QStringLiteral("unit"), settings.unit}});
    return tables.units().add(settings).and_then([&](qint64 key) { return publishSettings(tables, key, settings); }).map([](base::Done) {
        return true;
    });
}

base::Result<bool> configureUnit(Tables& tables, const QString& code, const QStringList& assignments) {
    const auto known = unitOf(tables, code);
    if (!known)
        return base::fail(known.error());
    domain::UnitSettings changed = known->settings;
    for (const QString& assignment : assignments)
        if (const auto applied = applySetting(changed, assignment); !applied)
            return base::fail(applied.error());
    if (const auto sound = checkSettings(changed); !sound)
        return base::fail(sound.error());
    if (changed == known->settings)
        return false;
    return tables.units()
        .change(known->key, changed)
        .and_then([&](base::Done) { return publishSettings(tables, known->key, changed); })
        .map([](base::Done) { return true; });
}

}
