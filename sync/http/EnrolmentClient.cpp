#include "sync/http/EnrolmentClient.h"

#include "sync/http/ActivationClient.h"
#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Vouchers.h"

#include <QJsonDocument>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace motcua::http {

namespace {

/// How often an answer that was lost is asked for before somebody is told.
constexpr int mostTries = 3;
constexpr std::chrono::milliseconds betweenTries{500};
constexpr int notFound = 404;
constexpr int tooMany = 429;
constexpr int firstRefusal = 300;

base::Error fault(const char* code, const QMap<QString, QString>& detail = {}) {
    return {QString::fromLatin1(code), detail, nullptr, false};
}

QString told(const QDateTime& moment) {
    return base::toVietnamTime(moment).toString(QStringLiteral("dd/MM/yyyy HH:mm"));
}

bool isAddress(const QUrl& url) {
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty();
}

QString addressOf(const QUrl& url) {
    return QStringLiteral("%1:%2").arg(url.host()).arg(url.port(protocol::httpsPort));
}

}

EnrolmentClient::EnrolmentClient() {
    connect(&m_look, &PlatformLook::seen, this, &EnrolmentClient::lookedAt);
    connect(&m_look, &PlatformLook::failed, this, [this](const base::Error& error) { finish(base::fail(explained(error))); });
    connect(&m_mainLook, &PlatformLook::seen, this, [this](const QList<QSslCertificate>& chain) {
        const bool ours = std::any_of(chain.begin(), chain.end(), [this](const QSslCertificate& each) { return m_code.names(each.toDer()); });
        if (ours)
            enrol();
        else
            finish(base::fail(fault("enrolment.desk-address", {{QStringLiteral("address"), addressOf(m_main)}})));
    });
    connect(&m_mainLook, &PlatformLook::failed, this, [this] {
        finish(base::fail(fault("enrolment.desk-address", {{QStringLiteral("address"), addressOf(m_main)}})));
    });
}

EnrolmentClient::~EnrolmentClient() = default;

void EnrolmentClient::begin(const EnrolmentWish& wish) {
    if (m_underWay) {
        emit failed(fault("enrolment.under-way"));
        return;
    }
    m_underWay = true;
    m_wish = wish;
    m_triesLeft = mostTries;
    if (const auto ready = prepare(); !ready)
        return finish(base::fail(ready.error()));
    m_look.begin(m_wish.listener, m_key);
}

base::Outcome EnrolmentClient::prepare() {
    const auto read = protocol::EnrolmentCode::fromText(m_wish.code);
    if (!read)
        return base::fail(read.error());
    m_code = *read;
    if (!isAddress(m_wish.listener))
        return base::fail(fault("enrolment.address-malformed"));
    if (m_keyFor == m_code.secret)
        return base::done();
    auto key = StationKey::make();
    auto signer = key ? protocol::PersonKey::make() : base::fail(key.error());
    if (!signer)
        return base::fail(signer.error());
    m_key = *std::move(key);
    m_signer = *std::move(signer);
    m_keyFor = m_code.secret;
    m_keySent = false;
    return base::done();
}

void EnrolmentClient::lookedAt(const QList<QSslCertificate>& chain) {
    QByteArray authority;
    m_from = {};
    m_until = {};
    for (const QSslCertificate& certificate : chain) {
        if (m_code.names(certificate.toDer()))
            authority = certificate.toPem();
        m_from = m_from.isValid() ? std::max(m_from, certificate.effectiveDate()) : certificate.effectiveDate();
        m_until = m_until.isValid() ? std::min(m_until, certificate.expiryDate()) : certificate.expiryDate();
    }
    if (authority.isEmpty())
        return finish(base::fail(fault("enrolment.wrong-platform")));
    Credentials credentials;
    credentials.platform = m_wish.listener;
    credentials.key = m_key.key;
    credentials.certificate = m_key.certificate;
    credentials.authority = authority;
    auto transport = Transport::make(credentials, m_clock);
    if (!transport)
        return finish(base::fail(transport.error()));
    m_transport = *std::move(transport);
    if (m_wish.login.isEmpty())
        enrol();
    else
        ask();
}

