#include "app/journal/log/SecurityPending.h"

#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

namespace {

/// In the table alone.
constexpr auto tryBegun = domain::SecurityKind(0);

}

base::Outcome pending::add(sqlite::Connection& connection, domain::SecurityKind kind, const QByteArray& about, const QDateTime& now) {
    // Names that nobody has may be typed without end; those that were typed longest ago go.
    constexpr char forgetOldest[] =
        "DELETE FROM security_pending WHERE (kind, about) NOT IN (SELECT kind, about FROM security_pending ORDER BY last DESC LIMIT 500)";
    return connection
        .prepare("INSERT INTO security_pending VALUES(?1, ?2, 1, ?3) ON CONFLICT(kind, about) DO UPDATE SET count = count + 1, "
                 "last = max(last, excluded.last)")
        .bind(kind, about, now.toMSecsSinceEpoch())
        .run()
        .and_then([&](base::Done) { return connection.prepare(forgetOldest).run(); });
}

base::Outcome pending::beginTry(sqlite::Connection& connection, const QByteArray& slot, const QDateTime& now) {
    // One that was never ended stays one.
    constexpr char keep[] = "INSERT INTO security_pending SELECT ?2, about, count, last FROM security_pending WHERE kind = ?1 AND about = ?3 "
                            "ON CONFLICT(kind, about) DO UPDATE SET count = count + excluded.count, last = max(last, excluded.last)";
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    return connection.prepare(keep)
        .bind(tryBegun, domain::SecurityKind::SignInFailed, slot)
        .run()
        .and_then([&](base::Done) { return endTry(connection, slot); })
        .and_then([&](base::Done) { return add(connection, tryBegun, slot, now); })
        .and_then([&](base::Done) { return transaction->commit(); });
}

base::Outcome pending::endTry(sqlite::Connection& connection, const QByteArray& slot) {
    return connection.prepare("DELETE FROM security_pending WHERE kind = ?1 AND about = ?2").bind(tryBegun, slot).run();
}

base::Result<std::vector<pending::Item>> pending::all(sqlite::Connection& connection) {
    std::vector<Item> items;
    auto statement = connection.prepare("SELECT kind, about, count, last FROM security_pending ORDER BY last, kind");
    return statement
        .each([&] {
            const auto kind = static_cast<domain::SecurityKind>(statement.integer(0));
            items.push_back({kind == tryBegun ? domain::SecurityKind::SignInFailed : kind, statement.bytes(1), static_cast<int>(statement.integer(2)),
                QDateTime::fromMSecsSinceEpoch(statement.integer(3), Qt::UTC)});
        })
        .map([&](base::Done) { return std::move(items); });
}

base::Outcome pending::forget(sqlite::Connection& connection) {
    return connection.prepare("DELETE FROM security_pending").run();
}

}
