#pragma once

#include <vector>

namespace motcua::domain {

/// Numbers of a book; both ends are of it; from 1.
struct NumberRange {
    int first = 0;
    int last = 0;
    int count() const { return last - first + 1; }
    bool holds(int number) const { return number >= first && number <= last; }
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("first", self.first);
        field("last", self.last);
    }
};

/// In order, apart from each other, none twice.
using NumberRanges = std::vector<NumberRange>;

int countOf(const NumberRanges& ranges);
bool holds(const NumberRanges& ranges, int number);
/// Those of the numbers that are in `range`, taken out of `ranges`.
NumberRanges cut(NumberRanges& ranges, const NumberRange& range);
/// Nothing happens where `range` ends before it begins.
void put(NumberRanges& ranges, const NumberRange& range);

}
