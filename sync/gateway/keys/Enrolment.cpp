#include "sync/gateway/keys/Enrolment.h"

#include "app/base/Logging.h"
#include "sync/gateway/keys/Activations.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Vouchers.h"

namespace motcua::gateway {

template <class Look>
auto Enrolment::tried(const QString& who, const Look& look) -> decltype(look()) {
    const auto begun = m_limit.begin(who);
    if (!begun || !*begun)
        return base::fail(begun ? base::Error{QStringLiteral("request.too-many")} : begun.error());
    auto found = look();
    if (!found)
        return found;
    if (const auto forgiven = m_limit.forgive(who); !forgiven)
        return base::fail(forgiven.error());
    return found;
}

base::Result<protocol::EnrolmentCode> Enrolment::codeIn(const QString& text) const {
    auto read = protocol::EnrolmentCode::fromText(text);
    if (!read || !read->names(m_parts.authority.der()))
        return base::fail(QStringLiteral("enrolment.code-wrong"));
    return read;
}

base::Result<OpenCode> Enrolment::openCode(const QString& code, const QString& address) {
    return tried(RateLimit::whoAt(address),
        [&] { return codeIn(code).and_then([&](const protocol::EnrolmentCode& read) { return m_parts.stations.findCode(read.secret); }); });
}

/// Whoever holds a code may find out that a login was mistyped, not which ones there are.
base::Outcome Enrolment::checkLogin(const Peer& peer, const QString& login) {
    return tried(QStringLiteral("desk ") + peer.id.toString(QUuid::WithoutBraces), [&]() -> base::Outcome {
        const auto known = m_parts.stations.knowsLogin(peer, login);
        if (!known)
            return base::fail(known.error());
        return *known ? base::done() : base::fail(QStringLiteral("enrolment.login-unknown"));
    });
}

base::Result<protocol::EnrolmentOutlook> Enrolment::outlook(const protocol::EnrolmentQuestion& question, const QString& address, const QString& url) {
    const auto open = openCode(question.code, address);
    if (!open)
        return base::fail(open.error());
    return checkLogin(open->peer, question.login).map([&](base::Done) {
        return protocol::EnrolmentOutlook{m_parts.stations.nameOf(open->peer), m_parts.stations.unitOf(open->peer), url};
    });
}

base::Result<protocol::EnrolmentAnswer> Enrolment::answerFor(const MadeStation& made, const QString& login, const QString& url) const {
    const auto certificate = certificateFromDer(made.certificate);
    if (!certificate)
        return base::fail(QStringLiteral("enrolment.code-wrong"));
    auto voucher = voucherOf(made.peer, login);
    if (!voucher)
        return base::fail(voucher.error());
    return protocol::EnrolmentAnswer{made.peer.id.toString(QUuid::WithoutBraces), QString::fromLatin1(pemOf(certificate.get())),
        QString::fromLatin1(m_parts.authority.pem()), QString::fromLatin1(m_parts.authority.recoveryKey()),
        QString::fromLatin1(m_parts.authority.platformKey()), m_parts.stations.unitOf(made.peer), url, m_parts.stations.nameOf(made.peer),
        std::move(*voucher)};
}

/// Whoever enrols a desk may name anybody of its unit as its first user: that binds nobody unless the code is that person's.
base::Result<QByteArray> Enrolment::keyFor(const OpenCode& code, const protocol::EnrolmentRequest& request) {
    const bool own =
        (code.login == QLatin1String("*") && !request.login.isEmpty()) || (!code.login.isEmpty() && code.login == request.login.trimmed().toLower());
    if (!own || request.publicKey.isEmpty())
        return QByteArray();
    return protocol::offeredKey({request.login, request.code, request.publicKey, request.proof, 0});
}

base::Outcome Enrolment::bind(Tables& tables, const Peer& peer, const QString& login, const QByteArray& publicKey) const {
    const auto user = accountOf(tables, peer.unit, login);
    if (!user || user->isNull())
        return base::fail(user ? base::Error{QStringLiteral("enrolment.login-unknown")} : user.error());
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    return bindKey(tables, m_parts.authority.marks(), peer, {protocol::keyIdOf(publicKey), peer.key, user->value(), publicKey, 0, {}, now})
        .map([](const protocol::PersonVoucher&) { return base::Done(); });
}

base::Result<std::optional<protocol::PersonVoucher>> Enrolment::voucherOf(const Peer& peer, const QString& login) const {
    using Voucher = std::optional<protocol::PersonVoucher>;
    const auto key = m_parts.store.read([&](const Tables& tables) {
        return accountOf(tables, peer.unit, login).and_then([&](domain::UserId user) { return tables.people().newest(peer.key, user.value()); });
    });
    if (!key || !*key)
        return key ? base::Result<Voucher>(Voucher()) : base::fail(key.error());
    return voucherFor(m_parts.authority.marks(), peer.id, **key).map([](protocol::PersonVoucher voucher) { return Voucher(std::move(voucher)); });
}

base::Result<MadeStation> Enrolment::madeBefore(const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey) const {
    return codeIn(request.code)
        .and_then([&](const protocol::EnrolmentCode& code) { return m_parts.stations.madeBefore(code.secret, publicDer(peerKey)); })
        .and_then([](const std::optional<MadeStation>& made) {
            return made ? base::Result<MadeStation>(*made) : base::fail(QStringLiteral("enrolment.code-wrong"));
        });
}

base::Result<MadeStation> Enrolment::make(const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address) {
    const auto code = codeIn(request.code);
    const auto open = openCode(request.code, address);
    if (!code || !open)
        return base::fail(open ? code.error() : open.error());
    const Peer* const peer = &open->peer;
    // A station of before does not say who its first user is.
    if (const auto known = request.login.isEmpty() ? base::done() : checkLogin(*peer, request.login); !known)
        return base::fail(known.error());
    const auto key = keyFor(*open, request);
    if (!key)
        return base::fail(key.error());
    const auto certificate = m_parts.authority.signStation(request.signingRequest.toLatin1(), peerKey, peer->id, m_parts.clock.now());
    if (!certificate)
        return base::fail(certificate.error());
    const auto parsed = certificateFromPem(*certificate);
    if (!parsed)
        return base::fail(parsed.error());
    const QByteArray der = derOf(parsed->get());
    const auto enrolled = m_parts.stations.enrol(*peer, code->secret, plainDeskName(request.stationName), der,
        [&](Tables& tables) { return key->isEmpty() ? base::done() : bind(tables, *peer, request.login, *key); });
    if (!enrolled)
        return base::fail(enrolled.error());
    qCInfo(base::lcGateway).noquote() << "enrolled station" << peer->id.toString(QUuid::WithoutBraces);
    return MadeStation{*peer, der};
}

base::Result<protocol::EnrolmentAnswer> Enrolment::enrol(
    const protocol::EnrolmentRequest& request, EVP_PKEY* peerKey, const QString& address, const QString& url) {
    // Of two equal requests at a time one makes the desk while the other is under way: that one looks again, and did not fail.
    const auto made = madeBefore(request, peerKey).or_else([&](const base::Error&) { return make(request, peerKey, address); });
    if (made || made.error().code != QLatin1String("enrolment.code-wrong"))
        return made.and_then([&](const MadeStation& station) { return answerFor(station, request.login, url); });
    const auto meanwhile = madeBefore(request, peerKey);
    if (!meanwhile)
        return base::fail(made.error());
    if (const auto forgiven = m_limit.forgive(RateLimit::whoAt(address)); !forgiven)
        return base::fail(forgiven.error());
    return answerFor(*meanwhile, request.login, url);
}

}
