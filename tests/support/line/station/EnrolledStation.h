#pragma once

#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "sync/http/SyncService.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/line/CounterDay.h"
#include "tests/support/line/FaultyLine.h"
#include "tests/support/line/MemoryStore.h"

#include <QTemporaryDir>

#include <memory>

namespace motcua::test {

/// A station that was enrolled at a real gateway through the real client. It keeps what it does in a real journal, or in memory
/// for tests that look into the store. Used by one thread, apart from the store.
class EnrolledStation {
public:
    enum class Keeping { Memory, Journal };

    /// `desk`: 0 to 3, of the gateway's codes.
    EnrolledStation(GatewayProcess& gateway, int desk, Keeping keeping = Keeping::Memory);

    bool isEnrolled() const { return m_store != nullptr; }
    QString error() const { return m_error; }
    const http::Credentials& credentials() const { return m_credentials; }
    /// Who works here: a training account of the gateway's.
    domain::UserId clerk() const { return m_clerk; }
    /// Only when kept in memory.
    MemoryStore& store() { return *m_memory; }
    /// Only when kept in a journal.
    journal::Unlocked& journal() { return *m_unlocked; }
    qint64 lastSeq() const;
    QString headHex() const;
    TestAuthority authority() const;
    Behind behind() const;

    /// Appends `dossiers` dossiers of ten events, each with one page.
    void work(int dossiers, int eventsPerDossier = 10, qsizetype pageBytes = 20'000);

    /// `port`: of a line; 0: the gateway's own.
    std::unique_ptr<http::SyncService> service(quint16 port, const http::SyncOptions& options) const;
    std::unique_ptr<http::SyncService> service(quint16 port = 0) const { return service(port, quick()); }
    /// Retries within milliseconds.
    static http::SyncOptions quick();

    /// Whether the platform confirms all that the store has.
    bool isConfirmed(const http::SyncService& service) const;

private:
    void keepInJournal();

    GatewayProcess& m_gateway;
    http::Credentials m_credentials;
    std::unique_ptr<MemoryStore> m_memory;
    QTemporaryDir m_directory;
    std::unique_ptr<journal::StationData> m_data;
    std::unique_ptr<journal::Unlocked> m_unlocked;
    engine::Store* m_store = nullptr; ///< one of the two
    QString m_unit;
    QString m_error;
    domain::UserId m_clerk;
    int m_filed = 0;
    int m_desk;
};

}
