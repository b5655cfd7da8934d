#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteUnitTable final : public UnitTable {
public:
    SqliteUnitTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<std::optional<UnitRow>> find(const QString& code) const override;
    base::Result<QString> codeOf(qint64 key) const override;
    base::Result<std::vector<UnitRow>> all() const override;
    base::Result<qint64> add(const domain::UnitSettings& settings) override;
    base::Outcome change(qint64 key, const domain::UnitSettings& settings) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
