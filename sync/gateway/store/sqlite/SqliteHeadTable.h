#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/HeadTable.h"

namespace motcua::gateway {

class SqliteHeadTable final : public HeadTable {
public:
    explicit SqliteHeadTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<std::vector<HeadRow>> all() const override;
    base::Outcome keep(const HeadRow& head) override;

private:
    sqlite::Connection& m_connection;
};

}
