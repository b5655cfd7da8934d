#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace motcua::trial {

/// The commune's line: passes connections on from 127.0.0.1 to the gateway at 127.0.0.2 on the same port, until it is cut.
/// Owner: Runner. Thread: main.
class Forwarder : public QObject {
    Q_OBJECT

public:
    Forwarder();

    /// A port that is free on both addresses; the line is up from here on. 0 when there is none.
    quint16 open();
    quint16 port() const { return m_port; }
    bool isUp() const { return m_server.isListening(); }
    /// Connections of this process are not passed on, from the next one on; empty: everybody's are.
    void leaveOut(std::function<qint64()> process) { m_leftOut = std::move(process); }

public slots:
    void cut();
    void mend();

private:
    void pass();

    QTcpServer m_server;
    quint16 m_port = 0;
    std::function<qint64()> m_leftOut;
    std::unique_ptr<QObject> m_connections;
};

}
