#include "sync/gateway/publish/KeeperRest.h"

#include "app/base/Logging.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/StationTable.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

/// Numbers that were written off before, and lie in no lease, are not written off twice.
base::Outcome dropKnown(const Tables& tables, domain::NumberRun::Settled& settled) {
    std::vector<domain::NumbersOff> anew;
    for (const domain::NumbersOff& off : settled.off) {
        const auto known = tables.leases().writtenOff(off.volume);
        if (!known)
            return base::fail(known.error());
        domain::NumberRanges left{off.range()};
        for (const domain::NumbersOff& each : *known)
            domain::cut(left, each.range());
        for (const domain::NumberRange& range : left) {
            anew.push_back(off);
            anew.back().first = range.first;
            anew.back().last = range.last;
        }
    }
    settled.off = std::move(anew);
    return base::done();
}

/// With all its leases, also those that are used up; nothing: it is no volume of a run of the unit.
base::Result<std::optional<HeldRun>> runOf(Tables& tables, qint64 unit, domain::VolumeId id) {
    const auto volume = tables.books().lockVolume(id, unit);
    if (!volume || !*volume || !(*volume)->isUnits())
        return volume ? base::Result<std::optional<HeldRun>>(std::nullopt) : base::fail(volume.error());
    return HeldRun::of(tables, {unit, (*volume)->symbol, (*volume)->year}, HeldRun::Leases::All);
}

/// Numbers of the claim that were written off while nobody knew whose they were, and lie in no lease: the desk may have used them.
base::Outcome keepOff(Tables& tables, const domain::NumberLease& claimed, const std::vector<domain::NumbersOff>& off, const QDateTime& now) {
    const auto leases = tables.leases().ofVolume(claimed.volume, false);
    if (!leases)
        return base::fail(leases.error());
    for (const domain::NumbersOff& each : off) {
        domain::NumberRanges whole{claimed.range()};
        domain::NumberRanges gone = domain::cut(whole, each.range());
        for (const domain::HeldLease& lease : *leases)
            domain::cut(gone, lease.range());
        for (const domain::NumberRange& range : gone) {
            domain::HeldLease lost(claimed);
            lost.id = domain::LeaseId::make(now.toMSecsSinceEpoch());
            lost.signature.clear();
            lost.first = range.first;
            lost.last = range.last;
            lost.open.clear();
            lost.off = {range};
            if (auto kept = tables.leases().put(lost); !kept)
                return kept;
        }
    }
    return base::done();
}

base::Result<bool> haveAllTold(const Tables& tables, qint64 unit) {
    const auto desks = tables.stations().ofUnit(unit);
    const auto told = desks ? tables.leases().told(unit) : base::fail(desks.error());
    if (!told)
        return base::fail(told.error());
    return std::all_of(desks->begin(), desks->end(),
        [&](const StationRow& desk) { return !desk.isEnrolled || desk.isRevoked || told->contains(domain::StationId(desk.peer.id)); });
}

}

base::Outcome restFrom(Tables& tables, qint64 unit, const QString& because, const QDateTime& now) {
    const auto oneRun = tables.leases().isOneRun(unit);
    const auto rest = oneRun ? tables.leases().restOf(unit) : base::fail(oneRun.error());
    if (!rest || *rest || !*oneRun)
        return rest ? base::done() : base::fail(rest.error());
    qCWarning(base::lcGateway).noquote() << "unit" << unit << "gets no numbers until its desks have told what they hold: the data were restored;"
                                         << because;
    return tables.leases().putRest(unit, {now.toMSecsSinceEpoch(), 0});
}

base::Outcome takeOver(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now) {
    auto held = runOf(tables, unit, claimed.volume);
    const auto told = held ? tables.leases().told(unit) : base::fail(held.error());
    const auto off = told ? tables.leases().writtenOff(claimed.volume) : base::fail(told.error());
    if (!off || !*held)
        return off ? base::done() : base::fail(off.error());
    domain::NumberRanges good{claimed.range()};
    for (const domain::NumbersOff& each : *off)
        domain::cut(good, each.range());
    for (const domain::NumberRange& range : good) {
        domain::NumberLease part = claimed;
        part.first = range.first;
        part.last = range.last;
        (*held)->run().takeOver(part, *told, now);
    }
    if (auto kept = (*held)->keep(tables); !kept)
        return kept;
    return keepOff(tables, claimed, *off, now);
}

base::Outcome giveBack(Tables& tables, const Peer& desk, domain::VolumeId volume, const domain::NumberRanges& ranges, const QDateTime& now) {
    auto held = runOf(tables, desk.unit, volume);
    if (!held || !*held)
        return held ? base::done() : base::fail(held.error());
    for (const domain::NumberRange& range : ranges) {
        const auto settled = (*held)->run().giveBack(domain::StationId(desk.id), volume, range, (*held)->reasonUnused(), now);
        if (auto kept = (*held)->keep(tables, settled); !kept)
            return kept;
    }
    return base::done();
}

base::Outcome takeOverRow(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now) {
    const auto off = tables.leases().writtenOff(claimed.volume);
    const auto rest = off ? tables.leases().restOf(unit) : base::fail(off.error());
    if (!rest)
        return base::fail(rest.error());
    const bool isOff = std::any_of(off->begin(), off->end(), [&](const domain::NumbersOff& each) { return each.range().holds(claimed.first); });
    if (isOff)
        return keepOff(tables, claimed, *off, now);
    auto held = *rest ? runOf(tables, unit, claimed.volume) : base::Result<std::optional<HeldRun>>(std::nullopt);
    if (!held || !*held)
        return held ? base::done() : base::fail(held.error());
    // What is open at another desk is that desk's until it says otherwise.
    std::set<domain::StationId> everyone;
    for (const domain::HeldLease& lease : (*held)->run().leases())
        everyone.insert(lease.holder);
    (*held)->run().takeOver(claimed, everyone, now);
    return (*held)->keep(tables);
}

base::Result<bool> isUnheard(const Tables& tables, const domain::Volume& volume, qint64 unit, int number) {
    const auto run = tables.leases().run({unit, volume.symbol, volume.year});
    const auto rest = run ? tables.leases().restOf(unit) : base::fail(run.error());
    if (!rest || !*run)
        return rest ? base::Result<bool>(false) : base::fail(rest.error());
    return *rest || number >= (*run)->state.next;
}

base::Result<bool> endRest(Tables& tables, qint64 unit, const QDateTime& now) {
    const auto rest = tables.leases().restOf(unit);
    if (!rest || !*rest)
        return rest ? base::Result<bool>(true) : base::fail(rest.error());
    const auto all = haveAllTold(tables, unit);
    if (!all || !*all)
        return all;
    const auto runs = tables.leases().runsOf(unit);
    if (!runs)
        return base::fail(runs.error());
    for (const RunRow& row : *runs) {
        auto held = HeldRun::of(tables, row.key, HeldRun::Leases::All);
        if (!held)
            return base::fail(held.error());
        if (!*held)
            continue;
        auto settled = (*held)->run().restored(QString::fromUtf8(restoredReason), now, (*rest)->beyond);
        if (auto kept = dropKnown(tables, settled).and_then([&](base::Done) { return (*held)->keep(tables, settled); }); !kept)
            return base::fail(kept.error());
    }
    return tables.leases().endRest(unit).map([](base::Done) { return true; });
}

}
