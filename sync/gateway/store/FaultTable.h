#pragma once

#include "app/base/Result.h"

#include <QUuid>

#include <vector>

namespace motcua::gateway {

/// What is wrong with a record that had been acknowledged before it could be judged, or that nobody can judge for certain, or that was
/// refused.
struct FaultRow {
    qint64 record = 0; ///< its cursor
    QUuid station;
    qint64 seq = 0;
    QString code;           ///< as a refusal's
    QString field;          ///< as its detail names it; may be empty
    bool isRefused = false; ///< it does not stand
};

/// Irregular records, for the province's technicians to look into. Nothing is undone for them.
class FaultTable {
public:
    virtual ~FaultTable() = default;

    /// Those of the newest records first.
    virtual base::Result<std::vector<FaultRow>> all() const = 0;
    /// What is there already stays. `found`: UTC milliseconds.
    virtual base::Outcome add(qint64 record, const base::Error& why, qint64 found) = 0;
};

}
