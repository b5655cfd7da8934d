#include "app/journal/JournalExchange.h"

#include "app/journal/Errors.h"
#include "app/journal/ReadModel.h"
#include "app/journal/RefusedTray.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Messages.h"

#include <algorithm>

namespace motcua::journal {

using domain::ports::FolderWish;
using domain::ports::RefusedItem;
using domain::ports::UnsentItem;

namespace {

base::Error readFailed(const base::Error& inner) {
    return journalError(inner, QStringLiteral("journal.read-failed"));
}

QDateTime moment(qint64 milliseconds) {
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

}

JournalExchange::JournalExchange(sqlite::Connection& connection, domain::StationId station, Sealer sealer, const ReadModel& model)
    : m_connection(connection), m_station(station), m_feed(connection, station.value(), std::move(sealer)), m_model(model) {}

base::Result<std::vector<UnsentItem>> JournalExchange::unsent(int limit) const {
    constexpr int most = 10000;
    auto statement = m_connection.prepare(
        "SELECT r.seq, r.kind, r.dossier, r.at, EXISTS (SELECT 1 FROM refusal WHERE refusal.seq = r.seq) FROM record r "
        "WHERE r.seq > ifnull((SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'acknowledged'), 0) ORDER BY r.seq LIMIT ?1");
    statement.bind(std::clamp(limit, 1, most));
    std::vector<UnsentItem> items;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return base::fail(readFailed(row.error()));
        if (!*row)
            return items;
        const domain::DossierId dossier(statement.uuid(2));
        items.push_back({statement.integer(0), statement.text(1), dossier, m_model.folderTable().codeOf(dossier).value_or(QString()),
            moment(statement.integer(3)), statement.integer(4) != 0});
    }
}

base::Result<std::vector<RefusedItem>> JournalExchange::refusals() const {
    const auto refusals = RefusedTray(m_connection).all();
    if (!refusals)
        return base::fail(readFailed(refusals.error()));
    std::vector<RefusedItem> items;
    for (const protocol::Refusal& refusal : *refusals) {
        auto statement = m_connection.prepare("SELECT kind, dossier, at FROM record WHERE seq = ?1");
        const auto row = statement.bind(refusal.seq).next();
        if (!row)
            return base::fail(readFailed(row.error()));
        if (!*row)
            continue;
        const domain::DossierId dossier(statement.uuid(1));
        items.push_back({refusal.seq, statement.text(0), dossier, m_model.folderTable().codeOf(dossier).value_or(QString()),
            refusal.code, refusal.missingBlobs, moment(statement.integer(2))});
    }
    return items;
}

base::Outcome JournalExchange::sendAgain(qint64 seq) {
    const auto cleared = RefusedTray(m_connection).clear(seq);
    if (!cleared)
        return base::fail(journalError(cleared.error()));
    return cleared;
}

base::Result<std::vector<FolderWish>> JournalExchange::wishes() const {
    const auto claims = m_feed.items(QStringLiteral("claim"), 0);
    if (!claims)
        return base::fail(readFailed(claims.error()));
    std::vector<FolderWish> wishes;
    for (const FeedLog::Item& item : *claims) {
        const auto claim = base::fromJson<protocol::Claim>(item.body);
        const FolderWish wish{domain::DossierId::fromString(claim.dossier), domain::StationId::fromString(claim.station)};
        const auto open = isOpen(wish.dossier.value(), item.ownSeq);
        if (!open)
            return base::fail(readFailed(open.error()));
        if (!*open || wish.asker.isNull() || wish.asker == m_station)
            continue;
        const bool repeated = std::any_of(wishes.begin(), wishes.end(), [&](const FolderWish& other) { return other.dossier == wish.dossier; });
        if (!repeated)
            wishes.push_back(wish);
    }
    return wishes;
}

base::Result<bool> JournalExchange::isOpen(const QUuid& dossier, qint64 sinceSeq) const {
    const auto held = m_model.folderTable().isHeldBy(domain::DossierId(dossier), m_station);
    if (!held || !*held)
        return held;
    auto statement = m_connection.prepare("SELECT 1 FROM record WHERE dossier = ?1 AND seq > ?2 AND kind = 'folder-released'");
    return statement.bind(dossier, sinceSeq).next().map([](bool released) { return !released; });
}

}
