#include "app/domain/numbers/NumberRanges.h"

#include <algorithm>

namespace motcua::domain {

int countOf(const NumberRanges& ranges) {
    int count = 0;
    for (const NumberRange& range : ranges)
        count += range.count();
    return count;
}

bool holds(const NumberRanges& ranges, int number) {
    return std::any_of(ranges.begin(), ranges.end(), [number](const NumberRange& range) { return range.holds(number); });
}

NumberRanges cut(NumberRanges& ranges, const NumberRange& range) {
    NumberRanges taken;
    NumberRanges left;
    for (const NumberRange& one : ranges) {
        const NumberRange common{std::max(one.first, range.first), std::min(one.last, range.last)};
        if (common.first > common.last) {
            left.push_back(one);
            continue;
        }
        taken.push_back(common);
        if (one.first < common.first)
            left.push_back({one.first, common.first - 1});
        if (one.last > common.last)
            left.push_back({common.last + 1, one.last});
    }
    ranges = std::move(left);
    return taken;
}

void put(NumberRanges& ranges, const NumberRange& range) {
    if (range.first > range.last)
        return;
    NumberRange whole = range;
    NumberRanges merged;
    for (const NumberRange& one : ranges)
        if (one.last + 1 < whole.first || whole.last + 1 < one.first)
            merged.push_back(one);
        else
            whole = {std::min(whole.first, one.first), std::max(whole.last, one.last)};
    merged.insert(std::find_if(merged.begin(), merged.end(), [&](const NumberRange& one) { return one.first > whole.first; }), whole);
    ranges = std::move(merged);
}

}
