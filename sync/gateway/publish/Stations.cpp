#include "sync/gateway/publish/Stations.h"

#include "sync/gateway/publish/DeskGrant.h"
#include "sync/protocol/EnrolmentCode.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace motcua::gateway {

namespace {

constexpr qint64 codeLifetime = 14LL * 24 * 3600 * 1000;

QByteArray secretHash(const QString& secret) {
    return QCryptographicHash::hash("motcua-enrolment\n" + secret.toLatin1(), QCryptographicHash::Sha256);
}

bool sameBytes(const QByteArray& one, const QByteArray& other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.constData(), other.constData(), static_cast<size_t>(one.size())) == 0;
}

}

base::Result<Peer> Stations::peer(const QByteArray& commonName, const QByteArray& certificate) const {
    const QUuid id = QUuid::fromString(QLatin1String(commonName));
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT key, unit, revoked, certificate FROM stations WHERE id = ?1 AND enrolled IS NOT NULL");
    const auto row = query.bind(id).next();
    if (!row)
        return base::fail(row.error());
    if (id.isNull() || !*row || query.bytes(3) != certificate)
        return base::fail(QStringLiteral("station.unknown"));
    if (query.integer(2) != 0)
        return base::fail(QStringLiteral("station.revoked"));
    return Peer{query.integer(0), query.integer(1), id};
}

base::Result<QUuid> Stations::add(const QString& unit, const QString& name) {
    const QUuid id = base::newUuidV7(m_clock.now().toMSecsSinceEpoch());
    const auto added = m_database.inTransaction([&](sqlite::Connection& connection) { return addDesk(connection, {unit, id, name, m_clock.now()}); });
    if (!added)
        return base::fail(added.error());
    return id;
}

base::Result<NewCode> Stations::makeCode(const QUuid& station, const QByteArray& authority) {
    QByteArray random(8, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(random.data()), static_cast<int>(random.size())) != 1)
        return base::fail(QStringLiteral("platform.failed"));
    const auto code = protocol::EnrolmentCode::make(random, authority);
    const qint64 expires = m_clock.now().toMSecsSinceEpoch() + codeLifetime;
    NewCode made{station, {}, code.toText(), QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC)};
    const auto stored = m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        auto query = connection.prepare("SELECT key, name FROM stations WHERE id = ?1 AND enrolled IS NULL");
        const auto row = query.bind(station).next();
        if (!row || !*row)
            return base::fail(row ? base::Error{QStringLiteral("station.unknown")} : row.error());
        made.stationName = query.text(1);
        return connection.prepare("INSERT INTO codes(hash, station, expires) VALUES(?1, ?2, ?3)")
            .bind(secretHash(code.secret), query.integer(0), expires)
            .run();
    });
    if (!stored)
        return base::fail(stored.error());
    return made;
}

base::Result<Peer> Stations::findCode(const QString& secret) const {
    // Every open code is compared, in constant time: neither the index nor an early end tells how much of a guess was right.
    const QByteArray hash = secretHash(secret);
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT c.hash, s.key, s.unit, s.id FROM codes c JOIN stations s ON s.key = c.station "
                                  "WHERE c.used IS NULL AND c.expires > ?1 AND s.enrolled IS NULL");
    query.bind(m_clock.now().toMSecsSinceEpoch());
    std::optional<Peer> found;
    const auto read = query.each([&] {
        if (sameBytes(query.bytes(0), hash))
            found = Peer{query.integer(1), query.integer(2), query.uuid(3)};
    });
    if (!read)
        return base::fail(read.error());
    if (!found)
        return base::fail(QStringLiteral("enrolment.code-wrong"));
    return *found;
}

base::Outcome Stations::enrol(const Peer& peer, const QString& secret, const QString& name, const QByteArray& certificate) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        const auto used =
            connection.prepare("UPDATE codes SET used = ?1 WHERE hash = ?2 AND used IS NULL AND expires > ?1").bind(now, secretHash(secret)).run();
        if (!used)
            return used;
        if (connection.changes() != 1)
            return base::fail(QStringLiteral("enrolment.code-wrong"));
        const auto kept = connection
                              .prepare("UPDATE stations SET enrolled = ?1, contact = ?1, certificate = ?2, "
                                       "name = CASE WHEN ?3 = '' THEN name ELSE ?3 END WHERE key = ?4 AND enrolled IS NULL")
                              .bind(now, certificate, name, peer.key)
                              .run();
        if (!kept)
            return kept;
        return connection.changes() == 1 ? base::done() : base::fail(QStringLiteral("enrolment.code-wrong"));
    });
}

base::Outcome Stations::revoke(const QUuid& station) {
    return m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        const auto done = connection.prepare("UPDATE stations SET revoked = 1 WHERE id = ?1").bind(station).run();
        if (!done)
            return done;
        return connection.changes() == 1 ? base::done() : base::fail(QStringLiteral("station.unknown"));
    });
}

QString Stations::unitOf(const Peer& peer) const {
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT code FROM units WHERE key = ?1");
    return query.bind(peer.unit).next().value_or(false) ? query.text(0) : QString();
}

std::optional<Peer> Stations::byId(const QUuid& id) const {
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT key, unit FROM stations WHERE id = ?1");
    if (!query.bind(id).next().value_or(false))
        return std::nullopt;
    return Peer{query.integer(0), query.integer(1), id};
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
    return m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        auto update = connection.prepare("UPDATE stations SET contact = ?1 WHERE key = ?2");
        for (auto it = contacts.cbegin(); it != contacts.cend(); ++it)
            if (auto written = update.bind(it.value(), it.key()).run(); !written)
                return written;
        return base::done();
    });
}

}
