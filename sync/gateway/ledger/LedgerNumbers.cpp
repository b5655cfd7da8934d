// What records do to the numbers that are leased out of a unit's runs.

#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/publish/KeeperRest.h"

namespace motcua::gateway {

namespace {

QDateTime momentOf(qint64 at) {
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

/// By what right it seems to have been given, where nobody here knows of it any more.
domain::NumberLease claimOf(const domain::Event& event, const domain::Volume& book, const QUuid& station, int number) {
    domain::NumberLease claim;
    claim.volume = book.id;
    claim.holder = domain::StationId(station);
    claim.first = claim.last = number;
    const auto* registered = std::get_if<domain::EntryRegistered>(&event.body);
    const bool isOutside = registered && registered->entry.outside.value_or(false);
    claim.use = isOutside ? domain::LeaseUse::Kit : domain::LeaseUse::Run;
    claim.given = event.at;
    const QDate day = registered ? registered->entry.date : base::toVietnamTime(event.at).date();
    claim.month = QDate(day.year(), day.month(), 1);
    return claim;
}

}

base::Outcome LedgerBatch::findLease(const domain::Event& event, const domain::Volume* book) {
    m_lease.reset();
    const int number = domain::takenNumber(event.body).second;
    if (!book || !book->isUnits() || number <= 0)
        return base::done();
    Tables& tables = m_parts.tables;
    const domain::StationId station(m_peer.id);
    const auto look = [&]() -> base::Outcome {
        const auto covering = tables.leases().covering(book->id, station, {number, number});
        if (!covering)
            return base::fail(covering.error());
        const domain::HeldLease* const found = domain::leaseOf(*covering, book->id, station, number);
        m_lease = found ? std::optional(*found) : std::nullopt;
        return base::done();
    };
    const auto looked = look();
    if (!looked || m_lease)
        return looked;
    // After data were restored a desk may have used what nobody knows of here, or what was written off as nobody's.
    return takeOverRow(tables, m_peer.unit, claimOf(event, *book, m_peer.id, number), momentOf(m_terms.now)).and_then([&](base::Done) {
        return look();
    });
}

base::Outcome LedgerBatch::keepNumbers(const domain::Event& event) {
    if (m_lease && domain::takenNumber(event.body).second > 0) {
        m_lease->take(domain::takenNumber(event.body).second);
        return m_parts.tables.leases().put(*m_lease);
    }
    const auto* returned = std::get_if<domain::NumbersReturned>(&event.body);
    const auto* off = std::get_if<domain::NumbersWrittenOff>(&event.body);
    const auto* closed = std::get_if<domain::VolumeClosed>(&event.body);
    if (!returned && !off && !closed)
        return base::done();
    const auto book = volume(domain::volumeOf(event.body));
    if (!book || !*book || !(*book)->isUnits())
        return book ? base::done() : base::fail(book.error());
    auto held = HeldRun::of(m_parts.tables, {m_peer.unit, (*book)->symbol, (*book)->year});
    if (!held || !*held)
        return held ? base::done() : base::fail(held.error());
    domain::NumberRun& run = (*held)->run();
    const QDateTime now = momentOf(m_terms.now);
    const domain::StationId station(m_peer.id);
    // The batch holds the volumes: it writes them when it is over.
    const HeldRun::Strike strike = [&](const domain::NumbersOff& gone) -> base::Outcome {
        const auto of = volume(gone.volume);
        if (of && *of)
            **of = domain::without(std::move(**of), gone.range());
        return of ? base::done() : base::fail(of.error());
    };
    domain::NumberRun::Settled settled;
    if (returned)
        for (const domain::NumberRange& range : returned->ranges)
            for (const domain::NumbersOff& gone : run.giveBack(station, returned->volume, range, (*held)->reasonUnused(), now).off)
                settled.off.push_back(gone);
    if (closed)
        settled = run.writeOffFree(closed->volume, (*held)->reasonUnused(), now);
    if (!settled.off.empty())
        m_notified.insert(m_peer.key);
    if (!off)
        return (*held)->keep(m_parts.tables, settled, strike);
    // The record itself says it to the other desks, and the volume evolves by it: by all of it, as if nothing had been written off before.
    const domain::NumberRange range{off->first, off->last};
    int before = range.count();
    for (const domain::NumbersOff& gone : run.writeOff(station, off->volume, range, {}, now).off) {
        before -= gone.range().count();
        if (auto added = m_parts.tables.leases().addWrittenOff(gone); !added)
            return added;
    }
    (*book)->writtenOff = (*book)->writtenOff.value_or(0) - before;
    return (*held)->keep(m_parts.tables);
}

}
