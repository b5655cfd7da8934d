#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QUuid>

#include <vector>

namespace motcua::gateway {

/// How far a station's chain went, as that station signed it.
struct HeadRow {
    qint64 station = 0; ///< its row
    qint64 day = 0;     ///< days since 1970, UTC, of when it came
    qint64 seq = 0;
    QByteArray head;      ///< 32 bytes
    QByteArray signature; ///< over protocol::headText(), DER
};

/// The newest signed head of each station and day: whoever writes the records anew has no such signature over them.
class HeadTable {
public:
    virtual ~HeadTable() = default;

    /// In the order of stations and days.
    virtual base::Result<std::vector<HeadRow>> all() const = 0;
    /// Takes the place of the one of the same day.
    virtual base::Outcome keep(const HeadRow& head) = 0;
};

}
