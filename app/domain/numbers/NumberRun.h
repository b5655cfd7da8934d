#pragma once

#include "app/domain/numbers/NumberLease.h"

#include <set>

namespace motcua::domain {

/// What the book says of numbers that nobody used in their month, where the unit says nothing else.
inline constexpr char unusedReason[] = "Không sử dụng trong tháng";

/// The keeper's side of a unit's numbers: one run for each book or series and year, from 01 on through all its volumes (certification.md §9). A
/// number is never held by two desks and never given twice: what came back is given again only within its month, while nobody holds it. Pure; used by
/// one thread. Moments are UTC.
class NumberRun {
public:
    /// What came back and may be given again.
    struct Free {
        VolumeId volume;
        int first = 0;
        int last = 0;
        QDate since; ///< the first day of the month in which it may be given; in the order of dates, its one day
        friend bool operator==(const Free&, const Free&) = default;
        template <class Self, class Visitor>
        static void describe(Self& self, Visitor&& field) {
            field("volume", self.volume);
            field("first", self.first);
            field("last", self.last);
            field("since", self.since);
        }
    };
    /// What is kept of a run besides its volumes and leases.
    struct State {
        StationId keeper;       ///< null: the platform
        int next = 0;           ///< the first number that was never given; 0: the first volume's first
        std::vector<Free> free; ///< by day, volume and number
        friend bool operator==(const State&, const State&) = default;
        template <class Self, class Visitor>
        static void describe(Self& self, Visitor&& field) {
            field("keeper", self.keeper);
            field("next", self.next);
            field("free", self.free);
        }
    };

    /// `volumes`: the unit's of one book and year, at least one. `leases`: the live ones at least; for restored() all. `orderOfDates`: the unit's
    /// wish that no row stands behind one of a later day; what came back is then good on its lease's day alone.
    NumberRun(std::vector<NumberVolume> volumes, State state, std::vector<HeldLease> leases, bool orderOfDates = false);
    /// The same out of all leases that were ever given and all that was written off, in whatever order they are told.
    static NumberRun replay(
        std::vector<NumberVolume> volumes, std::vector<HeldLease> leases, const std::vector<NumbersOff>& off, bool orderOfDates = false);

    struct Wish {
        StationId holder;
        LeaseUse use = LeaseUse::Run;
        int count = 1;
    };
    struct Granted {
        std::vector<NumberLease> leases;  ///< more than one where what came back lies apart, or a volume ends
        std::vector<NumberVolume> opened; ///< the next volumes, where one was full or closed
    };
    static constexpr int mostAtOnce = 1000;
    /// What came back in this month first, the lowest first; then the next ones. Errors: "book.wrong-year" with year: the run is of another year;
    /// "book.wish-wrong": fewer than 1 or more than mostAtOnce, or for nobody.
    base::Result<Granted> grant(const Wish& wish, const QDateTime& now);

    /// What an act changed, to be kept.
    struct Settled {
        std::vector<HeldLease> leases;
        std::vector<NumbersOff> off;
    };
    /// A row of that desk. The lease as it is then; nothing: no lease of that desk has the number open or written off.
    std::optional<HeldLease> take(StationId holder, VolumeId volume, int number);
    /// As far as they are open in leases of that desk. What is of a month that is over is written off at once.
    Settled giveBack(StationId holder, VolumeId volume, const NumberRange& range, const QString& reason, const QDateTime& now);
    Settled writeOff(StationId holder, VolumeId volume, const NumberRange& range, const QString& reason, const QDateTime& now);
    /// All that a desk holds: it is lost.
    Settled writeOffAll(StationId holder, const QString& reason, const QDateTime& now);
    /// What came back in months that are over; in the order of dates, on days that are over.
    Settled writeOffUnused(const QString& reason, const QDateTime& now);
    /// What came back of a volume that is closed.
    Settled writeOffFree(VolumeId volume, const QString& reason, const QDateTime& now);
    /// Errors: "book.leases-open" with count: somebody may still give numbers of it.
    base::Outcome mayClose(VolumeId volume) const;

    /// After the keeper's data were restored from a copy, or a keeper was lost, a desk may hold or have used what is not known here. Until every desk
    /// has said what it holds, nothing is granted; meanwhile what a desk tells is taken over: numbers that are nobody's here, and those of a desk
    /// that has not told yet (it gave them back after the copy was made) and was leased them before `claimed`.given. `claimed`: numbers that the desk
    /// holds, or of one row that it wrote, with the use and the month that they are of. Leases with ids of their own.
    std::vector<NumberLease> takeOver(const NumberLease& claimed, const std::set<StationId>& told, const QDateTime& now);
    /// All that can have told. What was given and nobody knows of any more is written off, and what came back, which a desk that is lost since may
    /// have been given anew. `beyond`: how many more numbers such a desk may have been given since the copy was made; 0: no desk is lost.
    Settled restored(const QString& reason, const QDateTime& now, int beyond = 0);

    const State& state() const { return m_state; }
    const std::vector<NumberVolume>& volumes() const { return m_volumes; }
    const std::vector<HeldLease>& leases() const { return m_leases; }
    /// How many numbers a desk may still give, those of paper kits too.
    int leftOf(StationId holder) const;
    int open(VolumeId volume) const;
    int free() const;
    void moveTo(StationId keeper) { m_state.keeper = keeper; }

private:
    QDate periodOf(const QDateTime& moment) const;
    void putFree(VolumeId volume, const NumberRange& range, const QDate& since);
    void cutFree(VolumeId volume, const NumberRange& range);
    /// Takes up to `count` numbers of one stretch out of what came back.
    std::optional<Free> takeFree(const QDate& since, int count);
    NumberVolume nextVolume(const QDateTime& now) const;
    NumberLease lease(const Wish& wish, VolumeId volume, const NumberRange& range, const QDateTime& now);
    void settle(Settled& settled, HeldLease& lease, const NumberRange& range, const NumbersOff& terms, bool isBack);
    template <class Gone>
    Settled writeOffWhere(const Gone& gone, const QString& reason, const QDateTime& now);
    bool isTakenOver(const NumberLease& claimed, int number, const std::set<StationId>& told);

    std::vector<NumberVolume> m_volumes; ///< by ordinal
    State m_state;
    std::vector<HeldLease> m_leases;
    bool m_orderOfDates = false;
};

/// Where the run of a unit begins that worked with a volume for each desk until now, each from 00001: after as many numbers as were given, so that
/// the last number of the year is the count of its matters; above every number that was given. `given`: first and last of each of those volumes; a
/// last before the first: none.
int carriedOver(const NumberRanges& given);

/// What a desk used on a day.
struct DayUse {
    QDate day;
    int used = 0;
};
inline constexpr int leastLease = 10;
inline constexpr int mostLease = 500;
/// How many numbers a desk is leased: two days' use, by what it used on such days of the week. `days`: of the last ten on which it used any, at most;
/// `first`: what a desk without any gets.
int leaseSize(const std::vector<DayUse>& days, const QDate& today, int first);
/// Less than a day's use is left.
inline bool wantsMore(int left, int size) {
    return left < (size + 1) / 2;
}

}
