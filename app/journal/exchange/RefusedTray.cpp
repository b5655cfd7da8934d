#include "app/journal/exchange/RefusedTray.h"

#include "app/sqlite/Connection.h"

#include <QJsonDocument>

namespace motcua::journal {

base::Outcome RefusedTray::put(const protocol::Refusal& refusal, Until until) {
    return m_connection.prepare("INSERT OR REPLACE INTO refusal(seq, code, missing, detail, for_good) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(refusal.seq, refusal.code, refusal.missingBlobs.join(QLatin1Char(' ')),
            QString::fromUtf8(QJsonDocument(refusal.detail).toJson(QJsonDocument::Compact)), until == Until::Settled)
        .run();
}

base::Outcome RefusedTray::clear(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq = ?1").bind(seq).run();
}

base::Outcome RefusedTray::clearUpTo(qint64 seq) {
    return m_connection.prepare("DELETE FROM refusal WHERE seq <= ?1 AND for_good = 0").bind(seq).run();
}

base::Result<std::vector<RefusedTray::Item>> RefusedTray::all() const {
    auto statement = m_connection.prepare("SELECT seq, code, missing, detail, for_good FROM refusal ORDER BY seq");
    std::vector<Item> refusals;
    return statement
        .each([&] {
            refusals.push_back({{statement.integer(0), statement.text(1), statement.text(2).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                    QJsonDocument::fromJson(statement.text(3).toUtf8()).object()},
                statement.integer(4) != 0 ? Until::Settled : Until::Taken});
        })
        .map([&](base::Done) { return std::move(refusals); });
}

base::Result<int> RefusedTray::toSeeTo() const {
    static const QByteArray both =
        QByteArray("SELECT (SELECT count(*) FROM refusal WHERE seq IN (SELECT seq FROM record)) + (SELECT count(*) FROM stranded WHERE ") +
        asideToSeeTo + ")";
    return m_connection.scalar(both).map([](qint64 count) { return static_cast<int>(count); });
}

}
