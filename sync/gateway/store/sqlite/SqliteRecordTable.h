#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteRecordTable final : public RecordTable {
public:
    SqliteRecordTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<QByteArray> hashOf(qint64 station, qint64 seq) const override;
    base::Result<std::vector<protocol::Record>> ofStation(qint64 station, qint64 seq, int limit) const override;
    base::Result<std::vector<HeldRecord>> ofDossier(domain::DossierId dossier) const override;
    base::Result<std::vector<HeldRecord>> listings(qint64 afterCursor) const override;
    base::Result<int> newestVersion(domain::DossierId dossier) const override;
    base::Result<std::vector<HeldRecord>> waiting() const override;
    base::Outcome setWaits(qint64 cursor, Waits waits) override;
    base::Outcome each(const Visit& visit) const override;
    base::Outcome add(const Peer& peer, std::span<const NewRecord> records, qint64 received) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
