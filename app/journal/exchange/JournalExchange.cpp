#include "app/journal/exchange/JournalExchange.h"

#include "app/domain/EventCodec.h"
#include "app/journal/exchange/RefusedTray.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/Schema.h"
#include "app/journal/model/ReadModel.h"
#include "app/journal/standing/Freshness.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/RefusalDetail.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::journal {

using domain::ports::DossierWish;
using domain::ports::ReadVersions;
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

JournalExchange::JournalExchange(sqlite::Connection& connection, domain::StationId station, const Parts& parts)
    : m_connection(connection), m_station(station), m_model(parts.model), m_secrets(parts.secrets), m_standing(parts.standing),
      m_freshness(parts.freshness) {}

bool JournalExchange::noticesCopiesAtOnce() const {
    return m_freshness.watches();
}

std::vector<domain::ports::FileDoubt> JournalExchange::doubts() const {
    const auto known = m_standing.doubts();
    if (!known)
        return {{readFailed(known.error()), false}};
    std::vector<domain::ports::FileDoubt> doubts;
    for (const Standing::Doubt& doubt : *known)
        doubts.push_back({doubt.why, doubt.blocks});
    return doubts;
}

base::Outcome JournalExchange::seen(const QString& doubt) {
    const auto known = m_standing.doubts();
    if (!known)
        return base::fail(readFailed(known.error()));
    const bool blocks = std::any_of(known->begin(), known->end(), [&](const Standing::Doubt& each) { return each.why.code == doubt && each.blocks; });
    return blocks ? base::done() : m_standing.settle(doubt).map_error([](const base::Error& error) { return journalError(error); });
}

base::Result<std::vector<UnsentItem>> JournalExchange::unsent(int limit) const {
    constexpr int most = 10000;
    auto statement = m_connection.prepare(
        "SELECT r.seq, r.kind, r.dossier, r.at, EXISTS (SELECT 1 FROM refusal WHERE refusal.seq = r.seq) FROM record r "
        "WHERE r.seq > ifnull((SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'acknowledged'), 0) ORDER BY r.seq LIMIT ?1");
    statement.bind(std::clamp(limit, 1, most));
    std::vector<UnsentItem> items;
    const auto read = statement.each([&] {
        const domain::DossierId dossier(statement.uuid(2));
        items.push_back({statement.integer(0), statement.text(1), dossier, m_model.dossierTable().codeOf(dossier).value_or(QString()),
            moment(statement.integer(3)), statement.integer(4) != 0});
    });
    if (!read)
        return base::fail(readFailed(read.error()));
    return items;
}

base::Result<std::vector<RefusedItem>> JournalExchange::refusals() const {
    const auto refusals = RefusedTray(m_connection).all();
    if (!refusals)
        return base::fail(readFailed(refusals.error()));
    std::vector<RefusedItem> items;
    for (const auto& [refusal, until] : *refusals) {
        auto statement = m_connection.prepare("SELECT kind, dossier, at FROM record WHERE seq = ?1");
        const auto row = statement.bind(refusal.seq).next();
        if (!row)
            return base::fail(readFailed(row.error()));
        if (!*row)
            continue;
        const domain::DossierId dossier(statement.uuid(1));
        items.push_back({refusal.seq, statement.text(0), dossier, codeOf(dossier, refusal.seq), refusal.code, refusal.missingBlobs,
            moment(statement.integer(2)), protocol::refusalDetail(refusal.detail), until == RefusedTray::Until::Settled});
    }
    if (const auto added = addAside(items, QByteArray(RefusedTray::asideToSeeTo) + " ORDER BY n"); !added)
        return base::fail(readFailed(added.error()));
    // A receipt says the code of all that was set aside about its dossier.
    for (RefusedItem& item : items)
        if (item.code.isEmpty() && !item.dossier.isNull())
            for (const RefusedItem& other : items)
                if (other.dossier == item.dossier && !other.code.isEmpty())
                    item.code = other.code;
    return items;
}

