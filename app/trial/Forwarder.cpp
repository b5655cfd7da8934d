#include "app/trial/Forwarder.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>

#include <algorithm>
#include <unistd.h>

namespace motcua::trial {

namespace {

const QHostAddress& gatewayAddress() {
    static const QHostAddress address(QStringLiteral("127.0.0.2"));
    return address;
}

/// The kernel's name of the other end of a connection from this machine; empty: it is closed.
QString otherEnd(const QTcpSocket& near) {
    constexpr int local = 1;
    constexpr int remote = 2;
    constexpr int inode = 9;
    QFile table(QStringLiteral("/proc/net/tcp"));
    if (!table.open(QIODevice::ReadOnly))
        return {};
    const auto isPort = [](const QByteArray& address, quint16 port) { return address.mid(address.indexOf(':') + 1).toUShort(nullptr, 16) == port; };
    const QList<QByteArray> lines = table.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > inode && isPort(fields[local], near.peerPort()) && isPort(fields[remote], near.localPort()))
            return QStringLiteral("socket:[%1]").arg(QString::fromLatin1(fields[inode]));
    }
    return {};
}

bool isOf(const QTcpSocket& near, qint64 process) {
    const QString end = otherEnd(near);
    const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
    const QStringList names = open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return !end.isEmpty() && std::any_of(names.begin(), names.end(), [&](const QString& name) {
        char target[64] = {};
        const auto length = ::readlink(QFile::encodeName(open.filePath(name)).constData(), target, sizeof target - 1);
        return length > 0 && QString::fromLatin1(target) == end;
    });
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
        near->setParent(m_connections.get());
        if (m_leftOut && isOf(*near, m_leftOut())) {
            connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            near->abort();
            continue;
        }
        auto* far = new QTcpSocket(m_connections.get());
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
