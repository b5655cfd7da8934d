#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/StationTable.h"

namespace motcua::gateway {

class SqliteStationTable final : public StationTable {
public:
    explicit SqliteStationTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<std::optional<StationRow>> find(const QUuid& id) const override;
    base::Result<std::vector<StationRow>> ofUnit(qint64 unit) const override;
    base::Result<std::vector<QByteArray>> revoked() const override;
    base::Result<ChainEnd> chainEnd(qint64 station) const override;
    base::Result<qint64> add(qint64 unit, const QUuid& id, const QString& name) override;
    base::Result<bool> enrol(qint64 station, const Enrolled& enrolled) override;
    base::Result<bool> revoke(const QUuid& id) override;
    base::Outcome heardFrom(qint64 station, qint64 at) override;
    base::Outcome setReads(qint64 station, int reads, qint64 heldFrom) override;
    base::Result<std::optional<ChainEnd>> lockChain(qint64 station) override;
    base::Outcome setChainEnd(qint64 station, const ChainEnd& end) override;

private:
    sqlite::Connection& m_connection;
};

}
