#pragma once

#include "app/base/Result.h"
#include "app/domain/Settings.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

struct UnitRow {
    qint64 key = 0;
    domain::UnitSettings settings; ///< its code among them
};

/// The units of the province.
class UnitTable {
public:
    virtual ~UnitTable() = default;

    virtual base::Result<std::optional<UnitRow>> find(const QString& code) const = 0;
    /// Empty: there is none.
    virtual base::Result<QString> codeOf(qint64 key) const = 0;
    /// In the order of their codes.
    virtual base::Result<std::vector<UnitRow>> all() const = 0;

    /// Its key.
    virtual base::Result<qint64> add(const domain::UnitSettings& settings) = 0;
    virtual base::Outcome change(qint64 key, const domain::UnitSettings& settings) = 0;
};

}
