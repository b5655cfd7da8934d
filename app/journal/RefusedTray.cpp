#include "app/journal/RefusedTray.h"

#include "app/sqlite/Connection.h"

namespace motcua::journal {

base::Outcome RefusedTray::put(const protocol::Refusal& refusal) {
    return m_connection.prepare("INSERT OR REPLACE INTO refusal VALUES(?1, ?2, ?3)")
        .bind(refusal.seq, refusal.code, refusal.missingBlobs.join(QLatin1Char(' ')))
        .run();
}

base::Outcome RefusedTray::clear(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq = ?1").bind(seq).run();
}

base::Outcome RefusedTray::clearUpTo(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq <= ?1").bind(seq).run();
}

base::Result<std::vector<protocol::Refusal>> RefusedTray::all() const {
    auto statement = m_connection.prepare("SELECT seq, code, missing FROM refusal ORDER BY seq");
    std::vector<protocol::Refusal> refusals;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            return refusals;
        refusals.push_back({statement.integer(0), statement.text(1), statement.text(2).split(QLatin1Char(' '), Qt::SkipEmptyParts)});
    }
}

}
