#include "app/journal/keys/Doors.h"

#include "app/journal/keys/RecoverySlot.h"
#include "app/journal/keys/SlotList.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Signing.h"

#include <openssl/err.h>
#include <openssl/x509.h>

namespace motcua::journal {

namespace {

constexpr char query[] = "SELECT slot, public, secret, sealed FROM door";

Doors::Door doorAt(const sqlite::Statement& row) {
    return {row.bytes(0), row.bytes(1), row.bytes(2), row.bytes(3)};
}

}

SealPlace Doors::placeOf(const schema::Identity& identity, const QByteArray& slot) {
    return {identity.station.value(), 0, "door:" + slot};
}

base::Result<Doors::Door> Doors::make(const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) {
    const auto pair = protocol::PersonKey::make();
    if (!pair)
        return base::fail(pair.error());
    const base::Secret secret = (*pair)->secret();
    return Sealer(wrapping).seal(secret.bytes(), placeOf(identity, slot)).map([&](QByteArray sealed) {
        return Door{slot, (*pair)->publicKey(), std::move(sealed), QByteArray("")};
    });
}

base::Result<std::optional<Doors::Door>> Doors::find(const QByteArray& slot) const {
    auto statement = m_connection.prepare(query + QByteArray(" WHERE slot = ?1"));
    return statement.bind(slot).next().map([&](bool found) { return found ? std::optional(doorAt(statement)) : std::nullopt; });
}

base::Outcome Doors::write(const Door& door) {
    return m_connection.prepare("INSERT OR REPLACE INTO door VALUES(?1, ?2, ?3, ?4)")
        .bind(door.slot, door.publicKey, door.secret, door.sealed.isNull() ? QByteArray("") : door.sealed)
        .run();
}

base::Outcome Doors::remove(const QByteArray& slot) {
    return m_connection.prepare("DELETE FROM door WHERE slot = ?1").bind(slot).run();
}

/// Null: it does not open.
protocol::KeyPointer Doors::privateHalf(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const {
    auto bytes = Sealer(wrapping).open(door.secret, placeOf(m_identity, door.slot));
    if (!bytes)
        return nullptr;
    const auto* der = reinterpret_cast<const unsigned char*>(bytes->constData());
    protocol::KeyPointer own(d2i_AutoPrivateKey(nullptr, &der, static_cast<long>(bytes->size())));
    base::wipe(*bytes);
    ERR_clear_error();
    return own;
}

std::shared_ptr<const DataKey> Doors::keyBehind(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const {
    const auto own = door.sealed.isEmpty() ? nullptr : privateHalf(door, wrapping);
    return own ? recovery::open(door.sealed, own.get()).value_or(nullptr) : nullptr;
}

bool Doors::isWhole(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const {
    const auto own = privateHalf(door, wrapping);
    const auto stated = protocol::publicKeyFromDer(door.publicKey);
    return own && stated && EVP_PKEY_eq(own.get(), stated.get()) == 1;
}

base::Result<Doors::Door> Doors::with(Door door, const DataKey& key) {
    const auto recipient = protocol::publicKeyFromDer(door.publicKey);
    auto sealed = recovery::seal(key, recipient.get());
    if (!sealed)
        return base::fail(base::Error{QStringLiteral("seal.failed")}.causedBy(sealed.error()));
    door.sealed = std::move(*sealed);
    return door;
}

base::Result<std::vector<Doors::Door>> Doors::all() const {
    std::vector<Door> doors;
    auto statement = m_connection.prepare(query);
    return statement.each([&] { doors.push_back(doorAt(statement)); }).map([&](base::Done) { return std::move(doors); });
}

base::Outcome Doors::putBehindAll(const SlotList& list, const DataKey& key) {
    for (const auto& [slot, entry] : list.counted)
        if (const auto put = with({slot, entry.doorKey, entry.doorSecret, {}}, key).and_then([&](const Door& next) { return write(next); }); !put)
            return put;
    return base::done();
}

}
