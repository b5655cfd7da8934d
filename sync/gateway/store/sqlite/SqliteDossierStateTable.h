#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteDossierStateTable final : public DossierStateTable {
public:
    SqliteDossierStateTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<QUuid> ofCode(const QString& code) const override;
    base::Result<qint64> lock(domain::DossierId dossier) override;
    base::Outcome write(qint64 unit, std::span<const domain::Dossier* const> dossiers) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
