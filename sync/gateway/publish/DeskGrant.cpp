#include "sync/gateway/publish/DeskGrant.h"

#include "app/base/Clock.h"
#include "app/domain/Settings.h"
#include "app/domain/Volume.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/publish/JobFiles.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/StationTable.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace motcua::gateway {

namespace {

/// Serials are printed with four digits; a unit of ten desks is a large one.
constexpr int serialsPerDesk = 999;
constexpr int lastSerial = 99'999;
constexpr size_t mostDesks = 10;
constexpr int yearsAhead = 2;

struct Place {
    qint64 unit = 0;
    qint64 station = 0;
    QUuid id = {};
};

base::Result<Place> placeFor(const Tables& tables, const NewDesk& desk) {
    const auto unit = unitKey(tables, desk.unit);
    const auto known = unit ? tables.stations().ofUnit(*unit) : base::fail(unit.error());
    if (!known)
        return base::fail(known.error());
    if (known->size() >= mostDesks)
        return base::fail(QStringLiteral("unit.full"), {{QStringLiteral("unit"), desk.unit}});
    return Place{*unit, 0, desk.station};
}

/// The desks of a unit that are not revoked, or the one of them that is named. Errors: "unit.unknown", "station.unknown".
base::Result<std::vector<Place>> desksFor(const Tables& tables, const QString& unit, const QUuid& only) {
    const auto key = unitKey(tables, unit);
    const auto stations = key ? tables.stations().ofUnit(*key) : base::fail(key.error());
    if (!stations)
        return base::fail(stations.error());
    std::vector<Place> places;
    for (const StationRow& station : *stations)
        if (!station.isRevoked && (only.isNull() || station.peer.id == only))
            places.push_back({*key, station.peer.key, station.peer.id});
    if (places.empty() && !only.isNull())
        return base::fail(QStringLiteral("station.unknown"));
    return places;
}

/// A book of a year.
struct Book {
    QString symbol;
    int year = 0;
};

/// The books of the kinds of job that are in force on a day of that year, as far as it is yet to come, and the series of slips.
base::Result<std::vector<Book>> booksOf(const Tables& tables, int year, const QDateTime& now) {
    const QDate today = base::toVietnamTime(now).date();
    return publishedJobs(tables).map([&](const domain::Jobs& jobs) {
        std::vector<Book> books;
        for (const domain::JobBook& book : jobs.books(qMax(today, QDate(year, 1, 1)), QDate(year, 12, 31)))
            books.push_back({book.symbol, year});
        for (const char* slips : domain::series::all)
            books.push_back({QLatin1String(slips), year});
        return books;
    });
}

/// The volumes of a unit, read once for all that is given in a transaction, and kept up as it is given.
class UnitVolumes {
public:
    static base::Result<UnitVolumes> of(const Tables& tables, const QString& unit) {
        const auto key = unitKey(tables, unit);
        const auto settings = key ? settingsOf(tables, unit) : base::fail(key.error());
        const auto volumes = settings ? tables.books().volumesOfUnit(*key) : base::fail(settings.error());
        if (!volumes)
            return base::fail(volumes.error());
        UnitVolumes known(unit, settings->numberRestartsPerVolume);
        for (const domain::Volume& volume : *volumes)
            known.add(volume);
        return known;
    }

    void add(const domain::Volume& volume) { m_byBook[{volume.symbol, volume.year}].push_back(volume); }

    bool has(const Place& place, const Book& book) const {
        const std::vector<domain::Volume>& volumes = of(book);
        return std::any_of(volumes.begin(), volumes.end(), [&](const domain::Volume& volume) { return volume.station.value() == place.id; });
    }

    /// The next volume of the desk in that book; nothing: it has an open one.
    std::optional<domain::Volume> next(const Place& place, const Book& book) const {
        domain::Volume next;
        for (const domain::Volume& volume : of(book)) {
            next.ordinal = qMax(next.ordinal, volume.ordinal + 1);
            if (volume.station.value() != place.id)
                continue;
            if (!volume.closed)
                return std::nullopt;
            if (!m_restarts)
                next.firstNumber = qMax(next.firstNumber, volume.nextNumber());
        }
        next.unit = domain::UnitCode::fromString(m_unit);
        next.station = domain::StationId(place.id);
        next.kind = domain::volumeKindOf(book.symbol);
        next.year = book.year;
        next.symbol = book.symbol;
        return next;
    }

private:
    UnitVolumes(QString unit, bool restarts) : m_unit(std::move(unit)), m_restarts(restarts) {}

