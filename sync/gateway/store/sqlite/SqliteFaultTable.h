#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/FaultTable.h"

namespace motcua::gateway {

class SqliteFaultTable final : public FaultTable {
public:
    explicit SqliteFaultTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<std::vector<FaultRow>> all() const override;
    base::Outcome add(qint64 record, const base::Error& why, qint64 found) override;

private:
    sqlite::Connection& m_connection;
};

}
