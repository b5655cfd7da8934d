#pragma once

#include "app/domain/Volume.h"

#include <vector>

namespace motcua::counter {

/// A register of the unit in one year: its volumes, in the order of their ordinals. A unit's book has one run of numbers through them; in a unit of
/// before each volume is a desk's own.
struct BookOfYear {
    QString symbol; ///< "SCT/BS"
    int year = 0;
    std::vector<domain::Volume> volumes; ///< one at least

    /// The unit has one run of numbers for it by now: in the year in which it was carried over some volumes are still those of desks.
    bool isUnits() const;
    bool hasSeveral() const { return volumes.size() > 1; }
    /// No more numbers are given: each volume was closed.
    bool isClosed() const;
    /// The day of the last closing; invalid: it is open.
    QDate closedOn() const;
    /// Numbers that were taken, and spoiled.
    int total() const;
    int spoiled() const;
    /// "01/2026-SCT/BS"; of several "01, 02/2026-SCT/BS".
    QString label() const;
    /// Null: it is none of these.
    const domain::Volume* find(domain::VolumeId id) const;
};

/// By which day a book's description is looked up: the last one of its year that has come.
QDate lastDayOf(const BookOfYear& book, QDate today);

/// The books that the volumes make up, in the order in which their first ones come; without those that were never written in when the unit was
/// carried over.
std::vector<BookOfYear> booksOf(const std::vector<domain::Volume>& volumes);

}
