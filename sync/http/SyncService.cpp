#include "sync/http/SyncService.h"

#include "sync/http/SyncWorker.h"

#include <QMutexLocker>
#include <QNetworkInformation>

#include <utility>

namespace motcua::http {

SyncService::SyncService(Credentials credentials, StoreFactory openStore, SyncOptions options)
    : m_worker(new SyncWorker(std::move(credentials), std::move(openStore), std::move(options))) {
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::statusChanged, this, &SyncService::keep);
    connect(m_worker, &SyncWorker::received, this, &Service::received);
    connect(m_worker, &SyncWorker::claimAnswered, this, &Service::claimAnswered);
    connect(m_worker, &SyncWorker::numbersAnswered, this, &Service::numbersAnswered);
}

SyncService::~SyncService() {
    stop();
}

template <class Function>
void SyncService::post(Function&& function) {
    const QMutexLocker lock(&m_mutex);
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, std::forward<Function>(function), Qt::QueuedConnection);
}

void SyncService::start() {
    if (m_started)
        return;
    m_started = true;
    watchNetwork();
    m_thread.start();
    post([worker = m_worker] { worker->begin(); });
}

void SyncService::watchNetwork() {
    // Where the system does not tell, the lanes find out by themselves: the feed keeps asking.
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    using Reachability = QNetworkInformation::Reachability;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, m_worker, [worker = m_worker](Reachability now) {
        if (now == Reachability::Disconnected)
            worker->lineWent();
        else if (now != Reachability::Unknown)
            worker->lineCame();
    });
}

engine::Status SyncService::status() const {
    const QMutexLocker lock(&m_mutex);
    return m_status;
}

void SyncService::keep(const engine::Status& status) {
    {
        const QMutexLocker lock(&m_mutex);
        m_status = status;
    }
    emit statusChanged(status);
}

void SyncService::wake() {
    if (m_woken.exchange(true))
        return;
    post([this, worker = m_worker] {
        m_woken = false;
        worker->wake();
    });
}

void SyncService::tryNow() {
    post([worker = m_worker] { worker->tryNow(); });
}

void SyncService::claim(const QString& dossier) {
    post([worker = m_worker, dossier] { worker->claim(dossier); });
}

void SyncService::askNumbers(const std::vector<protocol::NumberWish>& wishes) {
    post([worker = m_worker, wishes] { worker->askNumbers(wishes); });
}

void SyncService::stop() {
    SyncWorker* worker = nullptr;
    {
        const QMutexLocker lock(&m_mutex);
        worker = std::exchange(m_worker, nullptr);
    }
    if (worker == nullptr)
        return;
    if (!m_thread.isRunning()) {
        delete worker;
        return;
    }
    QMetaObject::invokeMethod(worker, &SyncWorker::end, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

}
