#pragma once

#include "app/base/Result.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

class Standing;

/// Which slots there are, and what decides about the data key: a part of the standing. A slot or a door that is not in it does not count, whoever put
/// it into the file: nothing is put behind it, and no epoch waits for it. Read and written within one transaction, as other connections write it too.
struct SlotList {
    struct Entry {
        QByteArray doorKey;    ///< DER, SubjectPublicKeyInfo; empty: a slot of a program of before has no door until its person unlocks
        QByteArray doorSecret; ///< its private half, sealed under the password
        QByteArray signer;     ///< DER, the public half of what the person signs with; empty: none yet
    };
    std::map<QByteArray, Entry> counted; ///< by slot
    /// Slots that were there when the list was lost: each counts again when its person has unlocked with the newest key.
    std::set<QByteArray> waiting;
    bool epochDue = false; ///< somebody left, and no epoch has begun since
    /// Made with the file, or the newest data key was made under this list: what a program of before left, put back, leads to none of today's keys.
    bool isRooted = false;
    QByteArray recoverySlot; ///< SHA-256 of what is sealed to the province; empty: nothing is
    QByteArray recoveryKey;  ///< SHA-256 of the province's public key, PEM; empty: it was not said yet
    bool keyGone = false;    ///< that key was taken out of the file, which was told; the province says it again

    bool isThere(const QByteArray& slot) const { return counted.contains(slot) || waiting.contains(slot); }

    /// Nothing: the standing has none.
    static base::Result<std::optional<SlotList>> read(const Standing& standing);
    base::Outcome write(Standing& standing) const;
};

/// What lies in the file beside the sealed list, as digests in clear: the ids of slots with the doors and signers of each, and the recovery slot with
/// the province's key. Whoever changes a row and not the digest is found without a password.
namespace slotdigest {

base::Outcome write(sqlite::Connection& connection);
/// Also where a file of before has none.
base::Result<bool> fits(sqlite::Connection& connection);
base::Result<bool> provinceFits(sqlite::Connection& connection);

}

}
