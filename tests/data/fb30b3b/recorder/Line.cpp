#include "Line.h"

#include "Files.h"
#include "LineSession.h"
#include "Must.h"

#include <QSslCertificate>
#include <QSslKey>

namespace motcua::recorder {

void Line::showCertificateOf(const QString& keys) {
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setLocalCertificateChain(QSslCertificate::fromData(readFile(keys + QStringLiteral("/server.pem"))) +
                                   QSslCertificate::fromData(readFile(keys + QStringLiteral("/authority.pem"))));
    m_tls.setPrivateKey(QSslKey(readFile(keys + QStringLiteral("/server.key")), QSsl::Ec));
    m_tls.setPeerVerifyMode(QSslSocket::QueryPeer);
}

void Line::know(const QString& name, const http::Credentials& credentials) {
    m_speakers.insert(credentials.station.toString(QUuid::WithoutBraces), {name, credentials});
}

void Line::comeUp() {
    m_server = std::make_unique<QSslServer>();
    m_server->setSslConfiguration(m_tls);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(m_server->nextPendingConnection()))
            new LineSession(*this, socket);
    });
    if (!m_server->listen(QHostAddress(QLatin1String(stationsSide)), port))
        giveUp("the line's port is taken", {m_server->errorString()});
}

void Line::goDown() {
    qDeleteAll(findChildren<LineSession*>(QString(), Qt::FindDirectChildrenOnly));
    m_server.reset();
}

}
