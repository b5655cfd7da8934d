#include "sync/gateway/store/sqlite/SqlitePersonTable.h"

#include "sync/gateway/store/sqlite/RowMarks.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

namespace motcua::gateway {

namespace {

constexpr int changeColumn = 7;

/// Keys that nobody has put or changed without that of the data.
QByteArray keysWhere(const char* condition) {
    return QByteArray("SELECT id, station, user, public, since, until, at, change FROM person_keys k WHERE ") +
           rowmarks::isRight("person_keys", "k") + " AND " + condition;
}

PersonKeyRow keyIn(const sqlite::Statement& row) {
    return {row.bytes(0), row.integer(1), row.uuid(2), row.bytes(3), row.integer(4), row.isNull(5) ? std::nullopt : std::optional(row.integer(5)),
        row.integer(6)};
}

}

base::Result<std::vector<PersonTable::Change>> SqlitePersonTable::changedAfter(qint64 number) const {
    auto query = m_connection.prepare(keysWhere("change > ?1 ORDER BY change"));
    query.bind(number);
    std::vector<Change> changes;
    return query.each([&] { changes.push_back({query.integer(changeColumn), keyIn(query)}); }).map([&](base::Done) { return std::move(changes); });
}

base::Result<std::optional<PersonKeyRow>> SqlitePersonTable::find(const QByteArray& id) const {
    auto query = m_connection.prepare(keysWhere("id = ?1"));
    return query.bind(id).next().map([&](bool found) { return found ? std::optional(keyIn(query)) : std::nullopt; });
}

base::Result<std::optional<PersonKeyRow>> SqlitePersonTable::newest(qint64 station, const QUuid& user) const {
    auto query = m_connection.prepare(keysWhere("station = ?1 AND user = ?2 AND until IS NULL"));
    return query.bind(station, user).next().map([&](bool found) { return found ? std::optional(keyIn(query)) : std::nullopt; });
}

base::Outcome SqlitePersonTable::bind(const PersonKeyRow& key) {
    constexpr char next[] = "(SELECT coalesce(max(change), 0) + 1 FROM person_keys)";
    return m_connection
        .prepare(
            "UPDATE person_keys SET until = max(?3, since), change = " + QByteArray(next) + " WHERE station = ?1 AND user = ?2 AND until IS NULL")
        .bind(key.station, key.user, key.since)
        .run()
        .and_then([&](base::Done) {
            return m_connection
                .prepare(
                    "INSERT INTO person_keys(id, station, user, public, since, at, change) VALUES(?1, ?2, ?3, ?4, ?5, ?6, " + QByteArray(next) + ")")
                .bind(key.id, key.station, key.user, key.publicKey, key.since, key.at)
                .run();
        });
}

base::Result<std::vector<PersonCode>> SqlitePersonTable::openCodes(qint64 unit, qint64 now) const {
    auto query = m_connection.prepare("SELECT hash, user, account_key FROM person_codes c WHERE unit = ?1 AND expires > ?2 AND uses > 0 AND " +
                                      rowmarks::isRight("person_codes", "c"));
    query.bind(unit, now);
    std::vector<PersonCode> codes;
    return query
        .each([&]() -> base::Outcome {
            const QByteArray hash = query.bytes(0);
            auto key = query.isNull(2) ? base::Result<QByteArray>(QByteArray())
                                       : sealedrow::opened(m_vault, query.bytes(2), sealedrow::placeOfPersonCode(hash));
            return key.map([&](const QByteArray& accountKey) {
                codes.push_back({hash, query.uuid(1), accountKey});
                return base::Done();
            });
        })
        .map([&](base::Done) { return std::move(codes); });
}

base::Outcome SqlitePersonTable::addCode(const PersonCode& code, qint64 unit, qint64 expires, int uses) {
    const auto key =
        code.accountKey.isEmpty() ? base::Result<QByteArray>(QByteArray()) : m_vault.seal(code.accountKey, sealedrow::placeOfPersonCode(code.hash));
    if (!key)
        return base::fail(key.error());
    return m_connection.prepare("INSERT INTO person_codes(hash, unit, user, expires, uses, account_key) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(code.hash, unit, code.user, expires, uses, *key)
        .run();
}

base::Result<bool> SqlitePersonTable::useCode(const QByteArray& hash, qint64 now) {
    return m_connection.prepare("UPDATE person_codes SET uses = uses - 1 WHERE hash = ?1 AND expires > ?2 AND uses > 0")
        .bind(hash, now)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

}
