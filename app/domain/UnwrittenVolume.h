#pragma once

#include "app/domain/Volume.h"

namespace motcua::domain {

/// A desk's own volume that was taken away when the unit was carried over, before anything was written in it: nobody closed it by name. It stands in
/// no book, and its ordinal is given again.
inline bool wasNeverWritten(const Volume& volume) {
    return !volume.isUnits() && volume.closed && volume.total() == 0 && volume.closedBy.user.isNull();
}

}
