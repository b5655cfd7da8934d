#include "sync/gateway/keys/Activations.h"

#include "app/base/Logging.h"
#include "sync/gateway/publish/People.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/HeardTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/AccountFile.h"
#include "sync/protocol/ActivationCode.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/SameBytes.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"

#include <openssl/rand.h>

#include <algorithm>

namespace motcua::gateway {

namespace {

QByteArray kept(const PlatformStore& store, const QString& code) {
    return store.keptCode(protocol::Digest::of("motcua-activation\n" + protocol::plainCode(code).toLatin1()));
}

base::Outcome fillFile(NewActivation& made, PersonCode& row, const QString& unit, const protocol::MarkSigner& signer) {
    auto file = protocol::makeAccountFile(unit, made.login, row.user, made.code, made.expires.toMSecsSinceEpoch());
    auto key = file ? protocol::accountKey(made.code, protocol::fromBase64(file->salt)) : base::fail(file.error());
    const auto signature = key ? signer.signVoucher(protocol::accountText(*file)) : base::fail(key.error());
    if (!signature)
        return base::fail(signature.error());
    row.accountKey = std::move(*key);
    made.file = std::move(*file);
    made.file.signature = QString::fromLatin1(signature->toBase64());
    return base::done();
}

/// By the code itself, or by what is derived from it where a file went with it.
bool isRight(const PersonCode& code, const protocol::ActivationRequest& request, const QByteArray& said) {
    if (request.mac.isEmpty())
        return protocol::sameBytes(code.hash, said);
    return !code.accountKey.isEmpty() && protocol::sameBytes(protocol::offerMac(code.accountKey, request), protocol::fromBase64(request.mac));
}

base::Error wrongCode() {
    return {QStringLiteral("activation.code-wrong")};
}

}

base::Result<domain::UserId> accountOf(const Tables& tables, qint64 unit, const QString& login) {
    const QString wanted = login.trimmed().toLower();
    return tables.units().codeOf(unit).and_then([&](const QString& code) { return People::of(tables, code); }).map([&](const People& people) {
        const auto& all = people.accounts();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const domain::Account& account) { return account.active && account.login == wanted; });
        return found == all.end() ? domain::UserId() : found->id;
    });
}

base::Result<protocol::PersonVoucher> voucherFor(const protocol::MarkSigner& signer, const QUuid& station, const PersonKeyRow& key) {
    protocol::PersonVoucher voucher{station.toString(QUuid::WithoutBraces), key.user.toString(QUuid::WithoutBraces),
        QString::fromLatin1(key.publicKey.toBase64()), key.since, key.at, {}};
    return signer.signVoucher(protocol::voucherText(voucher)).map([&](const QByteArray& signature) {
        voucher.signature = QString::fromLatin1(signature.toBase64());
        return voucher;
    });
}

base::Result<protocol::PersonVoucher> bindKey(Tables& tables, const protocol::MarkSigner& signer, const Peer& peer, const PersonKeyRow& key) {
    auto voucher = voucherFor(signer, peer.id, key);
    if (!voucher)
        return voucher;
    return tables.people()
        .bind(key)
        .and_then([&](base::Done) { return tables.feed().publish({.unit = peer.unit, .station = {}}, "person-key", base::toJson(*voucher)); })
        .map([&](qint64) { return *voucher; });
}

base::Result<NewActivation> Activations::makeCode(
    PlatformStore& store, const base::Clock& clock, const QString& unit, const QString& login, Terms terms, const protocol::MarkSigner* files) {
    constexpr int randomBytes = 8;
    constexpr qint64 day = 24LL * 3600 * 1000;
    QByteArray random(randomBytes, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(random.data()), randomBytes) != 1)
        return base::fail(QStringLiteral("platform.failed"));
    if (terms.days < 1 || terms.days > longestDays)
        return base::fail(QStringLiteral("activation.days"), {{QStringLiteral("most"), QString::number(longestDays)}});
    const QString code = protocol::makeActivationCode(random);
    const qint64 expires = clock.now().toMSecsSinceEpoch() + terms.days * day;
    return store.write([&](Tables& tables) -> base::Result<NewActivation> {
        const auto key = unitKey(tables, unit);
        const auto user = key ? accountOf(tables, *key, login) : base::fail(key.error());
        if (!user)
            return base::fail(user.error());
        if (user->isNull())
            return base::fail(QStringLiteral("account.unknown"), {{QStringLiteral("login"), login}});
        NewActivation made{login.trimmed().toLower(), code, QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC)};
        PersonCode row{kept(store, code), user->value()};
        if (const auto filed = files ? fillFile(made, row, unit, *files) : base::done(); !filed)
            return base::fail(filed.error());
        return tables.people().addCode(row, *key, expires, terms.uses).map([&](base::Done) { return made; });
    });
}

base::Result<protocol::PersonVoucher> Activations::activate(const Peer& peer, const protocol::ActivationRequest& request) {
    const auto publicKey = protocol::offeredKey(request);
    if (!publicKey)
        return base::fail(publicKey.error());
    const QString who = QStringLiteral("person at ") + peer.id.toString(QUuid::WithoutBraces);
    const auto begun = m_limit.begin(who);
    if (!begun || !*begun)
        return base::fail(begun ? base::Error{QStringLiteral("request.too-many")} : begun.error());
    auto bound = tryCode(peer, request, *publicKey);
    if (!bound)
        return bound;
    if (const auto forgiven = m_limit.forgive(who); !forgiven)
        return base::fail(forgiven.error());
    m_parts.bell.ringUnit(peer.unit, 0);
    return bound;
}

base::Result<protocol::PersonVoucher> Activations::tryCode(
    const Peer& peer, const protocol::ActivationRequest& request, const QByteArray& publicKey) {
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    const QByteArray id = protocol::keyIdOf(publicKey);
    const QByteArray said = kept(m_parts.store, request.code);
    return m_parts.store.write([&](Tables& tables) -> base::Result<protocol::PersonVoucher> {
        const auto user = accountOf(tables, peer.unit, request.login);
        const auto known = user ? tables.people().find(id) : base::fail(user.error());
        const auto codes = known ? tables.people().openCodes(peer.unit, now) : base::fail(known.error());
        if (!codes)
            return base::fail(codes.error());
        if (user->isNull())
            return base::fail(wrongCode());
        // What it was answered before; nobody else has this key.
        if (*known) {
            const bool same = (*known)->station == peer.key && (*known)->user == user->value();
            return same ? voucherFor(m_parts.authority.marks(), peer.id, **known) : base::fail(wrongCode());
        }
        QByteArray right;
        for (const PersonCode& code : *codes)
            if (isRight(code, request, said) && code.user == user->value())
                right = code.hash;
        const auto used = right.isEmpty() ? base::Result<bool>(false) : tables.people().useCode(right, now);
        if (!used || !*used)
            return base::fail(used ? wrongCode() : used.error());
        const auto end = tables.stations().chainEnd(peer.key);
        if (!end)
            return base::fail(end.error());
        // What it says to have written counts as far as it can be.
        const qint64 since = std::min(request.written, end->seq + HeardTable::mostUnsent);
        qCInfo(base::lcGateway).noquote() << "a person's key was bound at station" << peer.id.toString(QUuid::WithoutBraces);
        return bindKey(tables, m_parts.authority.marks(), peer, {id, peer.key, user->value(), publicKey, since, {}, now});
    });
}

}
