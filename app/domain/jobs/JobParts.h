#pragma once

#include "app/domain/jobs/FactField.h"
#include "app/domain/jobs/JobKind.h"

#include <algorithm>

namespace motcua::domain {

/// A description with what its schema declares: what its checks look at together.
struct JobParts {
    const JobKind& job;
    const QStringList& forms; ///< whose templates come with the program
    std::vector<FactField> fields;

    const FactField* field(const QString& name) const {
        const auto found = std::find_if(fields.begin(), fields.end(), [&](const FactField& known) { return known.name == name; });
        return found == fields.end() ? nullptr : &*found;
    }
    /// A fact that counts something, or none.
    bool counts(const QString& name) const { return name.isEmpty() || (field(name) && field(name)->type == FactType::Number); }
};

/// "layout.rows[0].cells[1]"
inline QString placeOfCell(size_t row, size_t cell) {
    return QStringLiteral("layout.rows[%1].cells[%2]").arg(row).arg(cell);
}

}
