#include "sync/gateway/store/sqlite/SqliteClaimTable.h"

namespace motcua::gateway {

namespace {

constexpr char select[] = "SELECT d.id, d.unit, h.key, h.id, c.asker, a.id, c.asked FROM dossiers d JOIN stations h ON h.id = d.holder "
                          "LEFT JOIN claims c ON c.dossier = d.id LEFT JOIN stations a ON a.key = c.asker";

Holding holdingIn(const sqlite::Statement& row) {
    Holding holding{row.uuid(0), row.integer(1), row.integer(2), row.uuid(3)};
    if (!row.isNull(4))
        holding.asker = {row.integer(4), row.uuid(5), row.integer(6)};
    return holding;
}

}

base::Result<std::optional<Holding>> SqliteClaimTable::holding(const QUuid& dossier) const {
    auto query = m_connection.prepare(select + QByteArray(" WHERE d.id = ?1"));
    return query.bind(dossier).next().map([&](bool found) { return found ? std::optional(holdingIn(query)) : std::nullopt; });
}

base::Result<std::vector<Holding>> SqliteClaimTable::askedUntil(qint64 moment) const {
    auto query = m_connection.prepare("SELECT d.id, d.unit, h.key, h.id, c.asker, a.id, c.asked FROM claims c JOIN dossiers d ON d.id = c.dossier "
                                      "JOIN stations h ON h.id = d.holder JOIN stations a ON a.key = c.asker WHERE c.asked <= ?1");
    query.bind(moment);
    std::vector<Holding> holdings;
    return query.each([&] { holdings.push_back(holdingIn(query)); }).map([&](base::Done) { return std::move(holdings); });
}

base::Outcome SqliteClaimTable::put(const QUuid& dossier, qint64 asker, qint64 asked) {
    return m_connection.prepare("INSERT OR REPLACE INTO claims(dossier, asker, asked) VALUES(?1, ?2, ?3)").bind(dossier, asker, asked).run();
}

base::Outcome SqliteClaimTable::remove(const QUuid& dossier) {
    return m_connection.prepare("DELETE FROM claims WHERE dossier = ?1").bind(dossier).run();
}

}
