#pragma once

#include "app/domain/jobs/JobKind.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace motcua::counter {

/// Where on a printer's sheets the attestations of one place start, as it was set once: no printer takes a copy in to the millimetre as another does.
struct AttestationTop {
    static constexpr int lowest = 20;
    static constexpr int highest = 215;
    static constexpr int usual = 185;
    static constexpr int usualBelowSignature = 165; ///< its words take more of the sheet

    QString queue;   ///< empty: the system's default
    QString place;   ///< domain::placed, without own-sheet
    int top = usual; ///< mm from the sheet's upper edge, lowest to highest
    friend bool operator==(const AttestationTop&, const AttestationTop&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("queue", self.queue);
        field("place", self.place);
        field("top", self.top);
    }
};

/// Those of all printers that this desk has used.
using AttestationTops = std::vector<AttestationTop>;

/// Nothing: nobody has set it for that printer.
inline std::optional<int> knownTop(const AttestationTops& tops, const QString& queue, const QString& place) {
    const auto found = std::find_if(tops.begin(), tops.end(), [&](const AttestationTop& each) { return each.queue == queue && each.place == place; });
    if (found == tops.end())
        return std::nullopt;
    return std::clamp(found->top, AttestationTop::lowest, AttestationTop::highest);
}

/// Before anybody has set it. `place` as AttestationTop::place.
inline int usualTop(const QString& place) {
    return place == QLatin1String(domain::placed::underSignature) ? AttestationTop::usualBelowSignature : AttestationTop::usual;
}

inline void putTop(AttestationTops& tops, const AttestationTop& top) {
    std::erase_if(tops, [&](const AttestationTop& each) { return each.queue == top.queue && each.place == top.place; });
    tops.push_back(top);
}

}
