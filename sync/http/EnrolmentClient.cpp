#include "sync/http/EnrolmentClient.h"

#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/MarkSignature.h"

#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <utility>

namespace motcua::http {

namespace {

constexpr int lookMs = 15'000;

base::Error fault(const char* code) {
    return {QString::fromLatin1(code), {}, nullptr, false};
}

}

EnrolmentClient::EnrolmentClient() : m_deadline(this) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(base::fail(base::Error{QStringLiteral("sync.timed-out"), {}, nullptr, true})); });
}

EnrolmentClient::~EnrolmentClient() {
    if (m_socket)
        m_socket->disconnect(this);
}

void EnrolmentClient::begin(const QUrl& listener, const QString& code, const QString& stationName) {
    if (m_underWay) {
        emit failed(fault("enrolment.under-way"));
        return;
    }
    m_underWay = true;
    m_listener = listener;
    m_stationName = stationName;
    const auto read = protocol::EnrolmentCode::fromText(code);
    if (!read)
        return finish(base::fail(read.error()));
    m_code = *read;
    if (!listener.isValid() || listener.scheme() != QLatin1String("https") || listener.host().isEmpty())
        return finish(base::fail(fault("enrolment.address-malformed")));
    auto key = StationKey::make();
    if (!key)
        return finish(base::fail(key.error()));
    m_key = *std::move(key);
    look();
}

void EnrolmentClient::look() {
    m_socket = std::make_unique<QSslSocket>();
    QSslConfiguration tls = m_socket->sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(QSslCertificate::fromData(m_key.certificate));
    tls.setPrivateKey(QSslKey(m_key.key, QSsl::Ec));
    m_socket->setSslConfiguration(tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &EnrolmentClient::lookedAt);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        const bool spoke = error == QAbstractSocket::SslHandshakeFailedError;
        finish(base::fail(base::Error{spoke ? QStringLiteral("sync.bad-answer") : QStringLiteral("sync.no-line"), {}, nullptr, true}));
    });
    m_deadline.start(lookMs);
    m_socket->connectToHostEncrypted(m_listener.host(), static_cast<quint16>(m_listener.port(443)));
}

void EnrolmentClient::lookedAt() {
    QByteArray authority;
    for (const QSslCertificate& certificate : m_socket->peerCertificateChain())
        if (m_code.names(certificate.toDer()))
            authority = certificate.toPem();
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    if (authority.isEmpty())
        return finish(base::fail(fault("enrolment.wrong-platform")));
    ask(authority);
}

void EnrolmentClient::ask(const QByteArray& authority) {
    Credentials credentials;
    credentials.platform = m_listener;
    credentials.key = m_key.key;
    credentials.certificate = m_key.certificate;
    credentials.authority = authority;
    auto transport = Transport::make(credentials, m_clock);
    if (!transport)
        return finish(base::fail(transport.error()));
    m_transport = *std::move(transport);
    const protocol::EnrolmentRequest wish{m_code.toText(), QString::fromLatin1(m_key.signingRequest), m_stationName};
    Request request{"POST", QString::fromLatin1(protocol::address::enrolments), {{"Content-Type", "application/json"}}};
    request.body = QJsonDocument(base::toJson(wish)).toJson(QJsonDocument::Compact);
    request.understood = {400, 403, 429};
    m_transport->send(request, [this](const base::Result<Answer>& answer) { answered(answer); });
}

void EnrolmentClient::answered(const base::Result<Answer>& answer) {
    if (!answer)
        return finish(base::fail(answer.error()));
    if (answer->status >= 300) {
        const QString code = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("code")).toString();
        base::Error error = fault(code == QLatin1String("enrolment.code-wrong") ? "enrolment.code-wrong" : "enrolment.refused");
        error.detail.insert(QStringLiteral("platform"), code.left(64));
        error.retryable = answer->status == 429;
        return finish(base::fail(error));
    }
    const auto read = answers::enrolment(answer->body);
    if (!read)
        return finish(base::fail(fault("enrolment.bad-answer").causedBy(read.error())));
    finish(check(*read));
}

base::Result<Enrolment> EnrolmentClient::check(const protocol::EnrolmentAnswer& answer) const {
    const auto bad = [](const char* part) {
        base::Error error = fault("enrolment.bad-answer");
        error.detail.insert(QStringLiteral("part"), QString::fromLatin1(part));
        return base::fail(error);
    };
    const QList<QSslCertificate> authority = QSslCertificate::fromData(answer.authority.toLatin1());
    const QList<QSslCertificate> own = QSslCertificate::fromData(answer.certificate.toLatin1());
    if (authority.isEmpty() || !m_code.names(authority.front().toDer()))
        return bad("authority");
    if (own.isEmpty() || !certifies(answer.certificate.toLatin1(), m_key.key))
        return bad("certificate");
    if (own.front().subjectInfo(QSslCertificate::CommonName) != QStringList{answer.station})
        return bad("station");
    if (!protocol::MarkVerifier::fromPem(answer.platformKey.toLatin1()))
        return bad("platform-key");
    return Enrolment{m_key.key, answer};
}

void EnrolmentClient::finish(base::Result<Enrolment> enrolment) {
    m_deadline.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater();
    }
    if (m_transport)
        m_transport.release()->deleteLater();
    m_key = {};
    m_underWay = false;
    if (enrolment)
        emit enrolled(*enrolment);
    else
        emit failed(enrolment.error());
}

}
