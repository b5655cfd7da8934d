#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/journal/keys/Attempts.h"
#include "app/journal/keys/Doors.h"
#include "app/journal/keys/FormerUsers.h"
#include "app/journal/keys/KeyCost.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/PersonSlots.h"
#include "app/journal/keys/SlotCheck.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/Schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace motcua::journal {

class Standing;

/// The data key, wrapped once for each user under a key made from the password, and beside it the key that this user signs with. A slot lies under
/// a salted hash of the login, so that no login is readable. Owned by StationData and Unlocked (each with its own connection); one thread at a time.
class KeySlots {
public:
    KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost);

    /// Errors: "unlock.wrong-password" {triesLeft, waitSeconds}, the same when there is no such user or the slot does not count; "unlock.wait";
    /// "unlock.former-user": it is the password of somebody whose slot was taken away, which costs no try.
    struct Opened {
        KeyRingPointer ring;
        PersonKeyPointer person;
        QByteArray slot;       ///< its id
        KeyRing::Key wrapping; ///< made from the password
        bool isLate = false;   ///< the slot's own key is of an earlier epoch
        Promise promise = Promise::None;
    };
    base::Result<Opened> unlock(const QString& login, const base::Secret& password);
    /// A user's wrapped keys.
    struct Slot {
        QByteArray id;
        QByteArray salt;
        KeyCost cost;
        QByteArray sealed;
        PersonSlots::Row person;
        Doors::Door door;
        int epoch = 0;           ///< of the key in it
        PersonKeyPointer signer; ///< in memory alone: proves that the key is there when it is bound
        QString login = {};      ///< in memory alone: whose it is
        QByteArray gate = {};    ///< see FormerUsers
    };
    /// Takes as long as Argon2id does; touches no connection, so any thread may. `signer`: the user's own, kept under a new password; null: a new
    /// one, bound to nobody. Errors: "unlock.password-too-short", "person.no-key".
    static base::Result<Slot> make(const KeyRing& ring, const schema::Identity& identity, const KeyCost& cost, const QString& login,
        const base::Secret& password, PersonKeyPointer signer = nullptr);
    /// What lies in the file instead of a login.
    static QByteArray idOf(const schema::Identity& identity, const QString& login);
    const schema::Identity& identity() const { return m_identity; }
    const KeyCost& cost() const { return m_cost; }

    /// The slot takes over the newest key, gets a door, and one of before promises from now on.
    base::Outcome renew(const Opened& opened);
    /// Where nobody's password opened the station: holds the counts of wrong passwords and the slots against the standing, as unlock() does.
    base::Outcome settle(const KeyRingPointer& ring);
    /// A new file's, within the caller's transaction.
    base::Outcome addFirst(const Slot& slot, const KeyRingPointer& ring);
    /// Errors: "unlock.user-exists".
    base::Outcome add(const Slot& slot, const KeyRingPointer& ring);
    /// An epoch is due then. Errors: "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login, const KeyRingPointer& ring);
    /// Errors: "unlock.unknown-user".
    base::Outcome setPassword(const Slot& slot, const KeyRingPointer& ring);
    base::Result<bool> contains(const QString& login, const KeyRingPointer& ring) const;
    /// The platform's word that the user's key is that person's; empty: it is bound to nobody.
    base::Result<QByteArray> voucher(const QString& login) const;
    /// False: the user has no such key any more.
    base::Result<bool> keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher);

    /// What can be seen wrong with the slots without a password, one line each.
    static base::Result<QStringList> faults(sqlite::Connection& connection);

private:
    base::Result<SlotList> listOf(const KeyRingPointer& ring) const;
    base::Result<Slot> slotOf(const QByteArray& id) const;
    base::Result<KeyRingPointer> ringBehind(const QByteArray& id, const KeyRing::Key& own, const KeyRing::Key& wrapping) const;
    base::Outcome write(SlotList& list, const Slot& slot, const KeyRing& ring);
    /// What the slot that was opened says, and whose it is.
    struct Way {
        Promise promise = Promise::OneRow;
        SlotCheck::Own own = {};
    };
    base::Error refusal(const QByteArray& id, const KeyRing::Key& wrapping);
    base::Outcome keepGate(const QByteArray& id, const KeyRing::Key& wrapping);
    base::Outcome admit(SlotList& list, const SlotCheck::Own& own, const KeyRingPointer& ring, PersonKeyPointer& person);
    base::Outcome doubtAttempts(Standing& standing, const Way& way);
    base::Outcome doubt(Standing& standing, const base::Error& why, bool blocks);
    base::Result<SlotList> settled(Standing& standing, const KeyRingPointer& ring, const Way& way);
    /// Works on the list within a transaction of its own, between a look at the counts and at the slots and their new beginning.
    base::Outcome between(const KeyRingPointer& ring, const Way& way, const std::function<base::Outcome(SlotList& list)>& work);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    KeyCost m_cost;
    const base::Clock& m_clock;
    Attempts m_attempts;
    PersonSlots m_people;
    FormerUsers m_former;
    Doors m_doors;
};

}
