#include "app/domain/WrittenOff.h"

#include "app/base/Clock.h"
#include "app/domain/EntryLabel.h"
#include "app/domain/numbers/NumberRun.h"

#include <algorithm>

namespace motcua::domain {

namespace {

QDate monthOf(QDate day) {
    return {day.year(), day.month(), 1};
}

QDate lastOfMonth(QDate day) {
    return monthOf(day).addMonths(1).addDays(-1);
}

/// Finds the day of what was written off, of one volume.
class DayOf {
public:
    DayOf(const Volume& volume, const std::vector<TakenNumber>& taken, const UnitSettings& settings)
        : m_volume(volume), m_taken(taken), m_settings(settings), m_earliestFrom(taken.size()), m_latestUpTo(taken.size()) {
        QDate latest;
        for (size_t i = 0; i < taken.size(); ++i)
            m_latestUpTo[i] = latest = latest.isValid() ? qMax(latest, taken[i].date) : taken[i].date;
        QDate earliest;
        for (size_t i = taken.size(); i-- > 0;)
            m_earliestFrom[i] = earliest = earliest.isValid() ? qMin(earliest, taken[i].date) : taken[i].date;
    }

    QDate of(const NumbersOff& off, const NumberRange& range) const {
        const QDate moment = base::toVietnamTime(off.at).date();
        QDate day = qMin(moment, QDate(m_volume.year, 12, 31));
        const auto behind = static_cast<size_t>(std::upper_bound(m_taken.begin(), m_taken.end(), range.last, isBelow) - m_taken.begin());
        if (behind < m_taken.size())
            day = qMin(day, lastOfMonth(m_earliestFrom[behind]));
        const QDate since = behind > 0 ? monthOf(m_latestUpTo[behind - 1]) : QDate(m_volume.year, 1, 1);
        if (const QDate over = lastWhenUnused(off, moment); over.isValid() && over >= since)
            day = qMin(day, over);
        return day;
    }

private:
    static bool isBelow(int number, const TakenNumber& taken) { return number < taken.number; }

    /// What nobody used in its month is written off when that is over; what is left at the closing, then.
    QDate lastWhenUnused(const NumbersOff& off, QDate moment) const {
        const bool isUnused =
            off.reason == QString::fromUtf8(unusedReason) || (!m_settings.reasonUnused.isEmpty() && off.reason == m_settings.reasonUnused);
        const QDate closed = m_volume.closedOn;
        const bool isByClosing = closed.isValid() && moment >= closed && monthOf(moment) == monthOf(closed);
        if (!isUnused || isByClosing)
            return {};
        return m_settings.orderOfDates.value_or(false) ? moment.addDays(-1) : monthOf(moment).addDays(-1);
    }

    const Volume& m_volume;
    const std::vector<TakenNumber>& m_taken;
    const UnitSettings& m_settings;
    std::vector<QDate> m_earliestFrom; ///< of the rows from that one on
    std::vector<QDate> m_latestUpTo;
};

}

std::vector<OffRow> offRows(
    const Volume& volume, const std::vector<TakenNumber>& taken, const std::vector<NumbersOff>& off, const UnitSettings& settings) {
    const DayOf day(volume, taken, settings);
    std::vector<OffRow> rows;
    NumberRanges known;
    for (const NumbersOff& each : off) {
        NumberRanges left{each.range()};
        for (const NumberRange& range : known)
            cut(left, range);
        auto row = std::lower_bound(taken.begin(), taken.end(), each.first, [](const TakenNumber& one, int number) { return one.number < number; });
        for (; row != taken.end() && row->number <= each.last; ++row)
            cut(left, {row->number, row->number});
        for (const NumberRange& range : left) {
            put(known, range);
            rows.push_back({range, day.of(each, range), each.reason});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const OffRow& one, const OffRow& other) { return one.range.first < other.range.first; });
    std::vector<OffRow> joined;
    for (OffRow& row : rows)
        if (!joined.empty() && joined.back().range.last + 1 == row.range.first && joined.back().day == row.day && joined.back().reason == row.reason)
            joined.back().range.last = row.range.last;
        else
            joined.push_back(std::move(row));
    return joined;
}

int countOf(const std::vector<OffRow>& rows) {
    int count = 0;
    for (const OffRow& row : rows)
        count += row.range.count();
    return count;
}

BookEntry entryOf(const OffRow& row, const Volume& volume) {
    BookEntry entry;
    entry.number = row.range.first;
    entry.numberLabel = row.range.count() == 1 ? entryLabel(row.range.first)
                                               : QStringLiteral("từ %1 đến %2").arg(entryLabel(row.range.first), entryLabel(row.range.last));
    entry.volumeLabel = volume.label();
    entry.date = row.day;
    entry.spoiledReason = row.reason;
    return entry;
}

std::vector<TakenNumber> takenIn(const std::vector<BookEntry>& rows) {
    std::vector<TakenNumber> taken;
    taken.reserve(rows.size());
    for (const BookEntry& row : rows)
        taken.push_back({row.number, row.date});
    return taken;
}

std::vector<BookEntry> withWrittenOff(std::vector<BookEntry> rows, const std::vector<OffRow>& off, const Volume& volume) {
    for (const OffRow& row : off)
        rows.push_back(entryOf(row, volume));
    std::stable_sort(rows.begin(), rows.end(), [](const BookEntry& one, const BookEntry& other) { return one.number < other.number; });
    return rows;
}

}
