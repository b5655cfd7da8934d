#include "app/journal/exchange/RefusedTray.h"

#include "app/sqlite/Connection.h"

#include <QJsonDocument>

namespace motcua::journal {

base::Outcome RefusedTray::put(const protocol::Refusal& refusal) {
    return m_connection.prepare("INSERT OR REPLACE INTO refusal(seq, code, missing, detail) VALUES(?1, ?2, ?3, ?4)")
        .bind(refusal.seq, refusal.code, refusal.missingBlobs.join(QLatin1Char(' ')),
            QString::fromUtf8(QJsonDocument(refusal.detail).toJson(QJsonDocument::Compact)))
        .run();
}

base::Outcome RefusedTray::clear(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq = ?1").bind(seq).run();
}

base::Outcome RefusedTray::clearUpTo(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq <= ?1").bind(seq).run();
}

base::Result<std::vector<protocol::Refusal>> RefusedTray::all() const {
    auto statement = m_connection.prepare("SELECT seq, code, missing, detail FROM refusal ORDER BY seq");
    std::vector<protocol::Refusal> refusals;
    return statement
        .each([&] {
            refusals.push_back({statement.integer(0), statement.text(1), statement.text(2).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                QJsonDocument::fromJson(statement.text(3).toUtf8()).object()});
        })
        .map([&](base::Done) { return std::move(refusals); });
}

}
