#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/Secrets.h"

namespace motcua::journal {

struct SlotList;

/// The recovery slot: the newest data key sealed to the province's public key, which lies among the secrets. The list says which key that is. On the
/// caller's connection, within the caller's transaction; the list is the caller's to write.
class ProvinceKey {
public:
    ProvinceKey(sqlite::Connection& connection, const QUuid& station, const KeyRingPointer& ring);

    /// Replaces the one before. Errors: "unlock.bad-recovery-key".
    base::Outcome set(SlotList& list, const QByteArray& pem);
    /// What the province says its key is, where the desk does not have it: another than the list's is not taken. Whether the list is another now.
    base::Result<bool> hear(SlotList& list, const QByteArray& pem);
    /// Of a file of before, as it stands.
    base::Outcome take(SlotList& list) const;
    /// Whether a new key could be sealed to it, or need not be.
    bool isReady(const SlotList& list) const;
    base::Outcome sealAnew(SlotList& list, const DataKey& key);
    /// Whether the slot is the list's. One that is not is sealed anew where that can be done.
    base::Result<bool> mend(SlotList& list);
    /// Whether the key was taken out of the file since it was looked at last: it cannot be put back, as the list knows its digest alone.
    bool isNewlyGone(SlotList& list) const;

private:
    base::Outcome keep(const QByteArray& pem);
    base::Outcome seal(SlotList& list, const DataKey& key, const QByteArray& pem);
    bool isKnown(const SlotList& list) const;

    sqlite::Connection& m_connection;
    KeyRingPointer m_ring;
    Secrets m_secrets;
};

}
