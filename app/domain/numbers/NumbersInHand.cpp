#include "app/domain/numbers/NumbersInHand.h"

#include "app/base/Clock.h"

#include <algorithm>
#include <utility>

namespace motcua::domain {

namespace {

QDate dayOf(const QDateTime& moment) {
    return base::toVietnamTime(moment).date();
}

}

NumbersInHand::NumbersInHand(StationId desk, std::vector<NumberVolume> volumes, std::vector<HeldLease> leases, bool orderOfDates)
    : m_desk(desk), m_volumes(std::move(volumes)), m_leases(std::move(leases)), m_orderOfDates(orderOfDates) {
    std::erase_if(m_leases, [&](const HeldLease& lease) { return lease.holder != m_desk; });
}

bool NumbersInHand::isOf(const HeldLease& lease, const QString& symbol) const {
    return std::any_of(m_volumes.begin(), m_volumes.end(),
        [&](const NumberVolume& volume) { return volume.id == lease.volume && volume.symbol == symbol && !volume.closed; });
}

bool NumbersInHand::isGood(const HeldLease& lease, const QDate& today) const {
    return lease.isLive() && lease.isOf(today) && (!m_orderOfDates || dayOf(lease.given) == today);
}

std::optional<NumberInHand> NumbersInHand::next(const QString& symbol, const QDateTime& now) const {
    const QDate today = dayOf(now);
    const HeldLease* best = nullptr;
    for (const HeldLease& lease : m_leases)
        if (lease.use != LeaseUse::Kit && isGood(lease, today) && isOf(lease, symbol) &&
            (!best || lease.open.front().first < best->open.front().first))
            best = &lease;
    return best ? std::optional(NumberInHand{best->volume, best->open.front().first, best->use, best->id, {}}) : std::nullopt;
}

const NumberVolume* NumbersInHand::volumeOf(const NumberInHand& number) const {
    const auto found = std::find_if(m_volumes.begin(), m_volumes.end(), [&](const NumberVolume& volume) { return volume.id == number.volume; });
    return found == m_volumes.end() ? nullptr : &*found;
}

std::optional<NumberInHand> NumbersInHand::ofKit(VolumeId volume, int number, const QDate& day) const {
    for (const HeldLease& lease : m_leases)
        if (lease.use == LeaseUse::Kit && lease.volume == volume && lease.isOf(day) && holds(lease.open, number))
            return NumberInHand{volume, number, LeaseUse::Kit, lease.id, day};
    return std::nullopt;
}

bool NumbersInHand::take(const NumberInHand& number) {
    return std::any_of(m_leases.begin(), m_leases.end(),
        [&](HeldLease& lease) { return lease.volume == number.volume && holds(lease.open, number.number) && lease.take(number.number); });
}

int NumbersInHand::left(const QString& symbol, const QDateTime& now) const {
    int count = 0;
    for (const HeldLease& lease : m_leases)
        if (lease.use != LeaseUse::Kit && isGood(lease, dayOf(now)) && isOf(lease, symbol))
            count += countOf(lease.open);
    return count;
}

int NumbersInHand::drawn(const QString& symbol, const QDateTime& now) const {
    const QDate today = dayOf(now);
    int count = 0;
    for (const HeldLease& lease : m_leases)
        if (lease.use == LeaseUse::Draw && isGood(lease, today) && isOf(lease, symbol) && dayOf(lease.given) == today)
            count += countOf(lease.open);
    return count;
}

QDate NumbersInHand::runsOut(const QString& symbol, const QDateTime& now, int useByDay) const {
    const QDate today = dayOf(now);
    const QDate lastOfMonth(today.year(), today.month(), today.daysInMonth());
    return useByDay > 0 ? std::min(today.addDays(left(symbol, now) / useByDay), lastOfMonth) : QDate();
}

std::vector<NumbersBack> NumbersInHand::due(const QDateTime& now, bool all) const {
    const QDate today = dayOf(now);
    std::vector<NumbersBack> records;
    for (const HeldLease& lease : m_leases) {
        const bool isKit = lease.use == LeaseUse::Kit;
        const bool isOver = isKit ? !lease.isOf(today) : !isGood(lease, today);
        if (!lease.isLive() || !(isOver || (all && !isKit)))
            continue;
        auto record = std::find_if(records.begin(), records.end(), [&](const NumbersBack& one) { return one.volume == lease.volume; });
        if (record == records.end())
            record = records.insert(record, {lease.volume, {}});
        for (const NumberRange& range : lease.open)
            put(record->ranges, range);
    }
    return records;
}

}
