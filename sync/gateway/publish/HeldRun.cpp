#include "sync/gateway/publish/HeldRun.h"

#include "app/domain/Decide.h"
#include "app/domain/UnwrittenVolume.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/UnitTable.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

base::Outcome publishVolume(Tables& tables, qint64 unit, const domain::Volume& volume) {
    return tables.books()
        .addVolume(unit, 0, volume)
        .and_then([&](base::Done) { return tables.feed().publish({.unit = unit, .station = {}}, "volume", base::toJson(volume)); })
        .map([](qint64) { return base::Done(); });
}

base::Result<domain::Volume> volumeFor(const Tables& tables, const RunKey& key) {
    return tables.units().codeOf(key.unit).map([&](const QString& code) {
        domain::Volume volume;
        volume.unit = domain::UnitCode::fromString(code);
        volume.kind = domain::volumeKindOf(key.symbol);
        volume.year = key.year;
        volume.symbol = key.symbol;
        return volume;
    });
}

}

HeldRun::HeldRun(RunKey key, domain::NumberRun run, QString reason) : m_key(std::move(key)), m_run(std::move(run)), m_reason(std::move(reason)) {
    for (const domain::HeldLease& lease : m_run.leases())
        m_before.emplace(lease.id, lease);
}

base::Result<std::optional<HeldRun>> HeldRun::of(const Tables& tables, const RunKey& key, Leases which) {
    const auto row = tables.leases().run(key);
    if (!row || !*row)
        return row ? base::Result<std::optional<HeldRun>>(std::nullopt) : base::fail(row.error());
    const auto code = tables.units().codeOf(key.unit);
    const auto settings = code ? settingsOf(tables, *code) : base::fail(code.error());
    const auto all = settings ? tables.books().volumesOfRuns(key.unit) : base::fail(settings.error());
    if (!all)
        return base::fail(all.error());
    std::vector<domain::NumberVolume> volumes;
    std::vector<domain::HeldLease> leases;
    for (const domain::Volume& volume : *all) {
        if (volume.symbol != key.symbol || volume.year != key.year)
            continue;
        volumes.push_back(domain::numbersOf(volume));
        const auto held = tables.leases().ofVolume(volume.id, which == Leases::Open);
        if (!held)
            return base::fail(held.error());
        leases.insert(leases.end(), held->begin(), held->end());
    }
    if (volumes.empty())
        return std::nullopt;
    const QString reason = settings->reasonUnused.isEmpty() ? QString::fromUtf8(domain::unusedReason) : settings->reasonUnused;
    return HeldRun(key, domain::NumberRun(std::move(volumes), (*row)->state, std::move(leases), settings->orderOfDates.value_or(false)), reason);
}

base::Outcome HeldRun::keep(Tables& tables) {
    for (const domain::HeldLease& lease : m_run.leases()) {
        const auto before = m_before.find(lease.id);
        if (before != m_before.end() && before->second == lease)
            continue;
        if (auto put = tables.leases().put(lease); !put)
            return put;
        m_before.insert_or_assign(lease.id, lease);
    }
    return tables.leases().putRun({m_key, m_run.state()});
}

base::Outcome HeldRun::keep(Tables& tables, const domain::NumberRun::Settled& settled, const Strike& strike) {
    for (const domain::NumbersOff& off : settled.off) {
        if (auto struck = tables.leases().addWrittenOff(off).and_then([&](base::Done) { return strike(off); }); !struck)
            return struck;
        if (const auto told = tables.feed().publish({.unit = m_key.unit, .station = {}}, "written-off", base::toJson(off)); !told)
            return base::fail(told.error());
    }
    return keep(tables);
}

base::Outcome HeldRun::keep(Tables& tables, const domain::NumberRun::Granted& granted, qint64 station) {
    for (const domain::NumberVolume& opened : granted.opened)
        if (auto added = addVolume(tables, opened); !added)
            return added;
    if (auto kept = keep(tables); !kept)
        return kept;
    for (const domain::NumberLease& lease : granted.leases)
        if (const auto told = tables.feed().publish({.unit = {}, .station = station}, "lease", base::toJson(lease)); !told)
            return base::fail(told.error());
    return base::done();
}

HeldRun::Strike HeldRun::struckIn(Tables& tables) const {
    return [&tables, unit = m_key.unit](const domain::NumbersOff& off) -> base::Outcome {
        const auto volume = tables.books().lockVolume(off.volume, unit);
        if (!volume || !*volume)
            return volume ? base::done() : base::fail(volume.error());
        return tables.books().changeVolume(domain::without(**volume, off.range()));
    };
}

base::Outcome HeldRun::addVolume(Tables& tables, const domain::NumberVolume& opened) const {
    auto volume = volumeFor(tables, m_key);
    if (!volume)
        return base::fail(volume.error());
    volume->id = opened.id;
    volume->ordinal = opened.ordinal;
    volume->firstNumber = opened.firstNumber;
    volume->capacity = opened.capacity;
    return publishVolume(tables, m_key.unit, *volume);
}

base::Result<bool> openRun(Tables& tables, const RunKey& key, int first, const QDateTime& now) {
    const auto known = tables.leases().run(key);
    const auto volumes = known ? tables.books().volumesOfUnit(key.unit) : base::fail(known.error());
    if (!volumes || *known)
        return volumes ? base::Result<bool>(false) : base::fail(volumes.error());
    auto volume = volumeFor(tables, key);
    if (!volume)
        return base::fail(volume.error());
    volume->id = domain::VolumeId::make(now.toMSecsSinceEpoch());
    volume->firstNumber = first;
    for (const domain::Volume& other : *volumes)
        if (other.symbol == key.symbol && other.year == key.year && !domain::wasNeverWritten(other))
            volume->ordinal = std::max(volume->ordinal, other.ordinal + 1);
    return publishVolume(tables, key.unit, *volume)
        .and_then([&](base::Done) {
            return tables.leases().putRun({key, {}});
        })
        .map([](base::Done) { return true; });
}

}
