#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/Schema.h"
#include "sync/protocol/OpenSsl.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace motcua::journal {

struct SlotList;

/// How each slot comes by a later data key without its password: beside the slot lies a P-256 key, its private half sealed under that password, and
/// to its public half a new key is sealed when an epoch begins. At the next unlock the slot itself takes the key over. Owned by KeySlots, on its
/// connection; writing happens inside the caller's transaction.
class Doors {
public:
    struct Door {
        QByteArray slot;
        QByteArray publicKey; ///< DER, SubjectPublicKeyInfo
        QByteArray secret;    ///< the private half, sealed
        QByteArray sealed;    ///< a key newer than the slot's; empty: the slot has the newest
    };

    Doors(sqlite::Connection& connection, schema::Identity identity) : m_connection(connection), m_identity(std::move(identity)) {}

    /// `wrapping`: made from the password. Errors: "person.no-key", "seal.failed".
    static base::Result<Door> make(const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping);
    base::Result<std::optional<Door>> find(const QByteArray& slot) const;
    base::Outcome write(const Door& door);
    base::Outcome remove(const QByteArray& slot);
    /// The key that lies there for the slot; null: none, or it does not open.
    std::shared_ptr<const DataKey> keyBehind(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const;
    /// The same door with this key behind it. Errors: "seal.failed".
    static base::Result<Door> with(Door door, const DataKey& key);

    base::Result<std::vector<Door>> all() const;
    /// Whether its private half opens, and is that of its public one.
    bool isWhole(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const;
    /// To the public halves that the list names, whatever the rows say.
    base::Outcome putBehindAll(const SlotList& list, const DataKey& key);

private:
    protocol::KeyPointer privateHalf(const Door& door, const std::shared_ptr<const DataKey>& wrapping) const;
    static SealPlace placeOf(const schema::Identity& identity, const QByteArray& slot);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
};

}
