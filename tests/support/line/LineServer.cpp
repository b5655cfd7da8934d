#include "tests/support/line/LineServer.h"

#include "tests/support/line/LineSession.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace motcua::test {

void LineServer::setIdentity(const Identity& platform) {
    m_identity = platform;
    if (m_server) {
        hangUp();
        listen();
    }
}

void LineServer::listen() {
    m_server = std::make_unique<QSslServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(m_identity.certificate));
    tls.setPrivateKey(QSslKey(m_identity.key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_server->setSslConfiguration(tls);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(m_server->nextPendingConnection()))
            new LineSession(m_line, socket, this);
    });
    if (!m_server->listen(QHostAddress::LocalHost, m_line.m_port))
        qFatal("the bad line cannot listen");
    m_line.m_port = m_server->serverPort();
}

void LineServer::hangUp() {
    qDeleteAll(findChildren<LineSession*>(Qt::FindDirectChildrenOnly));
    m_server.reset();
}

}
