#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "app/sqlite/Connection.h"

#include <QHash>

#include <optional>

namespace motcua::gateway {

/// What the people of each unit may do, as published to the feed. A role that any version gave counts: a station that was without a
/// line acts by the list it has. Owned by Ledger; not thread-safe.
class Accounts {
public:
    /// Reads what was published up to `cursor` since the last time; with the writer's connection in hand.
    base::Outcome catchUp(sqlite::Connection& connection, qint64 cursor);
    /// An or of domain::Role numbers; nothing when the unit knows no such account.
    std::optional<int> roles(qint64 unit, domain::UserId user) const;

private:
    void add(qint64 unit, const QByteArray& body);

    static constexpr qint64 everyUnit = 0;
    qint64 m_cursor = 0;
    QHash<qint64, QHash<QUuid, int>> m_roles;
};

}
