#include "sync/http/Transport.h"

#include "app/base/Logging.h"
#include "sync/http/Call.h"
#include "sync/http/NoDelay.h"
#include "sync/protocol/Address.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>

namespace motcua::http {

namespace {

constexpr int httpsPort = 443;
constexpr qint64 clockToleranceMs = 5 * 60 * 1000;

base::Result<QSslConfiguration> tlsFor(const Credentials& credentials) {
    const auto bad = [](const char* part) {
        return base::fail(QStringLiteral("sync.bad-credentials"), {{QStringLiteral("part"), QString::fromLatin1(part)}});
    };
    const QSslKey key(credentials.key, QSsl::Ec);
    const QList<QSslCertificate> own = QSslCertificate::fromData(credentials.certificate);
    const QList<QSslCertificate> authority = QSslCertificate::fromData(credentials.authority);
    if (key.isNull())
        return bad("key");
    if (own.isEmpty())
        return bad("certificate");
    if (authority.isEmpty())
        return bad("authority");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(authority);
    tls.setLocalCertificateChain(own);
    tls.setPrivateKey(key);
    return tls;
}

QNetworkRequest requestFor(const QUrl& platform, const QSslConfiguration& tls, const Request& request) {
    QNetworkRequest out(platform.resolved(QUrl(request.path)));
    out.setSslConfiguration(tls);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    return out;
}

}

base::Result<std::unique_ptr<Transport>> Transport::make(const Credentials& credentials, const base::Clock& clock) {
    if (credentials.platform.scheme() != QLatin1String("https") || credentials.platform.host().isEmpty())
        return base::fail(QStringLiteral("sync.bad-credentials"), {{QStringLiteral("part"), QStringLiteral("platform")}});
    auto tls = tlsFor(credentials);
    if (!tls)
        return base::fail(tls.error());
    return std::unique_ptr<Transport>(new Transport(credentials.platform, *std::move(tls), clock));
}

Transport::Transport(const QUrl& platform, QSslConfiguration tls, const base::Clock& clock)
    : m_platform(platform), m_tls(std::move(tls)), m_clock(clock) {
    m_network.setAutoDeleteReplies(false);
}

Transport::~Transport() {
    // The calls go before the network they hang on, and quietly.
    const QList<Call*> calls = findChildren<Call*>(Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
}

void Transport::send(const Request& request, AnswerHandler handler) {
    const QNetworkRequest out = requestFor(m_platform, m_tls, request);
    // Sent as a custom verb, HEAD would wait for the body that its Content-Length promises.
    QNetworkReply* reply =
        request.method == "HEAD" ? m_network.head(out) : m_network.sendCustomRequest(out, request.method, request.body);
    connect(reply, &QNetworkReply::encrypted, this, [this] { sendWithoutDelay(m_platform.port(httpsPort)); });
    auto failure = [this, handler](const Failure& what) { failed(what, handler); };
    Request bounded = request;
    bounded.body.clear();
    bounded.deadline = std::min(request.deadline, m_longest);
    new Call(reply, bounded, std::move(handler), std::move(failure), this);
}

void Transport::failed(const Failure& failure, const AnswerHandler& handler) {
    const base::Error error = classify(failure);
    qCDebug(base::lcSync).noquote() << "request failed:" << error.toLogLine() << failure.network << failure.words;
    if (isAboutDates(failure))
        compareClocks(error, handler);
    else
        handler(base::fail(error));
}

void Transport::compareClocks(const base::Error& error, const AnswerHandler& handler) {
    auto* apart = new QNetworkAccessManager(this);
    Request request{"GET", QString::fromLatin1(protocol::address::health)};
    request.deadline = std::chrono::seconds(10);
    QNetworkReply* reply = apart->sendCustomRequest(requestFor(m_platform, m_tls, request), request.method, request.body);
    auto answered = [this, apart, error, handler](const base::Result<Answer>& answer) {
        apart->deleteLater();
        const QJsonValue time = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("time"));
        const qint64 difference = time.toInteger() - m_clock.now().toMSecsSinceEpoch();
        if (!time.isDouble() || qAbs(difference) <= clockToleranceMs) {
            handler(base::fail(error));
            return;
        }
        handler(base::fail(QStringLiteral("sync.clock-wrong"),
            {{QStringLiteral("minutes"), QString::number(-difference / 60'000)}}));
    };
    auto failure = [apart, error, handler](const Failure&) {
        apart->deleteLater();
        handler(base::fail(error));
    };
    (new Call(reply, request, std::move(answered), std::move(failure), this))->forgiveDates();
}

}
