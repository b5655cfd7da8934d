#include "sync/gateway/keys/Enrolment.h"

#include "app/base/Logging.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/EnrolmentCode.h"

namespace motcua::gateway {

namespace {

constexpr qsizetype longestName = 100;

}

base::Result<protocol::EnrolmentAnswer> Enrolment::enrol(
    const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address, const QString& url) {
    const auto allowed = m_limit.allows(address);
    if (!allowed || !*allowed)
        return base::fail(allowed ? base::Error{QStringLiteral("request.too-many")} : allowed.error());
    const auto code = protocol::EnrolmentCode::fromText(request.code);
    const auto peer = code ? m_parts.stations.findCode(code->secret) : base::fail(QStringLiteral("enrolment.code-wrong"));
    if (!peer) {
        const auto counted = m_limit.countFailure(address);
        return base::fail(counted ? peer.error() : counted.error());
    }
    const auto certificate = m_parts.authority.signStation(request.signingRequest.toLatin1(), peerKey, peer->id, m_parts.clock.now());
    if (!certificate)
        return base::fail(certificate.error());
    const auto parsed = certificateFromPem(*certificate);
    if (!parsed)
        return base::fail(parsed.error());
    const auto enrolled = m_parts.stations.enrol(*peer, code->secret, request.stationName.left(longestName).trimmed(), derOf(parsed->get()));
    if (!enrolled)
        return base::fail(enrolled.error());
    const QString station = peer->id.toString(QUuid::WithoutBraces);
    qCInfo(base::lcGateway).noquote() << "enrolled station" << station;
    return protocol::EnrolmentAnswer{station, QString::fromLatin1(*certificate), QString::fromLatin1(m_parts.authority.pem()),
        QString::fromLatin1(m_parts.authority.recoveryKey()), QString::fromLatin1(m_parts.authority.platformKey()), m_parts.stations.unitOf(*peer),
        url};
}

}
