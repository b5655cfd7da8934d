#pragma once

#include "sync/http/HttpConnection.h"

#include <QHostInfo>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace motcua::http {

/// One request under way: finds the platform's address, lets a thread of the pool speak over the connection, bounds the time of
/// it all, and reports exactly once in the thread it lives in. A child of the transport; deletes itself after the report.
class Call : public QObject {
    Q_OBJECT

public:
    using Report = std::function<void(HttpConnection::Outcome)>;

    Call(std::shared_ptr<HttpConnection> connection, Request request, Report report, QObject* parent);
    /// Nothing is reported any more.
    ~Call() override;

    void start(const QString& host, QThreadPool& threads);
    /// Lets the thread come back.
    void abort() { m_connection->abort(); }

private:
    void run(const QStringList& addresses, QThreadPool& threads);
    void uploaded();
    void late();
    void finish(HttpConnection::Outcome outcome);

    std::shared_ptr<HttpConnection> m_connection;
    Request m_request;
    Report m_report;
    QTimer m_deadline;
    int m_lookup = -1;
    bool m_isRunning = false;
    bool m_isLate = false;
};

}
