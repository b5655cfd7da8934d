#include "sync/http/Call.h"

#include <QHostAddress>

#include <utility>

namespace motcua::http {

namespace {

QStringList numeric(const QHostInfo& found) {
    QStringList addresses;
    for (const QHostAddress& address : found.addresses())
        addresses << address.toString();
    return addresses;
}

}

Call::Call(std::shared_ptr<HttpConnection> connection, Request request, Report report, QObject* parent)
    : QObject(parent), m_connection(std::move(connection)), m_request(std::move(request)), m_report(std::move(report)) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Call::late);
}

Call::~Call() {
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void Call::start(const QString& host, QThreadPool& threads) {
    m_deadline.start(m_request.deadline);
    if (!QHostAddress(host).isNull())
        return run({host}, threads);
    m_lookup = QHostInfo::lookupHost(host, this, [this, &threads](const QHostInfo& found) {
        m_lookup = -1;
        run(numeric(found), threads);
    });
}

void Call::run(const QStringList& addresses, QThreadPool& threads) {
    m_isRunning = true;
    const auto uploaded = [this] { QMetaObject::invokeMethod(this, &Call::uploaded, Qt::QueuedConnection); };
    // The transport waits for its threads before it lets its calls go.
    threads.start([this, addresses, uploaded, request = m_request] {
        auto outcome = m_connection->exchange(request, addresses, uploaded);
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { finish(outcome); }, Qt::QueuedConnection);
    });
    m_request.body.clear();
}

void Call::uploaded() {
    if (const auto tell = std::exchange(m_request.uploaded, {}))
        tell();
}

void Call::late() {
    m_isLate = true;
    if (m_isRunning)
        m_connection->abort();
    else
        finish(Failure{});
}

void Call::finish(HttpConnection::Outcome outcome) {
    m_deadline.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    if (m_isLate && std::holds_alternative<Failure>(outcome))
        outcome = Failure{Failure::Kind::Late};
    deleteLater();
    std::exchange(m_report, {})(std::move(outcome));
}

}
