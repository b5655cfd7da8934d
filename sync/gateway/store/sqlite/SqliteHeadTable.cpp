#include "sync/gateway/store/sqlite/SqliteHeadTable.h"

namespace motcua::gateway {

base::Result<std::vector<HeadRow>> SqliteHeadTable::all() const {
    auto query = m_connection.prepare("SELECT station, day, seq, head, signature FROM heads ORDER BY station, day");
    std::vector<HeadRow> heads;
    return query.each([&] {
                    heads.push_back({query.integer(0), query.integer(1), query.integer(2), query.bytes(3), query.bytes(4)});
                })
        .map([&](base::Done) { return std::move(heads); });
}

base::Outcome SqliteHeadTable::keep(const HeadRow& head) {
    return m_connection
        .prepare("INSERT INTO heads(station, day, seq, head, signature) VALUES(?1, ?2, ?3, ?4, ?5) "
                 "ON CONFLICT(station, day) DO UPDATE SET seq = ?3, head = ?4, signature = ?5")
        .bind(head.station, head.day, head.seq, head.head, head.signature)
        .run();
}

}
