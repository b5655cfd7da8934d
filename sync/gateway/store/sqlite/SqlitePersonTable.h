#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/PersonTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqlitePersonTable final : public PersonTable {
public:
    SqlitePersonTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<std::vector<Change>> changedAfter(qint64 number) const override;
    base::Result<std::optional<PersonKeyRow>> find(const QByteArray& id) const override;
    base::Result<std::optional<PersonKeyRow>> newest(qint64 station, const QUuid& user) const override;
    base::Outcome bind(const PersonKeyRow& key) override;

    base::Result<std::vector<PersonCode>> openCodes(qint64 unit, qint64 now) const override;
    base::Outcome addCode(const PersonCode& code, qint64 unit, qint64 expires, int uses) override;
    base::Result<bool> useCode(const QByteArray& hash, qint64 now) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
