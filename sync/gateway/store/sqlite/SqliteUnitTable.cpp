#include "sync/gateway/store/sqlite/SqliteUnitTable.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

UnitRow unitIn(const sqlite::Statement& row) {
    return {row.integer(0), base::fromJson<domain::UnitSettings>(QJsonDocument::fromJson(row.bytes(1)).object())};
}

QByteArray textOf(const domain::UnitSettings& settings) {
    return QJsonDocument(base::toJson(settings)).toJson(QJsonDocument::Compact);
}

}

base::Result<std::optional<UnitRow>> SqliteUnitTable::find(const QString& code) const {
    auto query = m_connection.prepare("SELECT key, settings FROM units WHERE code = ?1");
    return query.bind(code).next().map([&](bool found) { return found ? std::optional(unitIn(query)) : std::nullopt; });
}

base::Result<QString> SqliteUnitTable::codeOf(qint64 key) const {
    auto query = m_connection.prepare("SELECT code FROM units WHERE key = ?1");
    return query.bind(key).next().map([&](bool found) { return found ? query.text(0) : QString(); });
}

base::Result<std::vector<UnitRow>> SqliteUnitTable::all() const {
    auto query = m_connection.prepare("SELECT key, settings FROM units ORDER BY code");
    std::vector<UnitRow> units;
    return query.each([&] { units.push_back(unitIn(query)); }).map([&](base::Done) { return std::move(units); });
}

base::Result<qint64> SqliteUnitTable::add(const domain::UnitSettings& settings) {
    const auto added = m_connection.prepare("INSERT INTO units(code, key, settings) SELECT ?1, coalesce(max(key), 0) + 1, ?2 FROM units")
                           .bind(settings.unit.toString(), textOf(settings))
                           .run();
    if (!added)
        return base::fail(added.error());
    auto query = m_connection.prepare("SELECT key FROM units WHERE code = ?1");
    return query.bind(settings.unit.toString()).next().map([&](bool) { return query.integer(0); });
}

base::Outcome SqliteUnitTable::change(qint64 key, const domain::UnitSettings& settings) {
    return m_connection.prepare("UPDATE units SET settings = ?1 WHERE key = ?2").bind(textOf(settings), key).run();
}

}
