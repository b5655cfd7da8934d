#pragma once

#include "app/base/Result.h"
#include "app/domain/Volume.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

/// The volumes of the books and which of their numbers are taken.
class BookTable {
public:
    virtual ~BookTable() = default;

    virtual base::Result<std::vector<domain::Volume>> volumesOfUnit(qint64 unit) const = 0;
    /// Those of the unit's runs (Volume::isUnits); the oldest first.
    virtual base::Result<std::vector<domain::Volume>> volumesOfRuns(qint64 unit) const = 0;
    /// The oldest first.
    virtual base::Result<std::vector<domain::Volume>> volumesOfStation(qint64 station) const = 0;

    /// `station`: 0 for the unit's own.
    virtual base::Outcome addVolume(qint64 unit, qint64 station, const domain::Volume& volume) = 0;
    /// The volume, if the unit has it; until the transaction is over nobody else changes it.
    virtual base::Result<std::optional<domain::Volume>> lockVolume(domain::VolumeId volume, qint64 unit) = 0;
    virtual base::Outcome changeVolume(const domain::Volume& volume) = 0;

    virtual base::Outcome addEntry(qint64 unit, domain::DossierId dossier, domain::VolumeId volume, int number) = 0;
    virtual base::Outcome spoilEntry(domain::VolumeId volume, int number) = 0;
};

}
