#include "sync/gateway/store/sqlite/SqliteLeaseTable.h"

#include "sync/gateway/store/sqlite/RowMarks.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

// Rows are made of ids, numbers and days: they lie in clear, as the numbers that are taken do. What bears no right mark is passed over.

template <class Body>
Body bodyIn(const QByteArray& json) {
    return base::fromJson<Body>(QJsonDocument::fromJson(json).object());
}

template <class Body>
QByteArray packed(const Body& body) {
    return QJsonDocument(base::toJson(body)).toJson(QJsonDocument::Compact);
}

QByteArray leasesWhere(const char* condition) {
    return QByteArray("SELECT body FROM leases l WHERE ") + condition + " AND " + rowmarks::isRight("leases", "l") + " ORDER BY first, id";
}

base::Result<std::vector<domain::HeldLease>> allIn(sqlite::Statement& query) {
    std::vector<domain::HeldLease> leases;
    return query.each([&] { leases.push_back(bodyIn<domain::HeldLease>(query.bytes(0))); }).map([&](base::Done) { return std::move(leases); });
}

QByteArray runsWhere(const char* condition) {
    return QByteArray("SELECT unit, symbol, year, body FROM runs r WHERE ") + condition + " AND " + rowmarks::isRight("runs", "r") +
           " ORDER BY unit, year, symbol";
}

base::Result<std::vector<RunRow>> allRuns(sqlite::Statement& query) {
    std::vector<RunRow> runs;
    return query
        .each([&] {
            runs.push_back({{query.integer(0), query.text(1), static_cast<int>(query.integer(2))}, bodyIn<domain::NumberRun::State>(query.bytes(3))});
        })
        .map([&](base::Done) { return std::move(runs); });
}

}

base::Result<std::vector<domain::HeldLease>> SqliteLeaseTable::ofVolume(domain::VolumeId volume, bool isLive) const {
    auto query = m_connection.prepare(leasesWhere(isLive ? "volume = ?1 AND live = 1" : "volume = ?1"));
    return allIn(query.bind(volume.value()));
}

base::Result<std::vector<domain::HeldLease>> SqliteLeaseTable::ofStation(domain::StationId station) const {
    auto query = m_connection.prepare(leasesWhere("station = ?1 AND live = 1"));
    return allIn(query.bind(station.value()));
}

base::Result<std::vector<domain::HeldLease>> SqliteLeaseTable::covering(
    domain::VolumeId volume, domain::StationId station, const domain::NumberRange& range) const {
    // No lease has more numbers than can be wished for at once: those that begin far before the stretch need not be looked at.
    auto query = m_connection.prepare(leasesWhere("volume = ?1 AND station = ?2 AND first > ?3 - ?5 AND first <= ?4 AND last >= ?3"));
    return allIn(query.bind(volume.value(), station.value(), range.first, range.last, domain::NumberRun::mostAtOnce));
}

