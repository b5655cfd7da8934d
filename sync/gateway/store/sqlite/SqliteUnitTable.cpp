#include "sync/gateway/store/sqlite/SqliteUnitTable.h"

#include "sync/gateway/store/sqlite/SealedRow.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// Of a row that is its key, its settings and its code.
base::Result<UnitRow> unitIn(const sqlite::Statement& row, const vault::Vault& vault) {
    return sealedrow::opened(vault, row.bytes(1), sealedrow::placeOfUnit(row.text(2))).map([&](const QByteArray& settings) {
        return UnitRow{row.integer(0), base::fromJson<domain::UnitSettings>(QJsonDocument::fromJson(settings).object())};
    });
}

base::Result<QByteArray> sealed(const domain::UnitSettings& settings, const vault::Vault& vault) {
    return vault.seal(QJsonDocument(base::toJson(settings)).toJson(QJsonDocument::Compact), sealedrow::placeOfUnit(settings.unit.toString()));
}

}

base::Result<std::optional<UnitRow>> SqliteUnitTable::find(const QString& code) const {
    auto query = m_connection.prepare("SELECT key, settings, code FROM units WHERE code = ?1");
    return query.bind(code).next().and_then([&](bool found) {
        using Found = std::optional<UnitRow>;
        return found ? unitIn(query, m_vault).map([](UnitRow unit) { return Found(std::move(unit)); }) : base::Result<Found>(Found());
    });
}

base::Result<QString> SqliteUnitTable::codeOf(qint64 key) const {
    auto query = m_connection.prepare("SELECT code FROM units WHERE key = ?1");
    return query.bind(key).next().map([&](bool found) { return found ? query.text(0) : QString(); });
}

base::Result<std::vector<UnitRow>> SqliteUnitTable::all() const {
    auto query = m_connection.prepare("SELECT key, settings, code FROM units ORDER BY code");
    std::vector<UnitRow> units;
    return query
        .each([&]() -> base::Outcome {
            return unitIn(query, m_vault).map([&](UnitRow unit) {
                units.push_back(std::move(unit));
                return base::Done();
            });
        })
        .map([&](base::Done) { return std::move(units); });
}

base::Result<qint64> SqliteUnitTable::add(const domain::UnitSettings& settings) {
    const auto text = sealed(settings, m_vault);
    if (!text)
        return base::fail(text.error());
    const auto added = m_connection.prepare("INSERT INTO units(code, key, settings) SELECT ?1, coalesce(max(key), 0) + 1, ?2 FROM units")
                           .bind(settings.unit.toString(), *text)
                           .run();
    if (!added)
        return base::fail(added.error());
    auto query = m_connection.prepare("SELECT key FROM units WHERE code = ?1");
    return query.bind(settings.unit.toString()).next().map([&](bool) { return query.integer(0); });
}

base::Outcome SqliteUnitTable::change(qint64 key, const domain::UnitSettings& settings) {
    return sealed(settings, m_vault).and_then([&](const QByteArray& text) {
        return m_connection.prepare("UPDATE units SET settings = ?1 WHERE key = ?2").bind(text, key).run();
    });
}

}