/// Under the number of its row, below zero: its place in the chain is another record's.
base::Outcome JournalExchange::addAside(std::vector<RefusedItem>& items, const QByteArray& which) const {
    auto statement = m_connection.prepare("SELECT n, kind, dossier, at, seen FROM stranded WHERE " + which);
    return statement.each([&] {
        const domain::DossierId dossier(statement.uuid(2));
        items.push_back({-statement.integer(0), statement.text(1), dossier, codeOf(dossier, -statement.integer(0)),
            QStringLiteral("record.set-aside"), {}, moment(statement.integer(3)), {}, true, statement.integer(4) != 0});
    });
}

base::Result<std::vector<RefusedItem>> JournalExchange::fallenReceipts() const {
    auto items = refusals();
    if (!items)
        return items;
    std::erase_if(*items, [](const RefusedItem& item) { return item.seq < 0 || !item.forGood || item.kind != QLatin1String("dossier-received"); });
    std::reverse(items->begin(), items->end());
    if (const auto added = addAside(*items, "kind = 'dossier-received' AND seen <> 2 ORDER BY n DESC LIMIT 200"); !added)
        return base::fail(readFailed(added.error()));
    return items;
}

QString JournalExchange::codeOf(domain::DossierId dossier, qint64 seq) const {
    if (const auto code = m_model.dossierTable().codeOf(dossier); code && !code->isEmpty())
        return *code;
    const auto event = refusedEvent(seq);
    const auto* received = event ? std::get_if<domain::DossierReceived>(&event->body) : nullptr;
    return received ? received->code : QString();
}

base::Result<domain::Event> JournalExchange::refusedEvent(qint64 seq) const {
    return seq < 0 ? m_model.asideEvent(-seq) : m_model.ownEvent(seq);
}

base::Outcome JournalExchange::takeOut(qint64 seq) {
    const auto cleared =
        seq < 0 ? m_connection.prepare("UPDATE stranded SET seen = 1 WHERE n = ?1").bind(-seq).run() : RefusedTray(m_connection).clear(seq);
    if (!cleared)
        return base::fail(journalError(cleared.error()));
    return cleared;
}

base::Outcome JournalExchange::takenAnew(qint64 seq) {
    if (seq >= 0)
        return takeOut(seq);
    auto noted = m_connection.prepare("UPDATE stranded SET seen = 2 WHERE n = ?1").bind(-seq).run();
    return noted ? noted : base::fail(journalError(noted.error()));
}

base::Result<ReadVersions> JournalExchange::readVersions() const {
    const auto said = m_secrets.read(QString::fromLatin1(Secrets::platformReads));
    if (said) {
        const auto reads = base::fromJson<protocol::ReadVersions>(QJsonDocument::fromJson(*said).object());
        return ReadVersions{reads.platform, reads.oldestDesk, reads.oldestDeskName};
    }
    if (said.error().code != QLatin1String("secret.missing"))
        return base::fail(readFailed(said.error()));
    const auto cursor = factNumber(m_connection, QStringLiteral("feed-cursor"));
    if (!cursor)
        return base::fail(readFailed(cursor.error()));
    const int assumed = *cursor > 0 ? 1 : domain::newestRecordVersion;
    return ReadVersions{assumed, assumed, {}};
}

base::Result<qint64> JournalExchange::heard() const {
    const auto reads = readVersions();
    if (!reads || reads->platform < domain::versionOf(domain::FeedHeard()))
        return reads ? base::Result<qint64>(0) : base::fail(reads.error());
    auto statement =
        m_connection.prepare("SELECT ifnull(max(cursor), 0) FROM received WHERE kind IN ('accounts', 'settings', 'job') AND cursor <= ?1");
    const auto row = statement.bind(m_model.cursor()).next();
    return row ? base::Result<qint64>(statement.integer(0)) : base::fail(readFailed(row.error()));
}

base::Result<std::vector<DossierWish>> JournalExchange::wishes() const {
    auto wishes = m_model.wishTable().open(m_station);
    if (!wishes)
        return base::fail(readFailed(wishes.error()));
    return wishes;
}

}