    const std::vector<domain::Volume>& of(const Book& book) const {
        static const std::vector<domain::Volume> none;
        const auto found = m_byBook.find({book.symbol, book.year});
        return found == m_byBook.end() ? none : found->second;
    }

    QString m_unit;
    bool m_restarts = false;
    std::map<std::pair<QString, int>, std::vector<domain::Volume>> m_byBook;
};

/// True: the desk was given a volume.
base::Result<bool> addVolume(Tables& tables, const Place& place, UnitVolumes& known, const Book& book, const QDateTime& now) {
    auto volume = known.next(place, book);
    if (!volume)
        return false;
    volume->id = domain::VolumeId::make(now.toMSecsSinceEpoch());
    known.add(*volume);
    return tables.books()
        .addVolume(place.unit, place.station, *volume)
        .and_then([&](base::Done) { return tables.feed().publish({.unit = place.unit, .station = {}}, "volume", base::toJson(*volume)); })
        .map([](qint64) { return true; });
}

/// The desk's next volume of each of the books. How many it was given.
base::Result<int> addVolumes(Tables& tables, const Place& place, UnitVolumes& known, const std::vector<Book>& books, const QDateTime& now) {
    int given = 0;
    for (const Book& book : books) {
        const auto added = addVolume(tables, place, known, book, now);
        if (!added)
            return base::fail(added.error());
        given += *added ? 1 : 0;
    }
    return given;
}

/// The runs of the books that the unit has none of; each desk has its numbers leased out of them. How many were opened.
base::Result<int> openRuns(Tables& tables, qint64 unit, const std::vector<Book>& books, const QDateTime& now) {
    int opened = 0;
    for (const Book& book : books) {
        const auto done = openRun(tables, {unit, book.symbol, book.year}, 1, now);
        if (!done)
            return base::fail(done.error());
        opened += *done ? 1 : 0;
    }
    return opened;
}

/// The books of this year and the next.
base::Result<std::vector<Book>> booksAhead(const Tables& tables, const QDateTime& now) {
    const int year = base::toVietnamTime(now).date().year();
    auto books = booksOf(tables, year, now);
    const auto next = books ? booksOf(tables, year + 1, now) : base::fail(books.error());
    if (!next)
        return next;
    books->insert(books->end(), next->begin(), next->end());
    return books;
}

/// Every range that a desk of the unit has or had.
base::Result<std::vector<domain::CodeRange>> rangesOf(const Tables& tables, qint64 unit) {
    return tables.feed().toStationsOf(unit, "code-range").map([](const std::vector<QJsonObject>& bodies) {
        std::vector<domain::CodeRange> ranges;
        ranges.reserve(bodies.size());
        for (const QJsonObject& body : bodies)
            ranges.push_back(base::fromJson<domain::CodeRange>(body));
        return ranges;
    });
}

base::Outcome publishRange(Tables& tables, const Place& place, const domain::CodeRange& range) {
    return tables.feed().publish({.unit = {}, .station = place.station}, "code-range", base::toJson(range)).map([](qint64) { return base::Done(); });
}

base::Outcome addCodeRange(Tables& tables, const NewDesk& desk, const Place& place) {
    const auto ranges = rangesOf(tables, place.unit);
    if (!ranges)
        return base::fail(ranges.error());
    domain::CodeRange range{domain::UnitCode::fromString(desk.unit), domain::StationId(desk.station), 1, serialsPerDesk};
    for (const domain::CodeRange& taken : *ranges)
        range.first = qMax(range.first, taken.last + 1);
    range.last = range.first + serialsPerDesk - 1;
    if (range.last > lastSerial)
        return base::fail(QStringLiteral("unit.full"), {{QStringLiteral("unit"), desk.unit}});
    return publishRange(tables, place, range);
}

base::Error saying(const char* code, const CodeGrant& grant) {
    return {QLatin1String(code), {{QStringLiteral("first"), QString::number(grant.first)}, {QStringLiteral("last"), QString::number(grant.last)}}};
}

}