void EnrolmentClient::send(const char* address, const QJsonObject& body, const QList<int>& understood, const AnswerHandler& handler) {
    Request request{"POST", QString::fromLatin1(address), {{"Content-Type", "application/json"}}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.understood = understood;
    m_transport->send(request, handler);
}

void EnrolmentClient::ask() {
    const protocol::EnrolmentQuestion question{m_code.toText(), m_wish.login};
    send(protocol::address::enrolmentCheck, base::toJson(question), {400, 403, notFound, tooMany},
        [this](const base::Result<Answer>& answer) { asked(answer); });
}

void EnrolmentClient::asked(const base::Result<Answer>& answer) {
    // The platform has just shown itself here: who then hangs up without a word is its main listener, whose refusal a closing connection
    // may swallow.
    if (!answer && answer.error().code == QLatin1String("sync.no-line")) {
        if (--m_triesLeft > 0) {
            QTimer::singleShot(betweenTries, this, &EnrolmentClient::ask);
            return;
        }
        return finish(base::fail(explained({QStringLiteral("sync.certificate-refused")})));
    }
    if (!answer)
        return finish(base::fail(explained(answer.error())));
    m_triesLeft = mostTries;
    // A platform of before has no such question.
    if (answer->status == notFound)
        return enrol();
    // The code may have been used by this very key, and the answer lost: only the enrolment itself can tell.
    if (m_keySent && answer->status >= firstRefusal && refusal(*answer).code == QLatin1String("enrolment.code-wrong"))
        return enrol();
    if (answer->status >= firstRefusal)
        return finish(base::fail(refusal(*answer)));
    const std::chrono::minutes ahead{m_transport->minutesAhead()};
    if (ahead >= base::clockTolerance || ahead <= -base::clockTolerance)
        return finish(base::fail(clockError(ahead.count())));
    const auto outlook = answers::outlook(answer->body);
    if (!outlook)
        return finish(base::fail(fault("enrolment.bad-answer").causedBy(outlook.error())));
    lookAtMain(outlook->url);
}

void EnrolmentClient::lookAtMain(const QString& url) {
    m_main = QUrl(url);
    m_mainLook.begin(m_main, m_key);
}

void EnrolmentClient::enrol() {
    --m_triesLeft;
    m_keySent = true;
    protocol::EnrolmentRequest wish{m_code.toText(), QString::fromLatin1(m_key.signingRequest), m_wish.stationName, m_wish.login};
    if (const auto offer = protocol::makeOffer(*m_signer, wish.login, wish.code, 0)) {
        wish.publicKey = offer->publicKey;
        wish.proof = offer->proof;
    }
    send(protocol::address::enrolments, base::toJson(wish), {400, 403, tooMany}, [this](const base::Result<Answer>& answer) { answered(answer); });
}

void EnrolmentClient::answered(const base::Result<Answer>& answer) {
    if (!answer && answer.error().retryable && m_triesLeft > 0) {
        QTimer::singleShot(betweenTries, this, &EnrolmentClient::enrol);
        return;
    }
    if (!answer)
        return finish(base::fail(answer.error().retryable ? fault("enrolment.answer-lost").causedBy(answer.error()) : explained(answer.error())));
    if (answer->status >= firstRefusal)
        return finish(base::fail(refusal(*answer)));
    const auto read = answers::enrolment(answer->body);
    if (!read)
        return finish(base::fail(fault("enrolment.bad-answer").causedBy(read.error())));
    finish(check(*read));
}

base::Error EnrolmentClient::refusal(const Answer& answer) const {
    const QString code = QJsonDocument::fromJson(answer.body).object().value(QLatin1String("code")).toString();
    if (answer.status == tooMany)
        return {QStringLiteral("enrolment.too-many"), {}, nullptr, true};
    for (const char* known : {"enrolment.code-wrong", "enrolment.login-unknown"})
        if (code == QLatin1String(known))
            return fault(known, {{QStringLiteral("login"), m_wish.login}});
    constexpr qsizetype longestCode = 64;
    return fault("enrolment.refused", {{QStringLiteral("platform"), code.left(longestCode)}});
}

base::Error EnrolmentClient::explained(const base::Error& error) const {
    const QMap<QString, QString> where{{QStringLiteral("address"), addressOf(m_wish.listener)}};
    if (error.code == QLatin1String("sync.no-line") || error.code == QLatin1String("sync.timed-out"))
        return fault("enrolment.no-answer", where).causedBy(error);
    if (error.code == QLatin1String("sync.bad-answer") || error.code == QLatin1String("sync.server-error"))
        return fault("enrolment.not-gateway", where).causedBy(error);
    // Who takes no certificate but of enrolled desks is the main listener.
    if (error.code == QLatin1String("sync.certificate-refused"))
        return fault("enrolment.wrong-port", where).causedBy(error);
    if (error.code == QLatin1String("sync.clock-wrong"))
        return clockError(error.detail.value(QStringLiteral("minutes")).toLongLong()).causedBy(error);
    const QString reason = error.code == QLatin1String("sync.tls-untrusted") ? error.detail.value(QStringLiteral("reason")) : QString();
    if (reason == QLatin1String("host-name"))
        return fault("enrolment.wrong-host", {{QStringLiteral("host"), m_wish.listener.host()}}).causedBy(error);
    if (reason == QLatin1String("dates"))
        return fault("enrolment.clock-or-certificate",
            {{QStringLiteral("now"), told(m_clock.now())}, {QStringLiteral("from"), told(m_from)}, {QStringLiteral("until"), told(m_until)}})
            .causedBy(error);
    return error;
}

base::Error EnrolmentClient::clockError(qint64 minutesAhead) const {
    const QDateTime now = m_clock.now();
    constexpr qint64 secondsInMinute = 60;
    return fault("enrolment.clock-wrong",
        {{QStringLiteral("now"), told(now)}, {QStringLiteral("theirs"), told(now.addSecs(-minutesAhead * secondsInMinute))}});
}

base::Result<Enrolment> EnrolmentClient::check(const protocol::EnrolmentAnswer& answer) const {
    const auto bad = [](const char* part) {
        return base::fail(fault("enrolment.bad-answer", {{QStringLiteral("part"), QString::fromLatin1(part)}}));
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
    const QString publicKey = QString::fromLatin1(m_signer->publicKey().toBase64());
    if (answer.voucher && !isVouchedFor(*answer.voucher, answer.platformKey.toLatin1(), QUuid::fromString(answer.station), publicKey))
        return bad("voucher");
    return Enrolment{m_key.key, answer, m_signer};
}

void EnrolmentClient::finish(const base::Result<Enrolment>& enrolment) {
    if (m_transport)
        m_transport.release()->deleteLater();
    m_underWay = false;
    if (enrolment)
        emit enrolled(*enrolment);
    else
        emit failed(enrolment.error());
}

}
