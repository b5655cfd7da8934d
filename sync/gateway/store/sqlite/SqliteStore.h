#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/gateway/store/sqlite/SqliteTables.h"

#include <memory>
#include <mutex>

namespace motcua::gateway {

/// The store in one SQLite file of the data directory: one connection that writes, one that reads, each used by one thread at a
/// time. Readers never wait for a batch of records. Writers wait for each other, those of other programs too, so what a transaction
/// reads nobody changes until it ends.
class SqliteStore final : public PlatformStore {
public:
    /// Errors: those of createStore() and openStore().
    static base::Result<std::unique_ptr<PlatformStore>> create(const QString& directory, std::shared_ptr<const vault::Vault> vault);
    static base::Result<std::unique_ptr<PlatformStore>> open(const QString& directory, std::shared_ptr<const vault::Vault> vault);

    base::Result<QByteArray> sealed(const protocol::Record& record) const override;
    QByteArray keptCode(const QByteArray& digest) const override;
    base::Result<bool> changedElsewhere() override;

protected:
    base::Outcome reading(const std::function<base::Outcome(const Tables&)>& work) const override;
    base::Outcome writing(const std::function<base::Outcome(Tables&)>& work) override;

private:
    /// A connection and the tables in it, which may keep statements of it.
    struct Side {
        Side(std::unique_ptr<sqlite::Connection> opened, const vault::Vault& vault) : connection(std::move(opened)), tables(*connection, vault) {}
        std::mutex mutex;
        std::unique_ptr<sqlite::Connection> connection;
        SqliteTables tables;
    };
    SqliteStore(std::unique_ptr<sqlite::Connection> writer, std::unique_ptr<sqlite::Connection> reader, std::shared_ptr<const vault::Vault> vault)
        : m_vault(std::move(vault)), m_writer(std::move(writer), *m_vault), m_reader(std::move(reader), *m_vault) {}
    static base::Outcome readIn(Side& side, const std::function<base::Outcome(const Tables&)>& work);
    static base::Outcome writeIn(Side& side, const std::function<base::Outcome(Tables&)>& work);

    std::shared_ptr<const vault::Vault> m_vault;
    Side m_writer;
    mutable Side m_reader;
    qint64 m_seenVersion = 0; ///< guarded by the writer's mutex
};

}
