#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/HeardTable.h"

namespace motcua::gateway {

class SqliteHeardTable final : public HeardTable {
public:
    explicit SqliteHeardTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<bool> isNews(const Peer& peer, qint64 cursor) const override;
    base::Result<std::vector<HeardRow>> of(qint64 station) const override;
    base::Result<std::vector<SaidRow>> said(qint64 station) const override;
    base::Outcome add(qint64 station, qint64 cursor, std::optional<qint64> written, qint64 at) override;
    base::Result<bool> raises(qint64 station, qint64 cursor, qint64 written, qint64 since) const override;
    base::Outcome raise(qint64 station, qint64 cursor, qint64 written, qint64 since) override;

private:
    sqlite::Connection& m_connection;
};

}
