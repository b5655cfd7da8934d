#pragma once

#include "app/domain/Events.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/vault/Vault.h"
#include "tests/support/gateway/RecordChain.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace motcua::test {

/// What the gateway asks of every kind of store: each test function runs with each kind, on fresh data in which there are a unit and
/// two of its stations. The data is open twice, as in two programs.
class PlatformStoreTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

protected:
    /// The same data, opened once more.
    std::unique_ptr<gateway::PlatformStore> openAgain() const;

    static base::Result<gateway::Peer> addStation(gateway::Tables& tables, qint64 unit, const QString& name);
    /// Publishes an item for everyone; its cursor.
    static base::Result<qint64> publish(gateway::Tables& tables, const char* kind = "test");
    /// Takes a record in, as a batch does, without looking at what it says; its cursor.
    static base::Result<qint64> take(gateway::Tables& tables, const gateway::Peer& peer, const protocol::Record& record);
    /// The cursors that the feed has for a station.
    static std::vector<qint64> cursorsFor(const gateway::PlatformStore& store, const gateway::Peer& peer, qint64 after = 0);

    domain::Event event(domain::EventBody body, qint64 version) const { return {std::move(body), dossier, version, {}, {}, {}}; }
    domain::Event received() const;

    std::unique_ptr<gateway::PlatformStore> m_first;
    std::unique_ptr<gateway::PlatformStore> m_second;
    gateway::Peer desk;
    gateway::Peer colleague;
    domain::DossierId dossier = domain::DossierId::make(1);

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<const vault::Vault> m_vault;
};

}
