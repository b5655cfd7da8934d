#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteBookTable final : public BookTable {
public:
    SqliteBookTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<std::vector<domain::Volume>> volumesOfUnit(qint64 unit) const override;
    base::Result<std::vector<domain::Volume>> volumesOfRuns(qint64 unit) const override;
    base::Result<std::vector<domain::Volume>> volumesOfStation(qint64 station) const override;
    base::Outcome addVolume(qint64 unit, qint64 station, const domain::Volume& volume) override;
    base::Result<std::optional<domain::Volume>> lockVolume(domain::VolumeId volume, qint64 unit) override;
    base::Outcome changeVolume(const domain::Volume& volume) override;
    base::Outcome addEntry(qint64 unit, domain::DossierId dossier, domain::VolumeId volume, int number) override;
    base::Outcome spoilEntry(domain::VolumeId volume, int number) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
