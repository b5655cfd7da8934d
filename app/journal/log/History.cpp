#include "app/journal/log/History.h"

#include "app/domain/EventCodec.h"
#include "app/journal/keys/DataKey.h"
#include "app/sqlite/Connection.h"

#include <algorithm>

namespace motcua::journal {

namespace {

domain::Event eventOf(const protocol::RecordHeader& header, domain::EventBody body) {
    return {std::move(body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
}

base::Result<domain::Event> ownEventOf(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    return domain::decodeBody(header.kind, header.version, record.payload, header.dossierVersion > 0).map([&](domain::EventBody body) {
        return eventOf(header, std::move(body));
    });
}

/// The event of another desk's record. One that says nothing readable, or changes a dossier although its header says that it adds, was
/// never judged (EventCodec.h): it stays as if unread, and nothing that it says counts.
domain::Event receivedEventOf(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    const bool changes = header.dossierVersion > 0;
    auto body = domain::decodeBody(header.kind, header.version, record.payload, changes);
    if (!body || domain::changesDossier(*body) != changes)
        body = domain::UnreadRecord{header.kind, header.version, changes, "{}"};
    return eventOf(header, std::move(*body));
}

bool isErased(const base::Error& error) {
    return error.code == QLatin1String("journal.payload-erased");
}

/// Changing events by version; then each adding one before the first changing event that is later, though never at the head.
std::vector<History::Entry> inFoldingOrder(std::vector<History::Entry> entries) {
    const auto adding =
        std::stable_partition(entries.begin(), entries.end(), [](const History::Entry& entry) { return entry.event.dossierVersion > 0; });
    std::stable_sort(
        entries.begin(), adding, [](const History::Entry& a, const History::Entry& b) { return a.event.dossierVersion < b.event.dossierVersion; });
    std::stable_sort(adding, entries.end(), [](const History::Entry& a, const History::Entry& b) { return a.event.at < b.event.at; });
    std::vector<History::Entry> ordered;
    ordered.reserve(entries.size());
    auto next = adding;
    for (auto changing = entries.begin(); changing != adding; ++changing) {
        while (!ordered.empty() && next != entries.end() && next->event.at < changing->event.at)
            ordered.push_back(std::move(*next++));
        ordered.push_back(std::move(*changing));
    }
    std::move(next, entries.end(), std::back_inserter(ordered));
    return ordered;
}

}

History::History(sqlite::Connection& connection, domain::StationId station, const std::shared_ptr<const DataKey>& key, OnDamage onDamage)
    : m_connection(connection), m_station(station.value()), m_own(connection, station, Sealer(key)), m_feed(connection, station.value(), Sealer(key)),
      m_onDamage(onDamage) {}

base::Result<std::vector<History::Entry>> History::of(domain::DossierId dossier) const {
    std::vector<Entry> entries;
    if (const auto own = addOwn(dossier, entries); !own)
        return base::fail(own.error());
    if (const auto received = addReceived(dossier, entries); !received)
        return base::fail(received.error());
    return inFoldingOrder(std::move(entries));
}

base::Outcome History::addOwn(domain::DossierId dossier, std::vector<Entry>& entries) const {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + " FROM record WHERE dossier = ?1 ORDER BY seq");
    statement.bind(dossier.value());
    return statement.each([&]() -> base::Outcome {
        auto event = m_own.open(OwnRecordRow::readAll(statement, m_station)).and_then(ownEventOf);
        if (event)
            entries.push_back({std::move(*event), statement.integer(0)});
        else if (!isErased(event.error()) && m_onDamage == OnDamage::Report)
            return base::fail(event.error());
        return base::done();
    });
}

base::Outcome History::addReceived(domain::DossierId dossier, std::vector<Entry>& entries) const {
    const auto records = m_feed.records(dossier.value());
    if (!records)
        return m_onDamage == OnDamage::Report ? base::Outcome(base::fail(records.error())) : base::done();
    for (const protocol::Record& record : *records) {
        // A feed that begins anew sends a station its own records too.
        if (record.header.station == m_station)
            continue;
        entries.push_back({receivedEventOf(record), 0});
    }
    return base::done();
}

base::Result<domain::Event> History::own(qint64 seq) const {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + " FROM record WHERE seq = ?1");
    const auto row = statement.bind(seq).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("journal.unknown-record"), {{QStringLiteral("seq"), QString::number(seq)}});
    return m_own.open(OwnRecordRow::readAll(statement, m_station)).and_then(ownEventOf);
}

base::Result<domain::Event> History::received(qint64 cursor) const {
    return m_feed.record(cursor).and_then(ownEventOf);
}

}