base::Outcome SqliteLeaseTable::put(const domain::HeldLease& lease) {
    return m_connection
        .prepare("INSERT INTO leases(id, volume, station, first, last, live, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                 "ON CONFLICT(id) DO UPDATE SET live = excluded.live, body = excluded.body")
        .bind(lease.id.value(), lease.volume.value(), lease.holder.value(), lease.first, lease.last, lease.isLive(), packed(lease))
        .run();
}

base::Result<std::optional<RunRow>> SqliteLeaseTable::run(const RunKey& key) const {
    auto query = m_connection.prepare(runsWhere("unit = ?1 AND symbol = ?2 AND year = ?3"));
    return allRuns(query.bind(key.unit, key.symbol, key.year)).map([](const std::vector<RunRow>& found) {
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

base::Result<std::vector<RunRow>> SqliteLeaseTable::runs() const {
    auto query = m_connection.prepare(runsWhere("1"));
    return allRuns(query);
}

base::Result<std::vector<RunRow>> SqliteLeaseTable::runsOf(qint64 unit) const {
    auto query = m_connection.prepare(runsWhere("unit = ?1"));
    return allRuns(query.bind(unit));
}

base::Outcome SqliteLeaseTable::putRun(const RunRow& run) {
    return m_connection
        .prepare("INSERT INTO runs(unit, symbol, year, body) VALUES(?1, ?2, ?3, ?4) "
                 "ON CONFLICT(unit, symbol, year) DO UPDATE SET body = excluded.body")
        .bind(run.key.unit, run.key.symbol, run.key.year, packed(run.state))
        .run();
}

base::Result<std::vector<domain::NumbersOff>> SqliteLeaseTable::writtenOff(domain::VolumeId volume) const {
    auto query = m_connection.prepare("SELECT first, last, at FROM written_off WHERE volume = ?1 ORDER BY first");
    std::vector<domain::NumbersOff> all;
    return query.bind(volume.value())
        .each([&] {
            all.push_back({volume, static_cast<int>(query.integer(0)), static_cast<int>(query.integer(1)), {},
                QDateTime::fromMSecsSinceEpoch(query.integer(2), Qt::UTC)});
        })
        .map([&](base::Done) { return std::move(all); });
}

base::Outcome SqliteLeaseTable::addWrittenOff(const domain::NumbersOff& off) {
    return m_connection
        .prepare("INSERT INTO written_off(volume, first, last, at) VALUES(?1, ?2, ?3, ?4) "
                 "ON CONFLICT(volume, first) DO UPDATE SET last = max(last, excluded.last)")
        .bind(off.volume.value(), off.first, off.last, off.at.toMSecsSinceEpoch())
        .run();
}

base::Result<bool> SqliteLeaseTable::isOneRun(qint64 unit) const {
    auto query = m_connection.prepare("SELECT 1 FROM one_run WHERE unit = ?1");
    return query.bind(unit).next();
}

base::Outcome SqliteLeaseTable::setOneRun(qint64 unit) {
    return m_connection.prepare("INSERT INTO one_run(unit) VALUES(?1) ON CONFLICT DO NOTHING").bind(unit).run();
}

base::Result<std::optional<LeaseTable::Rest>> SqliteLeaseTable::restOf(qint64 unit) const {
    auto query = m_connection.prepare("SELECT since, beyond FROM resting WHERE unit = ?1");
    return query.bind(unit).next().map([&](bool found) {
        return found ? std::optional(Rest{query.integer(0), static_cast<int>(query.integer(1))}) : std::nullopt;
    });
}

base::Outcome SqliteLeaseTable::putRest(qint64 unit, const Rest& rest) {
    return m_connection
        .prepare("INSERT INTO resting(unit, since, beyond) VALUES(?1, ?2, ?3) ON CONFLICT(unit) DO UPDATE SET since = excluded.since, "
                 "beyond = excluded.beyond")
        .bind(unit, rest.since, rest.beyond)
        .run();
}

base::Result<std::set<domain::StationId>> SqliteLeaseTable::told(qint64 unit) const {
    auto query = m_connection.prepare("SELECT station FROM told WHERE unit = ?1");
    std::set<domain::StationId> stations;
    return query.bind(unit).each([&] { stations.insert(domain::StationId(query.uuid(0))); }).map([&](base::Done) { return std::move(stations); });
}

base::Outcome SqliteLeaseTable::tell(qint64 unit, domain::StationId station) {
    return m_connection.prepare("INSERT INTO told(unit, station) VALUES(?1, ?2) ON CONFLICT DO NOTHING").bind(unit, station.value()).run();
}

base::Outcome SqliteLeaseTable::endRest(qint64 unit) {
    return m_connection.prepare("DELETE FROM told WHERE unit = ?1").bind(unit).run().and_then([&](base::Done) {
        return m_connection.prepare("DELETE FROM resting WHERE unit = ?1").bind(unit).run();
    });
}

}