base::Outcome addDesk(Tables& tables, const NewDesk& desk) {
    auto place = placeFor(tables, desk);
    if (!place)
        return base::fail(place.error());
    const auto station = tables.stations().add(place->unit, desk.station, desk.name);
    if (!station)
        return base::fail(station.error());
    place->station = *station;
    const auto ranged = addCodeRange(tables, desk, *place);
    const auto books = ranged ? booksAhead(tables, desk.now) : base::fail(ranged.error());
    const auto oneRun = books ? tables.leases().isOneRun(place->unit) : base::fail(books.error());
    if (!oneRun || *oneRun)
        return oneRun ? openRuns(tables, place->unit, *books, desk.now).map([](int) { return base::Done(); }) : base::fail(oneRun.error());
    auto known = books ? UnitVolumes::of(tables, desk.unit) : base::fail(books.error());
    if (!known)
        return base::fail(known.error());
    return addVolumes(tables, *place, *known, *books, desk.now).map([](int) { return base::Done(); });
}

base::Result<int> grantNewBooks(Tables& tables, const QDateTime& now) {
    const auto books = booksAhead(tables, now);
    const auto units = books ? unitCodes(tables) : base::fail(books.error());
    if (!units)
        return base::fail(units.error());
    int given = 0;
    for (const QString& unit : *units) {
        const auto key = unitKey(tables, unit);
        const auto oneRun = key ? tables.leases().isOneRun(*key) : base::fail(key.error());
        if (!oneRun)
            return base::fail(oneRun.error());
        if (*oneRun) {
            const auto opened = openRuns(tables, *key, *books, now);
            if (!opened)
                return opened;
            given += *opened;
            continue;
        }
        const auto desks = desksFor(tables, unit, {});
        auto known = desks ? UnitVolumes::of(tables, unit) : base::fail(desks.error());
        if (!known)
            return base::fail(known.error());
        for (const Place& place : *desks) {
            std::vector<Book> missing = *books;
            std::erase_if(missing, [&](const Book& book) { return known->has(place, book); });
            const auto added = addVolumes(tables, place, *known, missing, now);
            if (!added)
                return added;
            given += *added;
        }
    }
    return given;
}

base::Result<int> grantYear(Tables& tables, const YearGrant& grant) {
    const int thisYear = base::toVietnamTime(grant.now).date().year();
    if (grant.year < thisYear || grant.year > thisYear + yearsAhead)
        return base::fail(QStringLiteral("grant.year"), {{QStringLiteral("year"), QString::number(grant.year)}});
    const auto desks = desksFor(tables, grant.unit, grant.station);
    const auto books = desks ? booksOf(tables, grant.year, grant.now) : base::fail(desks.error());
    const auto key = books ? unitKey(tables, grant.unit) : base::fail(books.error());
    const auto oneRun = key ? tables.leases().isOneRun(*key) : base::fail(key.error());
    if (!oneRun || *oneRun)
        return oneRun ? openRuns(tables, *key, *books, grant.now) : base::fail(oneRun.error());
    auto known = books ? UnitVolumes::of(tables, grant.unit) : base::fail(books.error());
    if (!known)
        return base::fail(known.error());
    int given = 0;
    for (const Place& place : *desks) {
        const auto added = addVolumes(tables, place, *known, *books, grant.now);
        if (!added)
            return added;
        given += *added;
    }
    return given;
}

base::Outcome openRunsAhead(Tables& tables, qint64 unit, const QDateTime& now) {
    return booksAhead(tables, now).and_then([&](const std::vector<Book>& books) { return openRuns(tables, unit, books, now); }).map([](int) {
        return base::Done();
    });
}

base::Outcome beginOneRun(Tables& tables, const QString& unit, const QDateTime& now) {
    const auto key = unitKey(tables, unit);
    if (!key)
        return base::fail(key.error());
    return tables.leases().setOneRun(*key).and_then([&](base::Done) { return openRunsAhead(tables, *key, now); });
}

base::Result<bool> grantCodes(Tables& tables, const CodeGrant& grant) {
    if (grant.first < 1 || grant.last < grant.first || grant.last > lastSerial)
        return base::fail(saying("grant.codes", grant));
    const auto desks = desksFor(tables, grant.unit, grant.station);
    const auto ranges = desks ? rangesOf(tables, desks->front().unit) : base::fail(desks.error());
    if (!ranges)
        return base::fail(ranges.error());
    bool has = false;
    for (const domain::CodeRange& range : *ranges) {
        if (range.station.value() == grant.station)
            has = range.first == grant.first && range.last == grant.last;
        else if (grant.first <= range.last && range.first <= grant.last)
            return base::fail(saying("grant.codes-taken", grant));
    }
    if (has)
        return false;
    return publishRange(tables, desks->front(), {domain::UnitCode::fromString(grant.unit), domain::StationId(grant.station), grant.first, grant.last})
        .map([](base::Done) { return true; });
}

}
