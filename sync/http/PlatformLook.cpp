#include "sync/http/PlatformLook.h"

#include "sync/http/StationKey.h"
#include "sync/protocol/Address.h"

#include <QSslConfiguration>
#include <QSslKey>

#include <chrono>

namespace motcua::http {

namespace {

constexpr std::chrono::seconds patience{15};

}

PlatformLook::PlatformLook() : m_deadline(this) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail("sync.timed-out"); });
}

PlatformLook::~PlatformLook() {
    end();
}

void PlatformLook::begin(const QUrl& address, const StationKey& own) {
    end();
    m_socket = std::make_unique<QSslSocket>();
    QSslConfiguration tls = m_socket->sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(QSslCertificate::fromData(own.certificate));
    tls.setPrivateKey(QSslKey(QByteArray::fromRawData(own.key.bytes().data(), own.key.bytes().size()), QSsl::Ec));
    m_socket->setSslConfiguration(tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
        end();
        emit seen(chain);
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        const bool connected = error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::RemoteHostClosedError;
        fail(connected ? "sync.bad-answer" : "sync.no-line");
    });
    m_deadline.start(patience);
    m_socket->connectToHostEncrypted(address.host(), static_cast<quint16>(address.port(protocol::httpsPort)));
}

void PlatformLook::end() {
    m_deadline.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
}

void PlatformLook::fail(const char* code) {
    end();
    emit failed({QString::fromLatin1(code), {}, nullptr, true});
}

}
