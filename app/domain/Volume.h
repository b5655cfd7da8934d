#pragma once

#include "app/base/Json.h"
#include "app/domain/Signer.h"

#include <QDate>

namespace motcua::domain {

/// The symbol of the book of certified copies, the only one that programs before record version 2 know.
inline constexpr char firstBook[] = "SCT/BS";

/// What Volume::kind says of a book.
int volumeKindOf(const QString& symbol);

/// The series that number the counter's slips, within the unit's year. Each desk writes a volume of its own in each, as in the books, and the
/// province judges their numbers as it judges a book's. No kind of job can have a book of such a symbol.
namespace series {
inline constexpr char supplement[] = "slip/form-02";
inline constexpr char refusal[] = "slip/form-03";
inline constexpr char fee[] = "slip/fee";
inline constexpr const char* all[] = {supplement, refusal, fee};
}
bool isSlipSeries(const QString& symbol);

/// One volume (quyển) of a register book, which its symbol names within the unit. Its station alone takes numbers in it, so they are gapless by
/// construction, with or without a line (NĐ 23/2015/NĐ-CP, Điều 13; certification.md §9). A row is spoiled by the desk that holds its dossier.
struct Volume {
    VolumeId id;
    UnitCode unit;
    StationId station;
    int kind = 0; ///< how programs before record version 2 tell books apart: 0 is SCT/BS, 9 any other
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

    /// "01/2026-SCT/BS"
    QString label() const;
    /// "02.0012": a slip's number, the desk's volume before it, so that it is unique in the unit's year.
    QString slipLabel(int number) const;
    /// The number the next entry takes.
    int nextNumber() const { return lastNumber > 0 ? lastNumber + 1 : firstNumber; }
    /// How many numbers were taken, spoiled ones included.
    int total() const { return lastNumber > 0 ? lastNumber - firstNumber + 1 : 0; }

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
    }
};

}
