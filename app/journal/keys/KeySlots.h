#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/journal/keys/Attempts.h"
#include "app/journal/keys/Doors.h"
#include "app/journal/keys/FormerUsers.h"
#include "app/journal/keys/KeyCost.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/PersonSlots.h"
#include "app/journal/log/Schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace motcua::journal {

/// The data key, wrapped once for each user under a key made from the password, and beside it the key that this user signs with. A slot lies under
/// a salted hash of the login, so that no login is readable. Owned by StationData and Unlocked (each with its own connection); one thread at a time.
class KeySlots {
public:
    KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost);

    /// Errors: "unlock.wrong-password" {triesLeft, waitSeconds}, the same when there is no such user; "unlock.wait"; "unlock.former-user": it is the
    /// password of somebody whose slot was taken away, which costs no try.
    struct Opened {
        KeyRingPointer ring;
        PersonKeyPointer person;
        QByteArray slot;       ///< its id
        KeyRing::Key wrapping; ///< made from the password
        bool isLate = false;   ///< the slot's own key is of an earlier epoch
        bool promises = false; ///< the slot was sealed when the standing was: one that is not there was taken away
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

    /// The slot takes over the newest key, and one of before promises from now on.
    base::Outcome renew(const Opened& opened);
    /// Whether the counts of wrong passwords are as the attempts made them; they begin anew from where they stand. "journal.attempts-reset" is
    /// written down where they are not.
    base::Outcome settleAttempts(const KeyRingPointer& ring, bool promised);
    /// A new file's, within the caller's transaction.
    base::Outcome addFirst(const Slot& slot, const KeyRingPointer& ring);
    /// Errors: "unlock.user-exists".
    base::Outcome add(const Slot& slot, const KeyRingPointer& ring);
    /// An epoch is due then. Errors: "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login);
    /// Errors: "unlock.unknown-user".
    base::Outcome setPassword(const Slot& slot, const KeyRingPointer& ring);
    base::Result<bool> contains(const QString& login) const;
    /// The platform's word that the user's key is that person's; empty: it is bound to nobody.
    base::Result<QByteArray> voucher(const QString& login) const;
    /// False: the user has no such key any more.
    base::Result<bool> keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher);

    /// What can be seen wrong with the slots without a password, one line each.
    static base::Result<QStringList> faults(sqlite::Connection& connection);

private:
    base::Result<bool> holds(const QByteArray& id) const;
    base::Result<Slot> slotOf(const QByteArray& id) const;
    base::Result<KeyRingPointer> ringBehind(const QByteArray& id, const KeyRing::Key& own, const KeyRing::Key& wrapping) const;
    base::Outcome write(const Slot& slot, const KeyRing& ring);
    base::Error refusal(const QByteArray& id, const KeyRing::Key& wrapping);
    base::Outcome keepGate(const QByteArray& id, const KeyRing::Key& wrapping);
    base::Outcome doubtAttempts(const Sealer& sealer, const KeyRingPointer& ring, bool promised);
    /// Writes within a transaction of its own, between a look at the counts and their new beginning.
    base::Outcome between(const KeyRingPointer& ring, bool promised, const std::function<base::Outcome()>& work);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    KeyCost m_cost;
    Attempts m_attempts;
    PersonSlots m_people;
    FormerUsers m_former;
    Doors m_doors;
};

}
