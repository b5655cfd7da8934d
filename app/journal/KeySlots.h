#pragma once

#include "app/base/Result.h"
#include "app/journal/Attempts.h"
#include "app/journal/KeyCost.h"
#include "app/journal/Schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace motcua::journal {

class DataKey;

/// The data key, wrapped once for each user under a key made from the password. A slot lies under a salted hash of the login,
/// so that no login is readable. Owned by StationData and Unlocked (each with its own connection); one thread at a time.
class KeySlots {
public:
    KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost);

    /// Errors: "unlock.wrong-password" {triesLeft, waitSeconds}, the same when there is no such user; "unlock.wait".
    base::Result<std::shared_ptr<const DataKey>> unlock(const QString& login, const QString& password);
    /// Errors: "unlock.password-too-short", "unlock.user-exists".
    base::Outcome add(const DataKey& key, const QString& login, const QString& password);
    /// Errors: "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login);
    /// Errors: "unlock.password-too-short", "unlock.unknown-user".
    base::Outcome setPassword(const DataKey& key, const QString& login, const QString& password);
    base::Result<bool> contains(const QString& login) const;

    /// What can be seen wrong with the slots without a password, one line each.
    static base::Result<QStringList> faults(sqlite::Connection& connection);

private:
    struct Entry {
        QByteArray salt;
        KeyCost cost;
        QByteArray sealed;
    };
    QByteArray idOf(const QString& login) const;
    base::Result<Entry> entryOf(const QByteArray& id) const;
    base::Outcome write(const DataKey& key, const QByteArray& id, const QString& password);

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    KeyCost m_cost;
    Attempts m_attempts;
};

}
