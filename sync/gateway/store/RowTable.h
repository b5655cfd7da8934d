#pragma once

#include "app/base/Result.h"

#include <QStringList>

namespace motcua::gateway {

/// All rows as such: each that decides something is bound to the key of the data.
class RowTable {
public:
    virtual ~RowTable() = default;

    /// Rows that were planted, altered, taken away or set back by somebody without the key, one line each; at most so many.
    virtual base::Result<QStringList> faults(int most) const = 0;
};

}
