#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/journal/keys/Attempts.h"
#include "app/journal/keys/KeyCost.h"
#include "app/journal/keys/PersonSlots.h"
#include "app/journal/log/Schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace motcua::journal {

class DataKey;

/// The data key, wrapped once for each user under a key made from the password, and beside it the key that this user signs with. A slot lies under
/// a salted hash of the login, so that no login is readable. Owned by StationData and Unlocked (each with its own connection); one thread at a time.
class KeySlots {
public:
    KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost);

    /// Errors: "unlock.wrong-password" {triesLeft, waitSeconds}, the same when there is no such user; "unlock.wait".
    struct Opened {
        std::shared_ptr<const DataKey> key;
        PersonKeyPointer person;
    };
    base::Result<Opened> unlock(const QString& login, const base::Secret& password);
    /// A user's wrapped keys.
    struct Slot {
        QByteArray id;
        QByteArray salt;
        KeyCost cost;
        QByteArray sealed;
        PersonSlots::Row person;
        PersonKeyPointer signer; ///< in memory alone: proves that the key is there when it is bound
        QString login = {};      ///< in memory alone: whose it is
    };
    /// Takes as long as Argon2id does; touches no connection, so any thread may. `signer`: the user's own, kept under a new password; null: a new
    /// one, bound to nobody. Errors: "unlock.password-too-short", "person.no-key".
    static base::Result<Slot> make(const DataKey& key, const schema::Identity& identity, const KeyCost& cost, const QString& login,
        const base::Secret& password, PersonKeyPointer signer = nullptr);
    /// What lies in the file instead of a login.
    static QByteArray idOf(const schema::Identity& identity, const QString& login);
    const schema::Identity& identity() const { return m_identity; }
    const KeyCost& cost() const { return m_cost; }

    /// Errors: "unlock.user-exists".
    base::Outcome add(const Slot& slot);
    /// Errors: "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login);
    /// Errors: "unlock.unknown-user".
    base::Outcome setPassword(const Slot& slot);
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
    base::Outcome write(const Slot& slot);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    KeyCost m_cost;
    Attempts m_attempts;
    PersonSlots m_people;
};

}
