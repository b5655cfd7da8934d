#include "sync/gateway/publish/CarryOver.h"

#include "app/base/Clock.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/publish/DeskGrant.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/StationTable.h"

namespace motcua::gateway {

namespace {

/// The first version whose readers know of leases.
constexpr int readsLeases = 5;

base::Outcome allUnderstand(const Tables& tables, qint64 unit) {
    const auto desks = tables.stations().ofUnit(unit);
    const auto asked = desks ? tables.leases().told(unit) : base::fail(desks.error());
    if (!asked)
        return base::fail(asked.error());
    for (const StationRow& desk : *desks)
        if (desk.isEnrolled && !desk.isRevoked && (desk.reads < readsLeases || !asked->contains(domain::StationId(desk.peer.id))))
            return base::fail(QStringLiteral("carry-over.desk-reads-less"), {{QStringLiteral("name"), plainDeskName(desk.name)}});
    return base::done();
}

base::Outcome close(Tables& tables, qint64 unit, domain::Volume volume, const QDateTime& now) {
    volume.closed = true;
    volume.closedOn = base::toVietnamTime(now).date();
    volume.closedWhy = QString::fromUtf8(carriedOverWhy);
    return tables.books()
        .changeVolume(volume)
        .and_then([&](base::Done) { return tables.feed().publish({.unit = unit, .station = {}}, "volume", base::toJson(volume)); })
        .map([](qint64) { return base::Done(); });
}

/// The book goes on in the year, where its paper book is if that is ahead.
base::Outcome goOn(Tables& tables, qint64 unit, const CarryOver& wish, const QString& symbol, int year) {
    const auto least = firstAfterDesks(tables, unit, symbol, year);
    if (!least)
        return base::fail(least.error());
    const bool isThisYear = year == base::toVietnamTime(wish.now).date().year();
    const auto asked = wish.first.find(symbol);
    const int first = isThisYear && asked != wish.first.end() ? asked->second : *least;
    if (first < *least)
        return base::fail(
            QStringLiteral("carry-over.first"), {{QStringLiteral("symbol"), symbol}, {QStringLiteral("least"), QString::number(*least)}});
    return openRun(tables, {unit, symbol, year}, first, wish.now).map([](bool) { return base::Done(); });
}

}

base::Result<int> firstAfterDesks(const Tables& tables, qint64 unit, const QString& symbol, int year) {
    return tables.books().volumesOfUnit(unit).map([&](const std::vector<domain::Volume>& volumes) {
        domain::NumberRanges given;
        for (const domain::Volume& volume : volumes)
            if (!volume.isUnits() && volume.symbol == symbol && volume.year == year)
                given.push_back({volume.firstNumber, volume.lastNumber});
        return domain::carriedOver(given);
    });
}

base::Result<bool> carryOver(Tables& tables, const CarryOver& wish) {
    const auto unit = unitKey(tables, wish.unit);
    const auto isDone = unit ? tables.leases().isOneRun(*unit) : base::fail(unit.error());
    if (!isDone || *isDone)
        return isDone ? base::Result<bool>(false) : base::fail(isDone.error());
    const auto understood = allUnderstand(tables, *unit);
    const auto volumes = understood ? tables.books().volumesOfUnit(*unit) : base::fail(understood.error());
    if (!volumes)
        return base::fail(volumes.error());
    const int year = base::toVietnamTime(wish.now).date().year();
    for (const domain::Volume& volume : *volumes)
        if (volume.year >= year && !volume.closed)
            if (auto closed = close(tables, *unit, volume, wish.now); !closed)
                return base::fail(closed.error());
    std::set<std::pair<QString, int>> books;
    for (const domain::Volume& volume : *volumes)
        if (volume.year >= year)
            books.emplace(volume.symbol, volume.year);
    for (const auto& [symbol, first] : wish.first)
        if (!books.contains({symbol, year}))
            return base::fail(QStringLiteral("carry-over.unknown-book"), {{QStringLiteral("symbol"), symbol}});
    for (const auto& [symbol, ofYear] : books)
        if (auto opened = goOn(tables, *unit, wish, symbol, ofYear); !opened)
            return base::fail(opened.error());
    return tables.leases()
        .setOneRun(*unit)
        .and_then([&](base::Done) { return tables.leases().endRest(*unit); })
        .and_then([&](base::Done) { return openRunsAhead(tables, *unit, wish.now); })
        .map([](base::Done) { return true; });
}

}
