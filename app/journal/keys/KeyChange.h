#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/Schema.h"

namespace motcua::journal {

class Standing;
struct SlotList;

/// The beginning of an epoch: a new data key, under which everything is sealed from then on. It lies behind the doors of the slots that are left and
/// in the recovery slot; the keys of before lie under it. Owned by whoever calls, in the thread of its connection.
class KeyChange {
public:
    KeyChange(sqlite::Connection& connection, schema::Identity identity) : m_connection(connection), m_identity(std::move(identity)) {}

    /// Told where the province's key was taken out of the file: "journal.recovery-key-gone".
    static base::Error keyGone();
    /// The fact of a file of before that says that somebody left and no epoch has begun since.
    static QString dueFactOfBefore();

    /// Durable, and then in the ring. It waits where a slot of a program of before has no door yet, until its person has unlocked, and where the
    /// recovery slot could not be sealed anew, until the province has said its key; where that key was there once, the waiting is told.
    base::Outcome beginWhereDue(const KeyRingPointer& ring);

private:
    bool canBegin(const SlotList& list, const KeyRingPointer& ring) const;
    base::Result<KeyRing::Key> begin(SlotList& list, const KeyRingPointer& ring);
    /// What says where the desk stands must not open with a key of before.
    base::Outcome sealStanding(const SlotList& list, const KeyRingPointer& ring, const KeyRing::Key& key);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
};

}
