#include "app/journal/keys/PersonSlots.h"

#include "app/sqlite/Connection.h"
#include "sync/protocol/Signing.h"

#include <QJsonDocument>

namespace motcua::journal {

namespace {

constexpr char rowQuery[] = "SELECT slot, public, sealed, voucher FROM person";

PersonSlots::Row rowAt(const sqlite::Statement& row) {
    return {row.bytes(0), row.bytes(1), row.bytes(2), row.bytes(3)};
}

}

SealPlace PersonSlots::placeOf(const schema::Identity& identity, const QByteArray& slot) {
    return {identity.station.value(), 0, "person:" + slot};
}

base::Result<PersonSlots::Row> PersonSlots::seal(
    const protocol::PersonKey& key, const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) {
    const base::Secret secret = key.secret();
    return Sealer(wrapping).seal(secret.bytes(), placeOf(identity, slot)).map([&](QByteArray sealed) {
        return Row{slot, key.publicKey(), std::move(sealed)};
    });
}

PersonKeyPointer PersonSlots::opened(const Row& row, const std::shared_ptr<const DataKey>& wrapping) const {
    auto bytes = Sealer(wrapping).open(row.sealed, placeOf(m_identity, row.slot));
    if (!bytes)
        return nullptr;
    const PersonKeyPointer key = protocol::PersonKey::from(base::Secret::ofBytes(*bytes));
    base::wipe(*bytes);
    return key && key->publicKey() == row.publicKey ? key : nullptr;
}

base::Result<PersonKeyPointer> PersonSlots::openOrMake(const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) {
    const auto row = find(slot);
    if (!row)
        return base::fail(row.error());
    if (auto key = *row ? opened(**row, wrapping) : nullptr)
        return key;
    auto made = protocol::PersonKey::make();
    if (!made)
        return made;
    return seal(**made, m_identity, slot, wrapping).and_then([&](const Row& fresh) { return write(fresh); }).map([&](base::Done) {
        return std::move(*made);
    });
}

base::Result<std::optional<PersonSlots::Row>> PersonSlots::find(const QByteArray& slot) const {
    auto statement = m_connection.prepare(rowQuery + QByteArray(" WHERE slot = ?1"));
    return statement.bind(slot).next().map([&](bool found) { return found ? std::optional(rowAt(statement)) : std::nullopt; });
}

/// A key that stays as it is under another password stays bound.
base::Outcome PersonSlots::write(const Row& row) {
    return m_connection
        .prepare("INSERT INTO person VALUES(?1, ?2, ?3, ?4) ON CONFLICT(slot) DO UPDATE SET sealed = excluded.sealed, public = excluded.public, "
                 "voucher = CASE WHEN public = excluded.public AND length(excluded.voucher) = 0 THEN voucher ELSE excluded.voucher END")
        .bind(row.slot, row.publicKey, row.sealed, row.voucher.isNull() ? QByteArray("") : row.voucher)
        .run();
}

base::Outcome PersonSlots::remove(const QByteArray& slot) {
    return m_connection.prepare("DELETE FROM person WHERE slot = ?1").bind(slot).run();
}

base::Result<QByteArray> PersonSlots::voucher(const QByteArray& slot) const {
    auto statement = m_connection.prepare("SELECT voucher FROM person WHERE slot = ?1");
    return statement.bind(slot).next().map([&](bool found) { return found ? statement.bytes(0) : QByteArray(); });
}

base::Result<bool> PersonSlots::keepVoucher(const QByteArray& slot, const QByteArray& publicKey, const QByteArray& voucher) {
    return m_connection.prepare("UPDATE person SET voucher = ?3 WHERE slot = ?1 AND public = ?2")
        .bind(slot, publicKey, voucher)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

base::Result<std::vector<protocol::ActivationRequest>> PersonSlots::pending(sqlite::Connection& connection) {
    std::vector<protocol::ActivationRequest> requests;
    auto statement = connection.prepare("SELECT voucher FROM person WHERE length(voucher) > 0");
    return statement
        .each([&] {
            auto request = base::fromJson<protocol::ActivationRequest>(QJsonDocument::fromJson(statement.bytes(0)).object());
            if (!request.mac.isEmpty())
                requests.push_back(std::move(request));
        })
        .map([&](base::Done) { return std::move(requests); });
}

base::Outcome PersonSlots::settle(sqlite::Connection& connection, const QByteArray& publicKey, const QByteArray& voucher) {
    return connection.prepare("UPDATE person SET voucher = ?2 WHERE public = ?1").bind(publicKey, voucher.isNull() ? QByteArray("") : voucher).run();
}

base::Result<bool> PersonSlots::isBound(sqlite::Connection& connection, const QByteArray& publicKey) {
    auto statement = connection.prepare("SELECT 1 FROM person WHERE public = ?1 AND length(voucher) > 0");
    return statement.bind(publicKey).next();
}

base::Result<QStringList> PersonSlots::faults(sqlite::Connection& connection) {
    QStringList faults;
    // A journal of before is read as it is.
    const auto tables = connection.scalar("SELECT count(*) FROM sqlite_master WHERE name = 'person'");
    if (!tables || *tables == 0)
        return tables ? base::Result<QStringList>(faults) : base::fail(tables.error());
    int count = 0;
    auto statement = connection.prepare(rowQuery + QByteArray(" ORDER BY slot"));
    const auto read = statement.each([&] {
        ++count;
        const Row row = rowAt(statement);
        if (!protocol::publicKeyFromDer(row.publicKey) || row.sealed.size() <= Sealer::nonceSize + Sealer::tagSize)
            faults << QStringLiteral("signing key %1: malformed, its person signs with a new one").arg(count);
    });
    if (!read)
        return base::fail(read.error());
    return faults;
}

}
