#pragma once

#include "sync/engine/Service.h"
#include "sync/http/Credentials.h"
#include "sync/http/SyncOptions.h"

#include <QMutex>
#include <QThread>

#include <atomic>
#include <memory>

namespace motcua::http {

class SyncWorker;

/// Synchronisation of an enrolled station: the face of a worker in its own thread. Made in the GUI thread, where its signals
/// arrive; its slots may be called from any.
class SyncService final : public engine::Service {
    Q_OBJECT

public:
    SyncService(Credentials credentials, StoreFactory openStore, SyncOptions options = {});
    /// Stops, if it was not stopped before.
    ~SyncService() override;

    void start();
    engine::Status status() const override;

public slots:
    void wake() override;
    void tryNow() override;
    void claim(const QString& dossier) override;
    void askNumbers(const std::vector<protocol::NumberWish>& wishes) override;
    /// Drops what is under way (all of it may be repeated), closes the store and ends the thread before it returns.
    void stop() override;

private:
    void watchNetwork();
    template <class Function>
    void post(Function&& function);
    void keep(const engine::Status& status);

    QThread m_thread;
    mutable QMutex m_mutex;
    SyncWorker* m_worker; ///< lives in m_thread, which deletes it at its end; null once stopped
    engine::Status m_status;
    std::atomic<bool> m_woken = false;
    bool m_started = false;
};

}
