#include "sync/gateway/store/sqlite/SqliteFaultTable.h"

namespace motcua::gateway {

base::Result<std::vector<FaultRow>> SqliteFaultTable::all() const {
    auto query =
        m_connection.prepare("SELECT f.record, s.id, r.seq, f.code, f.field, r.waiting >= 4 FROM faults f JOIN records r ON r.cursor = f.record "
                             "JOIN stations s ON s.key = r.station ORDER BY f.record DESC, f.code, f.field");
    std::vector<FaultRow> rows;
    return query
        .each([&] {
            rows.push_back({query.integer(0), query.uuid(1), query.integer(2), query.text(3), query.text(4), query.integer(5) != 0});
        })
        .map([&](base::Done) { return std::move(rows); });
}

base::Outcome SqliteFaultTable::add(qint64 record, const base::Error& why, qint64 found) {
    return m_connection.prepare("INSERT OR IGNORE INTO faults(record, code, field, found) VALUES(?1, ?2, ?3, ?4)")
        .bind(record, why.code, why.detail.value(QStringLiteral("field")), found)
        .run();
}

}
