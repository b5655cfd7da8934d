#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/Schema.h"

namespace motcua::journal {

class Secrets;

/// The beginning of an epoch: a new data key, under which everything is sealed from then on. It lies behind the doors of the slots that are left and
/// in the recovery slot; the keys of before lie under it. Owned by whoever calls, in the thread of its connection.
class KeyChange {
public:
    KeyChange(sqlite::Connection& connection, schema::Identity identity, const Secrets& secrets)
        : m_connection(connection), m_identity(std::move(identity)), m_secrets(secrets) {}

    /// The fact that says that somebody left and no epoch has begun since.
    static QString dueFact();

    /// Durable, and then in the ring. It waits where a slot of a program of before has no door yet, until its person has unlocked, and where the
    /// recovery slot could not be sealed anew, until the province has said its key.
    base::Outcome beginWhereDue(KeyRing& ring);

private:
    base::Result<bool> canBegin() const;
    base::Result<KeyRing::Key> begin(const KeyRing& ring);
    base::Outcome sealRecovery(const DataKey& key);
    /// What says where the desk stands must not open with a key of before.
    base::Outcome sealStanding(const KeyRing& ring, const KeyRing::Key& key);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    const Secrets& m_secrets;
};

}
