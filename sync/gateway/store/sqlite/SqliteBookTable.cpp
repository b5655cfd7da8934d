#include "sync/gateway/store/sqlite/SqliteBookTable.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

domain::Volume volumeIn(const QByteArray& body) {
    return base::fromJson<domain::Volume>(QJsonDocument::fromJson(body).object());
}

QByteArray textOf(const domain::Volume& volume) {
    return QJsonDocument(base::toJson(volume)).toJson(QJsonDocument::Compact);
}

base::Result<std::vector<domain::Volume>> allOf(sqlite::Statement& query) {
    std::vector<domain::Volume> volumes;
    return query.each([&] { volumes.push_back(volumeIn(query.bytes(0))); }).map([&](base::Done) { return std::move(volumes); });
}

}

base::Result<std::vector<domain::Volume>> SqliteBookTable::volumesOfUnit(qint64 unit) const {
    auto query = m_connection.prepare("SELECT body FROM volumes WHERE unit = ?1");
    return allOf(query.bind(unit));
}

base::Result<std::vector<domain::Volume>> SqliteBookTable::volumesOfStation(qint64 station) const {
    auto query = m_connection.prepare("SELECT body FROM volumes WHERE station = ?1 ORDER BY id");
    return allOf(query.bind(station));
}

base::Outcome SqliteBookTable::addVolume(qint64 unit, qint64 station, const domain::Volume& volume) {
    return m_connection.prepare("INSERT INTO volumes(id, unit, station, body) VALUES(?1, ?2, ?3, ?4)")
        .bind(volume.id.value(), unit, station, textOf(volume))
        .run();
}

base::Result<std::optional<domain::Volume>> SqliteBookTable::lockVolume(domain::VolumeId volume, qint64 unit) {
    auto query = m_connection.prepare("SELECT body FROM volumes WHERE id = ?1 AND unit = ?2");
    return query.bind(volume.value(), unit).next().map([&](bool found) { return found ? std::optional(volumeIn(query.bytes(0))) : std::nullopt; });
}

base::Outcome SqliteBookTable::changeVolume(const domain::Volume& volume) {
    return m_connection.prepare("UPDATE volumes SET body = ?1 WHERE id = ?2").bind(textOf(volume), volume.id.value()).run();
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
