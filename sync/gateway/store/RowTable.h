#pragma once

#include "app/base/Result.h"

#include <QStringList>

namespace motcua::gateway {

/// All rows as such: each that decides something is bound to the key of the data.
class RowTable {
public:
    virtual ~RowTable() = default;

    /// All tables, or the few small ones that say who may do what: units, desks, codes, persons' keys, published lists.
    enum class Scope { All, Doors };
    /// Rows that were planted, altered, taken away or set back by somebody without the key, one line each; at most so many.
    virtual base::Result<QStringList> faults(Scope scope, int most) const = 0;
};

}
