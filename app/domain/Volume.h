#pragma once

#include "app/base/Json.h"
#include "app/domain/Signer.h"
#include "app/domain/numbers/NumberLease.h"

#include <QDate>

namespace motcua::domain {

/// The symbol of the book of certified copies, the only one that programs before record version 2 know.
inline constexpr char firstBook[] = "SCT/BS";

/// What Volume::kind says of a book.
int volumeKindOf(const QString& symbol);

/// The series that number the counter's slips, within the unit's year. They are numbered as the books are, and the province judges their numbers as
/// it judges a book's. No kind of job can have a book of such a symbol.
namespace series {
inline constexpr char supplement[] = "slip/form-02";
inline constexpr char refusal[] = "slip/form-03";
inline constexpr char fee[] = "slip/fee";
inline constexpr const char* all[] = {supplement, refusal, fee};
}
bool isSlipSeries(const QString& symbol);

/// One volume (quyển) of a register book, which its symbol names within the unit (NĐ 23/2015/NĐ-CP, Điều 13; certification.md §9). The unit's books
/// have one run of numbers in a year, through their volumes; a desk takes those that were leased to it (NumberLease.h). A unit that was not carried
/// over works as before: each volume is one desk's, which alone takes its numbers. A row is spoiled by the desk that holds its dossier.
struct Volume {
    VolumeId id;
    UnitCode unit;
    StationId station; ///< whose it is, in a unit of before; null: the unit's
    int kind = 0;      ///< how programs before record version 2 tell books apart: 0 is SCT/BS, 9 any other
    int year = 0;
    int ordinal = 1;     ///< quyển số
    QString symbol;      ///< "SCT/BS"
    int firstNumber = 1; ///< where its numbering starts
    int lastNumber = 0;  ///< the last number taken; 0: none yet
    int spoiled = 0;     ///< once closed: as stated at the closing
    bool closed = false;
    Signer closedBy = {};   ///< who stated the total (certification.md §12)
    QDate closedOn = {};    ///< Vietnam's date
    QString closedWhy = {}; ///< why before the year's last day
    // Of a unit's volume alone.
    VolumeId spans = {};                ///< the volume of the year before, in whose paper book it goes on; null: a book of its own
    std::optional<int> capacity = {};   ///< how many numbers it holds; nothing: no end
    std::optional<int> taken = {};      ///< how many rows there are, spoiled ones included
    std::optional<int> writtenOff = {}; ///< how many of its numbers were written off

    /// "01/2026-SCT/BS"
    QString label() const;
    /// "0012", a slip's number in the unit's year; of a desk's volume "02.0012", the volume before it.
    QString slipLabel(int number) const;
    bool isUnits() const { return station.isNull(); }
    /// The number the next entry takes in a desk's volume. In the unit's it is what the desk has in hand (NumbersInHand.h).
    int nextNumber() const { return lastNumber > 0 ? lastNumber + 1 : firstNumber; }
    /// How many numbers were taken, spoiled ones included.
    int total() const;
    /// The last number that it can give; nothing: no end.
    std::optional<int> end() const;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("unit", self.unit);
        field("station", self.station);
        field("kind", self.kind);
        field("year", self.year);
        field("ordinal", self.ordinal);
        field("symbol", self.symbol);
        field("firstNumber", self.firstNumber);
        field("lastNumber", self.lastNumber);
        field("spoiled", self.spoiled);
        field("closed", self.closed);
        field("closedBy", self.closedBy);
        field("closedOn", self.closedOn);
        field("closedWhy", self.closedWhy);
        field("spans", self.spans);
        field("capacity", self.capacity);
        field("taken", self.taken);
        field("writtenOff", self.writtenOff);
    }
};

/// As far as its numbers go.
NumberVolume numbersOf(const Volume& volume);

/// Whether that desk may take numbers in the volume: in one of its own, or in the unit's where it holds an open lease.
bool writes(const Volume& volume, StationId station, const std::vector<HeldLease>& leases);

}
