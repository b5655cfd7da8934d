#include "sync/gateway/store/sqlite/SqliteBookTable.h"

#include "sync/gateway/store/sqlite/SealedRow.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

/// Of a row that is its id and its body.
base::Result<domain::Volume> volumeIn(const sqlite::Statement& row, const vault::Vault& vault) {
    return sealedrow::opened(vault, row.bytes(1), sealedrow::placeOfVolume(row.uuid(0))).map([](const QByteArray& body) {
        return base::fromJson<domain::Volume>(QJsonDocument::fromJson(body).object());
    });
}

base::Result<QByteArray> sealed(const domain::Volume& volume, const vault::Vault& vault) {
    return vault.seal(QJsonDocument(base::toJson(volume)).toJson(QJsonDocument::Compact), sealedrow::placeOfVolume(volume.id.value()));
}

base::Result<std::vector<domain::Volume>> allOf(sqlite::Statement& query, const vault::Vault& vault) {
    std::vector<domain::Volume> volumes;
    return query
        .each([&]() -> base::Outcome {
            return volumeIn(query, vault).map([&](domain::Volume volume) {
                volumes.push_back(std::move(volume));
                return base::Done();
            });
        })
        .map([&](base::Done) { return std::move(volumes); });
}

}

base::Result<std::vector<domain::Volume>> SqliteBookTable::volumesOfUnit(qint64 unit) const {
    auto query = m_connection.prepare("SELECT id, body FROM volumes WHERE unit = ?1");
    return allOf(query.bind(unit), m_vault);
}

base::Result<std::vector<domain::Volume>> SqliteBookTable::volumesOfRuns(qint64 unit) const {
    auto query = m_connection.prepare("SELECT id, body FROM volumes WHERE unit = ?1 AND station = 0 ORDER BY id");
    return allOf(query.bind(unit), m_vault);
}

base::Result<std::vector<domain::Volume>> SqliteBookTable::volumesOfStation(qint64 station) const {
    auto query = m_connection.prepare("SELECT id, body FROM volumes WHERE station = ?1 ORDER BY id");
    return allOf(query.bind(station), m_vault);
}

base::Outcome SqliteBookTable::addVolume(qint64 unit, qint64 station, const domain::Volume& volume) {
    return sealed(volume, m_vault).and_then([&](const QByteArray& body) {
        return m_connection.prepare("INSERT INTO volumes(id, unit, station, body) VALUES(?1, ?2, ?3, ?4)")
            .bind(volume.id.value(), unit, station, body)
            .run();
    });
}

base::Result<std::optional<domain::Volume>> SqliteBookTable::lockVolume(domain::VolumeId volume, qint64 unit) {
    auto query = m_connection.prepare("SELECT id, body FROM volumes WHERE id = ?1 AND unit = ?2");
    return query.bind(volume.value(), unit).next().and_then([&](bool found) {
        using Found = std::optional<domain::Volume>;
        return found ? volumeIn(query, m_vault).map([](domain::Volume held) { return Found(std::move(held)); }) : base::Result<Found>(Found());
    });
}

base::Outcome SqliteBookTable::changeVolume(const domain::Volume& volume) {
    return sealed(volume, m_vault).and_then([&](const QByteArray& body) {
        return m_connection.prepare("UPDATE volumes SET body = ?1 WHERE id = ?2").bind(body, volume.id.value()).run();
    });
}

base::Outcome SqliteBookTable::addEntry(qint64 unit, domain::DossierId dossier, domain::VolumeId volume, int number) {
    return m_connection.prepare("INSERT INTO entries(volume, number, unit, dossier) VALUES(?1, ?2, ?3, ?4)")
        .bind(volume.value(), number, unit, dossier.value())
        .run();
}

base::Outcome SqliteBookTable::spoilEntry(domain::VolumeId volume, int number) {
    return m_connection.prepare("UPDATE entries SET spoiled = 1 WHERE volume = ?1 AND number = ?2").bind(volume.value(), number).run();
}

}
