#include "app/journal/log/History.h"

#include "app/domain/EventCodec.h"
#include "app/domain/EventTexts.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/RefusedRecords.h"
#include "app/sqlite/Connection.h"

#include <algorithm>
#include <span>

namespace motcua::journal {

namespace {

domain::Event eventOf(const protocol::RecordHeader& header, domain::EventBody body) {
    return {std::move(body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
}

base::Result<domain::Event> ownEventOf(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    return domain::decodeBody(header.kind, header.version, record.payload, header.dossierVersion > 0).map([&](domain::EventBody body) {
        return eventOf(header, domain::withPlainTexts(std::move(body)));
    });
}

domain::Event receivedEventOf(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    return eventOf(header, domain::decodeHeld(header.kind, header.version, record.payload, header.dossierVersion > 0));
}

bool isErased(const base::Error& error) {
    return error.code == QLatin1String("journal.payload-erased");
}

/// Before how many of the changing entries an adding one stands: where its time puts it, yet never at the head. One that cannot be read
/// counts for its desk if that has the dossier then, so it stands by what is certain before by its time, which is what its sender says.
size_t placeAmong(std::span<const History::Entry> changing, const History::Entry& adding) {
    size_t place = changing.size();
    size_t earliest = qMin<size_t>(1, changing.size());
    const bool unread = std::holds_alternative<domain::UnreadRecord>(adding.event.body);
    for (size_t i = changing.size(); i-- > 0;)
        if (changing[i].event.at > adding.event.at || (unread && changing[i].comesAfter(adding)))
            place = i;
    for (size_t i = 0; unread && i < changing.size(); ++i)
        if (adding.comesAfter(changing[i]))
            earliest = i + 1;
    return qMax(place, earliest);
}

/// Changing events by version, and each adding one in its place among them.
std::vector<History::Entry> inFoldingOrder(std::vector<History::Entry> entries) {
    const auto adding =
        std::stable_partition(entries.begin(), entries.end(), [](const History::Entry& entry) { return entry.event.dossierVersion > 0; });
    std::stable_sort(
        entries.begin(), adding, [](const History::Entry& a, const History::Entry& b) { return a.event.dossierVersion < b.event.dossierVersion; });
    std::stable_sort(adding, entries.end(), [](const History::Entry& a, const History::Entry& b) { return a.event.at < b.event.at; });
    const std::span<const History::Entry> changing(entries.begin(), adding);
    std::vector<std::vector<History::Entry>> before(changing.size() + 1);
    for (auto each = adding; each != entries.end(); ++each)
        before[placeAmong(changing, *each)].push_back(std::move(*each));
    std::vector<History::Entry> ordered;
    ordered.reserve(entries.size());
    for (size_t i = 0; i <= changing.size(); ++i) {
        std::move(before[i].begin(), before[i].end(), std::back_inserter(ordered));
        if (i < changing.size())
            ordered.push_back(std::move(entries[i]));
    }
    return ordered;
}

}

History::History(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key, OnDamage onDamage)
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
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + " FROM record WHERE dossier = ?1 AND seq NOT IN " +
                                          refusedrecords::numbers + " ORDER BY seq");
    statement.bind(dossier.value());
    return statement.each([&]() -> base::Outcome {
        auto event = m_own.open(OwnRecordRow::readAll(statement, m_station)).and_then(ownEventOf);
        if (event)
            entries.push_back({std::move(*event), statement.integer(0), 0, 0});
        else if (!isErased(event.error()) && m_onDamage == OnDamage::Report)
            return base::fail(event.error());
        return base::done();
    });
}

base::Outcome History::addReceived(domain::DossierId dossier, std::vector<Entry>& entries) const {
    const auto records = m_feed.records(dossier.value());
    if (!records)
        return m_onDamage == OnDamage::Report ? base::Outcome(base::fail(records.error())) : base::done();
    for (const FeedLog::Received& received : *records) {
        // A feed that begins anew sends a station its own records too.
        if (received.record.header.station == m_station)
            continue;
        entries.push_back({receivedEventOf(received.record), 0, received.cursor, received.ownSeqThen});
    }
    return base::done();
}

base::Result<domain::Event> History::own(qint64 seq) const {
    return ownIn(" FROM record WHERE seq = ?1", seq);
}

base::Result<domain::Event> History::aside(qint64 number) const {
    return ownIn(" FROM stranded WHERE n = ?1", number);
}

base::Result<domain::Event> History::ownIn(const QByteArray& where, qint64 number) const {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + where);
    const auto row = statement.bind(number).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("journal.unknown-record"), {{QStringLiteral("seq"), QString::number(number)}});
    return m_own.open(OwnRecordRow::readAll(statement, m_station)).and_then(ownEventOf);
}

base::Result<std::vector<domain::Event>> History::ownLatest(int count) const {
    std::vector<domain::Event> events;
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + " FROM record ORDER BY seq DESC LIMIT ?1");
    const auto read = statement.bind(count).each([&]() -> base::Outcome {
        auto event = m_own.open(OwnRecordRow::readAll(statement, m_station)).and_then(ownEventOf);
        if (event)
            events.push_back(std::move(*event));
        else if (!isErased(event.error()) && m_onDamage == OnDamage::Report)
            return base::fail(event.error());
        return base::done();
    });
    if (!read)
        return base::fail(read.error());
    std::reverse(events.begin(), events.end());
    return events;
}

base::Result<domain::Event> History::received(qint64 cursor) const {
    return m_feed.record(cursor).map(receivedEventOf);
}

}
