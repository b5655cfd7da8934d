#include "app/domain/numbers/NumberRun.h"

#include "app/base/Clock.h"

#include <algorithm>
#include <tuple>

namespace motcua::domain {

namespace {

QDate monthOf(const QDateTime& moment) {
    const QDate day = base::toVietnamTime(moment).date();
    return {day.year(), day.month(), 1};
}

bool isBefore(const NumberRun::Free& one, const NumberRun::Free& other) {
    return std::tuple(one.since, one.volume, one.first) < std::tuple(other.since, other.volume, other.first);
}

}

NumberRun::NumberRun(std::vector<NumberVolume> volumes, State state, std::vector<HeldLease> leases, bool orderOfDates)
    : m_volumes(std::move(volumes)), m_state(std::move(state)), m_leases(std::move(leases)), m_orderOfDates(orderOfDates) {
    std::sort(m_volumes.begin(), m_volumes.end(), [](const NumberVolume& one, const NumberVolume& other) { return one.ordinal < other.ordinal; });
    if (m_state.next == 0 && !m_volumes.empty())
        m_state.next = m_volumes.front().firstNumber;
}

NumberRun NumberRun::replay(std::vector<NumberVolume> volumes, std::vector<HeldLease> leases, const std::vector<NumbersOff>& off, bool orderOfDates) {
    State state;
    for (const HeldLease& lease : leases)
        state.next = std::max(state.next, lease.last + 1);
    for (const NumbersOff& gone : off)
        state.next = std::max(state.next, gone.last + 1);
    NumberRun run(std::move(volumes), state, std::move(leases), orderOfDates);
    for (const HeldLease& lease : run.m_leases)
        for (const NumberRange& range : lease.back)
            run.putFree(lease.volume, range, orderOfDates ? run.periodOf(lease.given) : lease.month);
    // What came back and is leased anew lies in a lease in which it did not come back.
    for (const HeldLease& lease : run.m_leases) {
        NumberRanges kept{lease.range()};
        for (const NumberRange& range : lease.back)
            cut(kept, range);
        for (const NumberRange& range : kept)
            run.cutFree(lease.volume, range);
    }
    for (const NumbersOff& gone : off)
        run.cutFree(gone.volume, gone.range());
    return run;
}

QDate NumberRun::periodOf(const QDateTime& moment) const {
    return m_orderOfDates ? base::toVietnamTime(moment).date() : monthOf(moment);
}

void NumberRun::putFree(VolumeId volume, const NumberRange& range, const QDate& since) {
    // One that came back a second time lies in its later period alone.
    NumberRanges whole{range};
    for (const Free& free : m_state.free)
        if (free.volume == volume && free.since > since)
            cut(whole, {free.first, free.last});
    for (const NumberRange& one : whole)
        cutFree(volume, one);
    std::vector<Free> others;
    for (const Free& free : m_state.free)
        if (free.volume == volume && free.since == since)
            put(whole, {free.first, free.last});
        else
            others.push_back(free);
    for (const NumberRange& one : whole)
        others.push_back({volume, one.first, one.last, since});
    std::sort(others.begin(), others.end(), isBefore);
    m_state.free = std::move(others);
}

void NumberRun::cutFree(VolumeId volume, const NumberRange& range) {
    std::vector<Free> left;
    for (const Free& free : m_state.free) {
        NumberRanges rest{{free.first, free.last}};
        if (free.volume == volume)
            cut(rest, range);
        for (const NumberRange& one : rest)
            left.push_back({free.volume, one.first, one.last, free.since});
    }
    m_state.free = std::move(left);
}

std::optional<NumberRun::Free> NumberRun::takeFree(const QDate& since, int count) {
    const auto isGood = [&](const Free& free) {
        const auto volume = std::find_if(m_volumes.begin(), m_volumes.end(), [&](const NumberVolume& one) { return one.id == free.volume; });
        return free.since == since && volume != m_volumes.end() && !volume->closed;
    };
    const Free* lowest = nullptr;
    for (const Free& free : m_state.free)
        if (isGood(free) && (!lowest || free.first < lowest->first))
            lowest = &free;
    if (!lowest)
        return std::nullopt;
    Free taken = *lowest;
    taken.last = std::min(taken.last, taken.first + count - 1);
    cutFree(taken.volume, {taken.first, taken.last});
    return taken;
}

NumberVolume NumberRun::nextVolume(const QDateTime& now) const {
    NumberVolume next = m_volumes.back();
    next.id = VolumeId::make(now.toMSecsSinceEpoch());
    next.ordinal = m_volumes.back().ordinal + 1;
    next.firstNumber = m_state.next;
    next.closed = false;
    return next;
}

NumberLease NumberRun::lease(const Wish& wish, VolumeId volume, const NumberRange& range, const QDateTime& now) {
    const NumberLease given{
        LeaseId::make(now.toMSecsSinceEpoch()), volume, wish.holder, range.first, range.last, wish.use, now.toUTC(), monthOf(now)};
    m_leases.emplace_back(given);
    return given;
}

base::Result<NumberRun::Granted> NumberRun::grant(const Wish& wish, const QDateTime& now) {
    if (wish.count < 1 || wish.count > mostAtOnce || wish.holder.isNull() || m_volumes.empty())
        return base::fail(QStringLiteral("book.wish-wrong"));
    const int year = m_volumes.back().year;
    if (monthOf(now).year() != year)
        return base::fail(QStringLiteral("book.wrong-year"), {{QStringLiteral("year"), QString::number(year)}});
    Granted granted;
    int missing = wish.count;
    while (missing > 0) {
        const auto free = takeFree(periodOf(now), missing);
        if (!free)
            break;
        granted.leases.push_back(lease(wish, free->volume, {free->first, free->last}, now));
        missing -= granted.leases.back().range().count();
    }
    while (missing > 0) {
        const std::optional<int> end = m_volumes.back().end();
        if (m_volumes.back().closed || (end && m_state.next > *end)) {
            m_volumes.push_back(nextVolume(now));
            granted.opened.push_back(m_volumes.back());
            continue;
        }
        const int wanted = m_state.next + missing - 1;
        granted.leases.push_back(lease(wish, m_volumes.back().id, {m_state.next, std::min(wanted, end.value_or(wanted))}, now));
        missing -= granted.leases.back().range().count();
        m_state.next = granted.leases.back().last + 1;
    }
    return granted;
}

std::optional<HeldLease> NumberRun::take(StationId holder, VolumeId volume, int number) {
    const HeldLease* const found = leaseOf(m_leases, volume, holder, number);
    const auto it = std::find_if(m_leases.begin(), m_leases.end(), [&](const HeldLease& lease) { return &lease == found; });
    return it != m_leases.end() && it->take(number) ? std::optional(*it) : std::nullopt;
}

/// `terms`: the reason and the moment.
void NumberRun::settle(Settled& settled, HeldLease& lease, const NumberRange& range, const NumbersOff& terms, bool isBack) {
    const NumberRanges gone = isBack ? lease.giveBack(range) : lease.writeOff(range);
    if (gone.empty())
        return;
    settled.leases.push_back(lease);
    const QDate since = m_orderOfDates ? periodOf(lease.given) : lease.month;
    for (const NumberRange& one : gone)
        if (isBack && since == periodOf(terms.at))
            putFree(lease.volume, one, since);
        else
            settled.off.push_back({lease.volume, one.first, one.last, terms.reason, terms.at});
}

NumberRun::Settled NumberRun::giveBack(StationId holder, VolumeId volume, const NumberRange& range, const QString& reason, const QDateTime& now) {
    Settled all;
    for (HeldLease& lease : m_leases)
        if (lease.holder == holder && lease.volume == volume)
            settle(all, lease, range, {{}, 0, 0, reason, now.toUTC()}, true);
    return all;
}

NumberRun::Settled NumberRun::writeOff(StationId holder, VolumeId volume, const NumberRange& range, const QString& reason, const QDateTime& now) {
    Settled all;
    for (HeldLease& lease : m_leases)
        if (lease.holder == holder && lease.volume == volume)
            settle(all, lease, range, {{}, 0, 0, reason, now.toUTC()}, false);
    return all;
}

NumberRun::Settled NumberRun::writeOffAll(StationId holder, const QString& reason, const QDateTime& now) {
    Settled all;
    for (HeldLease& lease : m_leases)
        if (lease.holder == holder)
            settle(all, lease, lease.range(), {{}, 0, 0, reason, now.toUTC()}, false);
    return all;
}

template <class Gone>
NumberRun::Settled NumberRun::writeOffWhere(const Gone& gone, const QString& reason, const QDateTime& now) {
    Settled all;
    std::vector<Free> kept;
    for (const Free& free : m_state.free)
        if (gone(free))
            all.off.push_back({free.volume, free.first, free.last, reason, now.toUTC()});
        else
            kept.push_back(free);
    m_state.free = std::move(kept);
    return all;
}

NumberRun::Settled NumberRun::writeOffUnused(const QString& reason, const QDateTime& now) {
    return writeOffWhere([&](const Free& free) { return free.since < periodOf(now); }, reason, now);
}

NumberRun::Settled NumberRun::writeOffFree(VolumeId volume, const QString& reason, const QDateTime& now) {
    return writeOffWhere([&](const Free& free) { return free.volume == volume; }, reason, now);
}

base::Outcome NumberRun::mayClose(VolumeId volume) const {
    const int count = open(volume);
    return count == 0 ? base::done() : base::fail(QStringLiteral("book.leases-open"), {{QStringLiteral("count"), QString::number(count)}});
}

bool NumberRun::isTakenOver(const NumberLease& claimed, int number, const std::set<StationId>& told) {
    for (HeldLease& lease : m_leases) {
        if (lease.volume != claimed.volume || !lease.range().holds(number))
            continue;
        if (lease.isTaken(number) || holds(lease.off, number))
            return false;
        // Whoever was given it later was given what the other had given back.
        const bool isOlder = claimed.given.isValid() && lease.given > claimed.given;
        if (holds(lease.open, number) && (lease.holder == claimed.holder || told.contains(lease.holder) || isOlder))
            return false;
    }
    for (HeldLease& lease : m_leases)
        if (lease.volume == claimed.volume)
            lease.giveBack({number, number});
    cutFree(claimed.volume, {number, number});
    return true;
}

std::vector<NumberLease> NumberRun::takeOver(const NumberLease& claimed, const std::set<StationId>& told, const QDateTime& now) {
    const auto known = std::find_if(m_volumes.begin(), m_volumes.end(), [&](const NumberVolume& one) { return one.id == claimed.volume; });
    const NumberRange range = claimed.range();
    std::vector<NumberLease> over;
    if (known == m_volumes.end() || range.first < known->firstNumber || range.count() > mostAtOnce)
        return over;
    NumberRanges taken;
    for (int number = range.first; number <= range.last; ++number)
        if (isTakenOver(claimed, number, told))
            put(taken, {number, number});
    for (const NumberRange& one : taken) {
        over.push_back(claimed);
        over.back().id = LeaseId::make(now.toMSecsSinceEpoch());
        over.back().first = one.first;
        over.back().last = one.last;
        m_leases.emplace_back(over.back());
        m_state.next = std::max(m_state.next, one.last + 1);
    }
    return over;
}

NumberRun::Settled NumberRun::restored(const QString& reason, const QDateTime& now, int beyond) {
    Settled all = writeOffWhere([](const Free&) { return true; }, reason, now);
    m_state.next += beyond;
    for (size_t i = 0; i < m_volumes.size(); ++i) {
        const NumberVolume& volume = m_volumes[i];
        NumberRanges lost;
        put(lost, {volume.firstNumber, i + 1 < m_volumes.size() ? m_volumes[i + 1].firstNumber - 1 : m_state.next - 1});
        for (const HeldLease& lease : m_leases)
            if (lease.volume == volume.id)
                cut(lost, lease.range());
        for (const NumberRange& one : lost)
            all.off.push_back({volume.id, one.first, one.last, reason, now.toUTC()});
    }
    return all;
}

int NumberRun::leftOf(StationId holder) const {
    int left = 0;
    for (const HeldLease& lease : m_leases)
        left += lease.holder == holder ? countOf(lease.open) : 0;
    return left;
}

int NumberRun::open(VolumeId volume) const {
    int count = 0;
    for (const HeldLease& lease : m_leases)
        count += lease.volume == volume ? countOf(lease.open) : 0;
    return count;
}

int NumberRun::free() const {
    int count = 0;
    for (const Free& one : m_state.free)
        count += one.last - one.first + 1;
    return count;
}

int carriedOver(const NumberRanges& given) {
    int matters = 0;
    int highest = 0;
    for (const NumberRange& range : given)
        if (range.last >= range.first) {
            matters += range.count();
            highest = std::max(highest, range.last);
        }
    return std::max(matters, highest) + 1;
}

int leaseSize(const std::vector<DayUse>& days, const QDate& today, int first) {
    if (std::none_of(days.begin(), days.end(), [](const DayUse& day) { return day.used > 0; }))
        return std::clamp(first, leastLease, mostLease);
    // On a day of the week that none of them was, as on the busiest.
    const auto expected = [&](int weekday) {
        int most = 0;
        int mostSuch = -1;
        for (const DayUse& day : days) {
            most = std::max(most, day.used);
            if (day.day.dayOfWeek() == weekday)
                mostSuch = std::max(mostSuch, day.used);
        }
        return mostSuch >= 0 ? mostSuch : most;
    };
    const int next = today.dayOfWeek() >= Qt::Friday ? Qt::Monday : today.dayOfWeek() + 1;
    return std::clamp(expected(today.dayOfWeek()) + expected(next), leastLease, mostLease);
}

}
