#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/KeyCost.h"
#include "app/journal/log/Schema.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace motcua::journal {

/// Whose slot was taken away: their password opens nothing any more, and is still known as theirs, so that whoever has it is told what happened and
/// nobody else learns that the login was here. Owned by KeySlots, on its connection and within its transactions.
class FormerUsers {
public:
    struct Former {
        QByteArray salt;
        KeyCost cost;
    };

    FormerUsers(sqlite::Connection& connection, schema::Identity identity) : m_connection(connection), m_identity(std::move(identity)) {}

    /// What only the password opens, and nothing lies in. Error: "seal.failed".
    static base::Result<QByteArray> gate(const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping);
    /// Of a user who is here: for the day on which they are not.
    base::Outcome keepGate(const QByteArray& slot, const QByteArray& gate);
    base::Result<bool> hasGate(const QByteArray& slot) const;
    /// The slot is taken away. Where it never had a gate nothing is known of it.
    base::Outcome remember(const QByteArray& slot, const Former& former);
    /// The user is here again.
    base::Outcome forget(const QByteArray& slot);
    base::Result<std::optional<Former>> find(const QByteArray& slot) const;
    /// Whether it is that former user's password.
    base::Result<bool> isTheirs(const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) const;

private:
    sqlite::Connection& m_connection;
    schema::Identity m_identity;
};

}
