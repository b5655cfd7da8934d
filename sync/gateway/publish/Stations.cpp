#include "sync/gateway/publish/Stations.h"

#include "app/domain/PlainText.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/DeskGrant.h"
#include "sync/gateway/publish/KeeperRest.h"
#include "sync/gateway/publish/People.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/SameBytes.h"

#include <QCryptographicHash>

#include <openssl/rand.h>

#include <algorithm>

namespace motcua::gateway {

namespace {

constexpr qint64 codeLifetime = 14LL * 24 * 3600 * 1000;

QByteArray kept(const PlatformStore& store, const QString& secret) {
    return store.keptCode(QCryptographicHash::hash("motcua-enrolment\n" + secret.toLatin1(), QCryptographicHash::Sha256));
}

/// DER; empty where the certificate cannot be read.
QByteArray publicKeyOf(const QByteArray& certificate) {
    const auto read = certificateFromDer(certificate);
    return read ? publicDer(X509_get0_pubkey(read.get())) : QByteArray();
}

}

QString plainDeskName(const QString& name) {
    constexpr qsizetype longest = 100;
    const QString plain = domain::madePlain(name.left(longest)).simplified();
    return domain::hasLetter(plain) ? plain : QString();
}

base::Result<Peer> Stations::peer(const QByteArray& commonName, const QByteArray& certificate) const {
    const QUuid id = QUuid::fromString(QLatin1String(commonName));
    const auto station = m_store.read([&](const Tables& tables) { return tables.stations().find(id); });
    if (!station)
        return base::fail(station.error());
    if (id.isNull() || !*station || !(*station)->isEnrolled || (*station)->certificate != certificate)
        return base::fail(QStringLiteral("station.unknown"));
    if ((*station)->isRevoked)
        return base::fail(QStringLiteral("station.revoked"));
    return (*station)->peer;
}

base::Result<QUuid> Stations::add(const QString& unit, const QString& name) {
    const QString plain = plainDeskName(name);
    if (plain.isEmpty())
        return base::fail(QStringLiteral("station.name"));
    const QUuid id = base::newUuidV7(m_clock.now().toMSecsSinceEpoch());
    return m_store.write([&](Tables& tables) { return addDesk(tables, {unit, id, plain, m_clock.now()}); }).map([&](base::Done) { return id; });
}

base::Result<NewCode> Stations::makeCode(const QUuid& station, const QByteArray& authority, const QString& login) {
    QByteArray random(8, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(random.data()), static_cast<int>(random.size())) != 1)
        return base::fail(QStringLiteral("platform.failed"));
    const auto code = protocol::EnrolmentCode::make(random, authority);
    const qint64 expires = m_clock.now().toMSecsSinceEpoch() + codeLifetime;
    return m_store.write([&](Tables& tables) -> base::Result<NewCode> {
        const auto row = tables.stations().find(station);
        if (!row)
            return base::fail(row.error());
        if (!*row || (*row)->isEnrolled)
            return base::fail(QStringLiteral("station.unknown"));
        return tables.enrolments().addCode({kept(m_store, code.secret), (*row)->peer.key, expires, login.trimmed().toLower()}).map([&](base::Done) {
            return NewCode{station, (*row)->name, code.toText(), QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC)};
        });
    });
}

base::Result<OpenCode> Stations::findCode(const QString& secret) const {
    // Every open code is compared, in constant time: neither the index nor an early end tells how much of a guess was right.
    const QByteArray hash = kept(m_store, secret);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto codes = m_store.read([&](const Tables& tables) { return tables.enrolments().openCodes(now); });
    if (!codes)
        return base::fail(codes.error());
    std::optional<OpenCode> found;
    for (const OpenCode& code : *codes)
        if (protocol::sameBytes(code.hash, hash))
            found = code;
    if (!found)
        return base::fail(QStringLiteral("enrolment.code-wrong"));
    return *found;
}

base::Result<std::optional<MadeStation>> Stations::madeBefore(const QString& secret, const QByteArray& key) const {
    const QByteArray hash = kept(m_store, secret);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto codes = m_store.read([&](const Tables& tables) { return tables.enrolments().usedCodes(now); });
    if (!codes)
        return base::fail(codes.error());
    std::optional<MadeStation> made;
    for (const UsedCode& code : *codes)
        if (protocol::sameBytes(code.hash, hash) && publicKeyOf(code.certificate) == key)
            made = MadeStation{code.peer, code.certificate};
    return made;
}

base::Outcome Stations::enrol(const Peer& peer, const QString& secret, const QString& name, const QByteArray& certificate, const Then& then) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_store.write([&](Tables& tables) -> base::Outcome {
        const auto used = tables.enrolments().useCode(kept(m_store, secret), now);
        const auto made = used && *used ? tables.stations().enrol(peer.key, {name, certificate, now}) : used;
        if (!made)
            return base::fail(made.error());
        return *made ? then(tables) : base::fail(QStringLiteral("enrolment.code-wrong"));
    });
}

base::Outcome Stations::revoke(const QUuid& station) {
    return m_store.write([&](Tables& tables) -> base::Outcome {
        const auto revoked = tables.stations().revoke(station);
        const auto row = revoked ? tables.stations().find(station) : base::fail(revoked.error());
        if (!row)
            return base::fail(row.error());
        if (!*revoked || !*row)
            return base::fail(QStringLiteral("station.unknown"));
        const QDateTime now = m_clock.now();
        return loseDesk(tables, (*row)->peer, QString::fromUtf8(lostReason), now)
            .and_then([&](int) { return endRest(tables, (*row)->peer.unit, now); })
            .map([](bool) { return base::Done(); });
    });
}

base::Result<QSet<QByteArray>> Stations::revokedCertificates() const {
    return m_store.read([](const Tables& tables) { return tables.stations().revoked(); }).map([](const std::vector<QByteArray>& certificates) {
        return QSet<QByteArray>(certificates.begin(), certificates.end());
    });
}

QString Stations::unitOf(const Peer& peer) const {
    return m_store.read([&](const Tables& tables) { return tables.units().codeOf(peer.unit); }).value_or(QString());
}

QString Stations::nameOf(const Peer& peer) const {
    return m_store.read([&](const Tables& tables) { return tables.stations().find(peer.id); })
        .map([](const std::optional<StationRow>& row) { return row ? row->name : QString(); })
        .value_or(QString());
}

base::Result<bool> Stations::knowsLogin(const Peer& peer, const QString& login) const {
    const QString wanted = login.trimmed().toLower();
    return m_store
        .read([&](const Tables& tables) {
            return tables.units().codeOf(peer.unit).and_then([&](const QString& unit) { return People::of(tables, unit); });
        })
        .map([&](const People& people) {
            return std::any_of(people.accounts().begin(), people.accounts().end(),
                [&](const domain::Account& account) { return account.active && account.login == wanted; });
        });
}

void Stations::contact(const Peer& peer) {
    const std::lock_guard lock(m_mutex);
    m_contacts.insert(peer.key, m_clock.now().toMSecsSinceEpoch());
}

base::Outcome Stations::writeContacts() {
    QHash<qint64, qint64> contacts;
    {
        const std::lock_guard lock(m_mutex);
        contacts.swap(m_contacts);
    }
    if (contacts.isEmpty())
        return base::done();
    return m_store.write([&](Tables& tables) -> base::Outcome {
        for (auto it = contacts.cbegin(); it != contacts.cend(); ++it)
            if (auto written = tables.stations().heardFrom(it.key(), it.value()); !written)
                return written;
        return base::done();
    });
}

}
