#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/ClaimTable.h"

namespace motcua::gateway {

class SqliteClaimTable final : public ClaimTable {
public:
    explicit SqliteClaimTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<std::optional<Holding>> holding(const QUuid& dossier) const override;
    base::Result<std::vector<Holding>> askedUntil(qint64 moment) const override;
    base::Outcome put(const QUuid& dossier, qint64 asker, qint64 asked) override;
    base::Outcome remove(const QUuid& dossier) override;

private:
    sqlite::Connection& m_connection;
};

}
