#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/LeaseTable.h"

namespace motcua::gateway {

class SqliteLeaseTable final : public LeaseTable {
public:
    explicit SqliteLeaseTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<std::vector<domain::HeldLease>> ofVolume(domain::VolumeId volume, bool isLive) const override;
    base::Result<std::vector<domain::HeldLease>> ofStation(domain::StationId station) const override;
    base::Result<std::vector<domain::HeldLease>> covering(
        domain::VolumeId volume, domain::StationId station, const domain::NumberRange& range) const override;
    base::Outcome put(const domain::HeldLease& lease) override;
    base::Result<std::optional<RunRow>> run(const RunKey& key) const override;
    base::Result<std::vector<RunRow>> runs() const override;
    base::Result<std::vector<RunRow>> runsOf(qint64 unit) const override;
    base::Outcome putRun(const RunRow& run) override;
    base::Result<std::vector<domain::NumbersOff>> writtenOff(domain::VolumeId volume) const override;
    base::Outcome addWrittenOff(const domain::NumbersOff& off) override;
    base::Result<bool> isOneRun(qint64 unit) const override;
    base::Outcome setOneRun(qint64 unit) override;
    base::Result<std::optional<Rest>> restOf(qint64 unit) const override;
    base::Outcome putRest(qint64 unit, const Rest& rest) override;
    base::Result<std::set<domain::StationId>> told(qint64 unit) const override;
    base::Outcome tell(qint64 unit, domain::StationId station) override;
    base::Outcome endRest(qint64 unit) override;

private:
    sqlite::Connection& m_connection;
};

}
