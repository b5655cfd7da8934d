#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/Settings.h"
#include "app/domain/Volume.h"

#include <vector>

namespace motcua::domain {

/// Numbers of a unit's volume that nobody will give, as they stand in its book: a row for each stretch.
struct OffRow {
    NumberRange range;
    QDate day; ///< Viet Nam's, on which they were written off; of those that nobody used in their month its last day at the latest
    QString reason;
    friend bool operator==(const OffRow&, const OffRow&) = default;
};

/// A number that was taken.
struct TakenNumber {
    int number = 0;
    QDate date;
};

/// By their numbers; those that touch and say the same are one. `taken`: the volume's rows, by their numbers; what stands on a paper after all has a
/// row of its own and is none of these.
///
/// Numbers are leased by the month and in their order, so that the rows before and behind a stretch bound the month that it is of: every desk finds
/// the same day, whoever held the numbers.
std::vector<OffRow> offRows(
    const Volume& volume, const std::vector<TakenNumber>& taken, const std::vector<NumbersOff>& off, const UnitSettings& settings);

/// How many numbers they are.
int countOf(const std::vector<OffRow>& rows);

/// The row as it stands among those that were taken: its volume is null, and its `spoiledReason` says why it was written off.
BookEntry entryOf(const OffRow& row, const Volume& volume);

/// The rows of a volume with what was written off among them, by their numbers.
std::vector<BookEntry> withWrittenOff(std::vector<BookEntry> rows, const std::vector<OffRow>& off, const Volume& volume);
/// The same, by rows of that volume.
std::vector<TakenNumber> takenIn(const std::vector<BookEntry>& rows);

}
