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

base::Result<bool> haveAllTold(const Tables& tables, qint64 unit) {
    const auto desks = tables.stations().ofUnit(unit);
    const auto told = desks ? tables.leases().told(unit) : base::fail(desks.error());
    if (!told)
        return base::fail(told.error());
    return std::all_of(desks->begin(), desks->end(),
        [&](const StationRow& desk) { return !desk.isEnrolled || desk.isRevoked || told->contains(domain::StationId(desk.peer.id)); });
}

}

base::Outcome restFrom(Tables& tables, qint64 unit, const QDateTime& now) {
    const auto oneRun = tables.leases().isOneRun(unit);
    const auto rest = oneRun ? tables.leases().restOf(unit) : base::fail(oneRun.error());
    if (!rest || *rest || !*oneRun)
        return rest ? base::done() : base::fail(rest.error());
    qCWarning(base::lcGateway) << "unit" << unit << "gets no numbers until its desks have told what they hold: the data were restored";
    return tables.leases().putRest(unit, {now.toMSecsSinceEpoch(), 0});
}

base::Outcome takeOver(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now) {
    const auto volume = tables.books().lockVolume(claimed.volume, unit);
    if (!volume || !*volume || !(*volume)->isUnits())
        return volume ? base::done() : base::fail(volume.error());
    auto held = HeldRun::of(tables, {unit, (*volume)->symbol, (*volume)->year}, HeldRun::Leases::All);
    const auto told = held ? tables.leases().told(unit) : base::fail(held.error());
    if (!told || !*held)
        return told ? base::done() : base::fail(told.error());
    (*held)->run().takeOver(claimed, *told, now);
    return (*held)->keep(tables);
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
