#include "app/journal/model/VolumeTable.h"

#include "app/domain/Decide.h"

namespace motcua::journal {

void VolumeTable::grant(const domain::Volume& volume) {
    const auto known = m_volumes.find(volume.id);
    if (known == m_volumes.end()) {
        m_volumes.emplace(volume.id, volume);
        return;
    }
    domain::Volume renewed = volume;
    renewed.lastNumber = qMax(volume.lastNumber, known->second.lastNumber);
    renewed.spoiled = known->second.spoiled;
    renewed.writtenOff = known->second.writtenOff;
    if (known->second.closed) {
        renewed.closed = true;
        renewed.closedBy = known->second.closedBy;
        renewed.closedOn = known->second.closedOn;
        renewed.closedWhy = known->second.closedWhy;
    }
    known->second = renewed;
}

void VolumeTable::take(domain::VolumeId id, int number) {
    if (const auto known = m_volumes.find(id); known != m_volumes.end())
        known->second.lastNumber = qMax(known->second.lastNumber, number);
}

void VolumeTable::apply(const domain::Event& event) {
    for (auto& [id, volume] : m_volumes)
        volume = domain::evolve(std::move(volume), event);
}

void VolumeTable::reopen(domain::VolumeId id) {
    if (const auto known = m_volumes.find(id); known != m_volumes.end()) {
        known->second.closed = false;
        known->second.closedBy = {};
        known->second.closedOn = {};
        known->second.closedWhy = {};
    }
}

std::vector<domain::Volume> VolumeTable::all() const {
    std::vector<domain::Volume> volumes;
    volumes.reserve(m_volumes.size());
    for (const auto& [id, volume] : m_volumes)
        volumes.push_back(volume);
    return volumes;
}

base::Result<domain::Volume> VolumeTable::find(domain::VolumeId id) const {
    const auto found = m_volumes.find(id);
    if (found == m_volumes.end())
        return base::fail(QStringLiteral("book.unknown-volume"));
    return found->second;
}

QJsonArray VolumeTable::toJson() const {
    QJsonArray json;
    for (const auto& [id, volume] : m_volumes)
        json.append(base::toJson(volume));
    return json;
}

VolumeTable VolumeTable::fromJson(const QJsonArray& json) {
    VolumeTable table;
    for (const QJsonValue& value : json) {
        const auto volume = base::fromJson<domain::Volume>(value.toObject());
        table.m_volumes.emplace(volume.id, volume);
    }
    return table;
}

}
