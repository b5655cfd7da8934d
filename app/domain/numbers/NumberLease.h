#pragma once

#include "app/base/Json.h"
#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "app/domain/numbers/NumberRanges.h"

#include <QDate>
#include <QDateTime>

#include <optional>
#include <vector>

// Numbers of a unit's book or series of slips that one desk may give by itself: what the keeper of the book leases, so that a desk without a line
// gives the next number and two desks never hold one (certification.md §9, NĐ 23/2015/NĐ-CP Điều 13 khoản 2).
namespace motcua::domain {

using LeaseId = base::Id<struct LeaseTag>;

/// A volume of a unit's book, as far as its numbers go.
struct NumberVolume {
    VolumeId id;
    QString symbol; ///< "SCT/BS"
    int year = 0;
    int ordinal = 1;                  ///< quyển số
    int firstNumber = 1;              ///< goes on from the volume before it in its year
    std::optional<int> capacity = {}; ///< how many numbers it holds; nothing: no end
    bool closed = false;
    /// The last number that it can give; nothing: no end.
    std::optional<int> end() const { return capacity ? std::optional(firstNumber + *capacity - 1) : std::nullopt; }
    friend bool operator==(const NumberVolume&, const NumberVolume&) = default;
};

/// For what a lease was given. Its number is in records: never changed.
enum class LeaseUse {
    Draw = 0, ///< of a desk with a line, fetched ahead: given first on its day
    Run = 1,  ///< what a desk has for when it has no line
    Kit = 2   ///< printed beforehand on blank papers; given by scanning one
};

struct NumberLease {
    LeaseId id;
    VolumeId volume;
    StationId holder;
    int first = 0;
    int last = 0;
    LeaseUse use = LeaseUse::Run;
    QDateTime given;        ///< UTC
    QDate month;            ///< the first day of the month, Viet Nam's, in which its numbers may be given
    QString signature = {}; ///< the platform's over signedText(), base64, where a desk was told of it: what a desk holds is believed by it alone
    friend bool operator==(const NumberLease&, const NumberLease&) = default;
    NumberRange range() const { return {first, last}; }
    /// Whether a number of it may stand in a row of that day.
    bool isOf(const QDate& day) const { return month.isValid() && day.year() == month.year() && day.month() == month.month(); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("volume", self.volume);
        field("holder", self.holder);
        field("first", self.first);
        field("last", self.last);
        field("use", self.use);
        field("given", self.given);
        field("month", self.month);
        field("signature", self.signature);
    }
};

/// "motcua-lease-v1", id, volume, holder, first and last number, use, when it was given in milliseconds and its month, each ended by a line feed.
QByteArray signedText(const NumberLease& lease);

/// A lease and what has become of its numbers: each is open, taken by a row, given back or written off.
struct HeldLease : NumberLease {
    NumberRanges open;
    NumberRanges back;
    NumberRanges off;

    HeldLease() = default;
    explicit HeldLease(const NumberLease& lease) : NumberLease(lease), open{lease.range()} {}

    bool isLive() const { return !open.empty(); }
    bool isTaken(int number) const { return range().holds(number) && !holds(open, number) && !holds(back, number) && !holds(off, number); }
    /// Also one that was written off and stands on a paper after all: nobody else was given it. False: it is neither.
    bool take(int number);
    /// The numbers that were open; they are no longer.
    NumberRanges giveBack(const NumberRange& range);
    NumberRanges writeOff(const NumberRange& range);

    friend bool operator==(const HeldLease&, const HeldLease&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        NumberLease::describe(self, field);
        field("open", self.open);
        field("back", self.back);
        field("off", self.off);
    }
};

/// The lease of `holder` that covers the number, one in which it is open before others, else the newest; null: none.
const HeldLease* leaseOf(const std::vector<HeldLease>& leases, VolumeId volume, StationId holder, int number);

/// Whether a row of that day may take the number by that lease, the desk's own (leaseOf()). `outside`: the row says that it was given on paper, out
/// of a kit. One that was written off may be taken by the desk that had it: nobody else was given it. Errors, all with number:
/// "book.number-unleased", "book.number-returned", "book.number-taken", "book.number-month" (of another month), "book.number-kit" (out of a kit and
/// not said so, or said so and not out of one).
base::Outcome mayGive(const HeldLease* lease, int number, const QDate& day, bool outside = false);

/// Numbers that nobody will give any more, with the reason that stands in the book.
struct NumbersOff {
    VolumeId volume;
    int first = 0;
    int last = 0;
    QString reason;
    QDateTime at; ///< UTC
    friend bool operator==(const NumbersOff&, const NumbersOff&) = default;
    NumberRange range() const { return {first, last}; }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("first", self.first);
        field("last", self.last);
        field("reason", self.reason);
        field("at", self.at);
    }
};

/// What goes back of one volume.
struct NumbersBack {
    VolumeId volume;
    NumberRanges ranges;
    friend bool operator==(const NumbersBack&, const NumbersBack&) = default;
};

}
