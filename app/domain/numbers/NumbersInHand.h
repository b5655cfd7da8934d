#pragma once

#include "app/domain/numbers/NumberLease.h"

// The desk's side of a unit's numbers: what it may give by itself, and what goes back.
namespace motcua::domain {

/// The number that a row or a slip takes next, and by what right.
struct NumberInHand {
    VolumeId volume;
    int number = 0;
    LeaseUse use = LeaseUse::Run;
    LeaseId lease = {};
    /// The day that stands on the paper, where it was written before this moment, out of a paper kit; invalid: today.
    QDate onPaper = {};
};

/// Pure: what it is told is all that it knows. Used by one thread.
class NumbersInHand {
public:
    /// `orderOfDates`: the unit's setting; then a lease is good on the day on which it was given.
    NumbersInHand(StationId desk, std::vector<NumberVolume> volumes, std::vector<HeldLease> leases, bool orderOfDates = false);

    /// The next number of that book or series: the lowest that is good today, fetched ahead or not; never one out of a kit, of another month, or
    /// one that was given back. Nothing: the desk has none left.
    std::optional<NumberInHand> next(const QString& symbol, const QDateTime& now) const;
    /// The volume of it; null: none in hand.
    const NumberVolume* volumeOf(const NumberInHand& number) const;
    /// A number of a paper kit of this desk, given on `day`. Nothing: no lease of the desk has it open for a day of that month.
    std::optional<NumberInHand> ofKit(VolumeId volume, int number, const QDate& day) const;
    /// It stands in a row now. False: it was not open here.
    bool take(const NumberInHand& number);

    /// How many next() would still give, one after the other.
    int left(const QString& symbol, const QDateTime& now) const;
    /// How many are fetched ahead and good today.
    int drawn(const QString& symbol, const QDateTime& now) const;
    /// The day of Viet Nam on which they run out at `useByDay` a day, or the month does; invalid: nothing is used.
    QDate runsOut(const QString& symbol, const QDateTime& now, int useByDay) const;

    /// What is to go back: all that next() will never give any more (of months or, in the order of dates, days that are over), and with `all` what is
    /// left besides: the line is back, or the day is over. Numbers of paper kits go back when their month is over.
    std::vector<NumbersBack> due(const QDateTime& now, bool all = false) const;

    const std::vector<HeldLease>& leases() const { return m_leases; }

private:
    bool isGood(const HeldLease& lease, const QDate& today) const;
    bool isOf(const HeldLease& lease, const QString& symbol) const;

    StationId m_desk;
    std::vector<NumberVolume> m_volumes;
    std::vector<HeldLease> m_leases;
    bool m_orderOfDates = false;
};

}
