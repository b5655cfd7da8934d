#include "app/trial/Forwarder.h"

#include <QTcpSocket>

namespace motcua::trial {

namespace {

const QHostAddress& gatewayAddress() {
    static const QHostAddress address(QStringLiteral("127.0.0.2"));
    return address;
}

}

Forwarder::Forwarder() : m_connections(std::make_unique<QObject>()) {
    connect(&m_server, &QTcpServer::newConnection, this, &Forwarder::pass);
}

quint16 Forwarder::open() {
    constexpr int attempts = 50;
    for (int i = 0; i < attempts; ++i) {
        QTcpServer probe;
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            return 0;
        if (probe.listen(gatewayAddress(), m_server.serverPort())) {
            m_port = m_server.serverPort();
            return m_port;
        }
        m_server.close();
    }
    return 0;
}

void Forwarder::cut() {
    m_server.close();
    m_connections = std::make_unique<QObject>();
}

void Forwarder::mend() {
    if (!m_server.isListening())
        m_server.listen(QHostAddress::LocalHost, m_port);
}

void Forwarder::pass() {
    while (QTcpSocket* near = m_server.nextPendingConnection()) {
        auto* far = new QTcpSocket(m_connections.get());
        near->setParent(m_connections.get());
        connect(near, &QTcpSocket::readyRead, far, [near, far] {
            if (far->state() == QAbstractSocket::ConnectedState)
                far->write(near->readAll());
        });
        connect(far, &QTcpSocket::connected, near, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(near, &QTcpSocket::disconnected, far, [far] { far->disconnectFromHost(); });
        connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
        connect(far, &QTcpSocket::errorOccurred, near, [near] { near->abort(); });
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(near, &QObject::destroyed, far, &QObject::deleteLater);
        far->connectToHost(gatewayAddress(), m_port);
    }
}

}
