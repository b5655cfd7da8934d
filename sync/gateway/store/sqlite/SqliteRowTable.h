#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/RowTable.h"
#include "sync/gateway/store/sqlite/RowMarks.h"

namespace motcua::gateway {

class SqliteRowTable final : public RowTable {
public:
    SqliteRowTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<QStringList> faults(Scope scope, int most) const override { return rowmarks::faults(m_connection, m_vault, scope, most); }

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
