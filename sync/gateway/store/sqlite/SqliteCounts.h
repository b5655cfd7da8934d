#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/Counts.h"

namespace motcua::gateway {

class SqliteCounts final : public Counts {
public:
    explicit SqliteCounts(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<UnitCounts> ofUnit(qint64 unit) const override;

private:
    sqlite::Connection& m_connection;
};

}
