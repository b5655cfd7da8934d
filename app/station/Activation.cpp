#include "app/station/Activation.h"

#include "app/base/Logging.h"
#include "app/station/Identity.h"
#include "sync/protocol/AccountFile.h"
#include "sync/protocol/ActivationCode.h"
#include "sync/protocol/Vouchers.h"

#include <QFile>
#include <QJsonDocument>

namespace motcua::station {

Activation::Activation(journal::Unlocked& station, Of of) : m_station(station), m_of(std::move(of)) {}

bool Activation::isCode(const QString& typed) {
    return protocol::looksLikeActivationCode(typed);
}

void Activation::begin() {
    if (const auto ready = prepare(); !ready)
        emit failed(ready.error());
}

/// What the province, or its file, says of the code is told in the security log; what kept it from being asked is not.
void Activation::note(journal::Unlocked& station, const QString& login, const base::Error& error) {
    const bool wasAsked = error.code != QLatin1String("activation.no-line") && error.code != QLatin1String("activation.not-offered") &&
                          error.code.startsWith(QLatin1String("activation."));
    const auto noted =
        wasAsked ? station.securityLog().note({domain::SecurityKind::AccessRefused, {}, {}, login + QLatin1Char(' ') + error.code}) : base::done();
    if (!noted)
        qCWarning(base::lcCounter).noquote() << "security log:" << noted.error().toLogLine();
}

base::Result<QByteArray> Activation::byFile(journal::Unlocked& station, const Of& of, const QString& path, const base::Clock& clock) {
    constexpr qint64 mostBytes = 64 * 1024;
    const auto identity = Identity::unseal(station.secrets());
    const auto head = identity ? station.head() : base::fail(identity.error());
    const auto platform = head ? protocol::MarkVerifier::fromPem(identity->card.platformKey.toLatin1()) : base::fail(head.error());
    if (!platform)
        return base::fail(platform.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("activation.file-wrong"));
    const auto account = base::fromJson<protocol::AccountFile>(QJsonDocument::fromJson(file.read(mostBytes)).object());
    return protocol::makeOffer(*of.key, {account, *platform, identity->card.unit, of.login, of.code, head->seq, clock.now().toMSecsSinceEpoch()})
        .map([](const protocol::ActivationRequest& request) { return QJsonDocument(base::toJson(request)).toJson(QJsonDocument::Compact); })
        .map_error([&](const base::Error& error) {
            note(station, of.login, error);
            return error;
        });
}

base::Outcome Activation::prepare() {
    const auto identity = Identity::unseal(m_station.secrets());
    const auto head = identity ? m_station.head() : base::fail(identity.error());
    const auto offer = head ? protocol::makeOffer(*m_of.key, m_of.login, m_of.code, head->seq) : base::fail(head.error());
    if (!offer)
        return base::fail(offer.error());
    m_client = std::make_unique<http::ActivationClient>(identity->credentials(), *offer);
    connect(m_client.get(), &http::ActivationClient::failed, this, [this](const base::Error& error) {
        note(m_station, m_of.login, error);
        emit failed(error);
    });
    connect(m_client.get(), &http::ActivationClient::activated, this,
        [this](const protocol::PersonVoucher& voucher) { emit bound(QJsonDocument(base::toJson(voucher)).toJson(QJsonDocument::Compact)); });
    m_client->begin();
    return base::done();
}

}
