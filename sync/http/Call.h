#pragma once

#include "sync/http/Connection.h"

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
    using Report = std::function<void(Connection::Outcome)>;

    Call(std::shared_ptr<Connection> connection, Request request, Report report, QObject* parent);
    /// Nothing is reported any more.
    ~Call() override;

    void start(const QString& host, QThreadPool& threads);
    /// Lets the thread come back.
    void abort() { m_connection->abort(); }

private:
    void run(const QStringList& addresses, QThreadPool& threads);
    void uploaded();
    void late();
    void finish(Connection::Outcome outcome);

    std::shared_ptr<Connection> m_connection;
    Request m_request;
    Report m_report;
    QTimer m_deadline;
    int m_lookup = -1;
    bool m_isRunning = false;
    bool m_isLate = false;
};

}
