#include "sync/gateway/store/sqlite/SqliteCounts.h"

namespace motcua::gateway {

namespace {

constexpr std::pair<qint64 UnitCounts::*, const char*> queries[] = {
    {&UnitCounts::events, "SELECT count(*) FROM records WHERE unit = ?1"},
    {&UnitCounts::dossiers, "SELECT count(*) FROM dossiers WHERE unit = ?1"},
    {&UnitCounts::bookEntries, "SELECT count(*) FROM entries WHERE unit = ?1"},
    {&UnitCounts::spoiled, "SELECT count(*) FROM entries WHERE unit = ?1 AND spoiled = 1"},
    {&UnitCounts::blobs, "SELECT count(*) FROM blobs WHERE unit = ?1"},
    {&UnitCounts::waiting, "SELECT count(*) FROM records WHERE unit = ?1 AND waiting > 0 AND waiting < 3"},
    {&UnitCounts::irregular,
        "SELECT count(DISTINCT f.record) FROM faults f JOIN records r ON r.cursor = f.record WHERE r.unit = ?1 AND r.waiting < 4"},
    {&UnitCounts::refused, "SELECT count(*) FROM records WHERE unit = ?1 AND waiting >= 4"},
};

}

base::Result<UnitCounts> SqliteCounts::ofUnit(qint64 unit) const {
    UnitCounts counts;
    for (const auto& [count, sql] : queries) {
        auto query = m_connection.prepare(sql);
        if (const auto row = query.bind(unit).next(); !row)
            return base::fail(row.error());
        counts.*count = query.integer(0);
    }
    auto query = m_connection.prepare("SELECT state, count(*) FROM dossiers WHERE unit = ?1 GROUP BY state");
    query.bind(unit);
    return query.each([&] { counts.dossiersByState.insert(static_cast<int>(query.integer(0)), query.integer(1)); }).map([&](base::Done) {
        return std::move(counts);
    });
}

}
