#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/UploadTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteUploadTable final : public UploadTable {
public:
    SqliteUploadTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<std::optional<UploadRow>> find(const QUuid& id, qint64 station) const override;
    base::Result<int> count(qint64 station) const override;
    base::Result<qint64> announced(qint64 unit) const override;
    base::Result<std::optional<QUuid>> oldestIdle(qint64 station, qint64 now) const override;
    base::Result<std::vector<QUuid>> expiredAt(qint64 now) const override;
    base::Result<std::vector<QUuid>> all() const override;
    base::Outcome add(const UploadRow& row) override;
    base::Result<bool> lease(const QUuid& id, const Lease& lease) override;
    base::Result<bool> release(const QUuid& id, const QUuid& holder, qint64 offset) override;
    base::Outcome finish(const QUuid& id) override;
    base::Outcome remove(const QUuid& id) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
