#include "sync/http/ActivationClient.h"

#include "sync/protocol/Address.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"

#include <QJsonDocument>
#include <QTimer>

#include <chrono>

namespace motcua::http {

bool isVouchedFor(const protocol::PersonVoucher& voucher, const QByteArray& platformKey, const QUuid& station, const QString& publicKey) {
    const auto verifier = protocol::MarkVerifier::fromPem(platformKey);
    return verifier && voucher.publicKey == publicKey && QUuid::fromString(voucher.station) == station &&
           verifier->accepts(protocol::voucherText(voucher), protocol::fromBase64(voucher.signature));
}

ActivationClient::ActivationClient(const Credentials& credentials, const protocol::ActivationRequest& request)
    : m_credentials(credentials), m_request(request) {}

ActivationClient::~ActivationClient() = default;

void ActivationClient::begin() {
    auto transport = Transport::make(m_credentials, m_clock);
    if (!transport) {
        emit failed(transport.error());
        return;
    }
    m_transport = std::move(*transport);
    ask();
}

void ActivationClient::ask() {
    constexpr int notFound = 404;
    constexpr int tooMany = 429;
    --m_triesLeft;
    Request request{"POST", QString::fromLatin1(protocol::address::activations), {{"Content-Type", "application/json"}}};
    request.body = QJsonDocument(base::toJson(m_request)).toJson(QJsonDocument::Compact);
    request.understood = {400, 403, notFound, tooMany};
    m_transport->send(request, [this](const base::Result<Answer>& answer) { answered(answer); });
}

void ActivationClient::answered(const base::Result<Answer>& answer) {
    constexpr std::chrono::milliseconds betweenTries{500};
    constexpr int firstRefusal = 300;
    constexpr int notFound = 404;
    constexpr int tooMany = 429;
    if (!answer && answer.error().retryable && m_triesLeft > 0) {
        QTimer::singleShot(betweenTries, this, &ActivationClient::ask);
        return;
    }
    if (!answer) {
        emit failed(base::Error{QStringLiteral("activation.no-line"), {}, nullptr, true}.causedBy(answer.error()));
        return;
    }
    if (answer->status < firstRefusal) {
        const auto voucher = voucherIn(answer->body);
        voucher ? emit activated(*voucher) : emit failed(voucher.error());
        return;
    }
    const QString code = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("code")).toString();
    constexpr qsizetype longestCode = 64;
    if (code == QLatin1String("activation.code-wrong"))
        emit failed({code, {{QStringLiteral("login"), m_request.login}}, nullptr, false});
    else if (answer->status == tooMany)
        emit failed({QStringLiteral("activation.too-many"), {}, nullptr, true});
    else if (answer->status == notFound)
        emit failed({QStringLiteral("activation.not-offered"), {}, nullptr, false});
    else
        emit failed({QStringLiteral("activation.refused"), {{QStringLiteral("platform"), code.left(longestCode)}}, nullptr, false});
}

base::Result<protocol::PersonVoucher> ActivationClient::voucherIn(const QByteArray& body) const {
    const auto voucher = base::fromJson<protocol::PersonVoucher>(QJsonDocument::fromJson(body).object());
    if (!isVouchedFor(voucher, m_credentials.platformKey, m_credentials.station, m_request.publicKey))
        return base::fail(
            base::Error{QStringLiteral("activation.refused"), {{QStringLiteral("platform"), QStringLiteral("voucher")}}, nullptr, false});
    return voucher;
}

}
