#pragma once

#include "app/base/Result.h"
#include "app/domain/Volume.h"
#include "app/domain/numbers/NumberRun.h"

#include <optional>
#include <set>
#include <vector>

namespace motcua::gateway {

/// A book or series of a unit in a year, whose numbers are one run.
struct RunKey {
    qint64 unit = 0;
    QString symbol;
    int year = 0;
};

/// A run, and where its numbers stand besides its leases.
struct RunRow {
    RunKey key;
    domain::NumberRun::State state;
};

/// The runs of numbers of the units whose books have one, what was leased of them and what nobody will give any more. Who may give which number
/// decides which rows count: nobody adds one without the key of the data.
class LeaseTable {
public:
    virtual ~LeaseTable() = default;

    /// Of a volume; `isLive`: only those of which something is open.
    virtual base::Result<std::vector<domain::HeldLease>> ofVolume(domain::VolumeId volume, bool isLive) const = 0;
    /// Those of a desk of which something is open.
    virtual base::Result<std::vector<domain::HeldLease>> ofStation(domain::StationId station) const = 0;
    /// All of that desk, also of before, that have a number of the stretch.
    virtual base::Result<std::vector<domain::HeldLease>> covering(
        domain::VolumeId volume, domain::StationId station, const domain::NumberRange& range) const = 0;
    /// A new one, or what has become of it.
    virtual base::Outcome put(const domain::HeldLease& lease) = 0;

    virtual base::Result<std::optional<RunRow>> run(const RunKey& key) const = 0;
    virtual base::Result<std::vector<RunRow>> runs() const = 0;
    virtual base::Result<std::vector<RunRow>> runsOf(qint64 unit) const = 0;
    virtual base::Outcome putRun(const RunRow& run) = 0;

    /// What was written off of a volume; no reason, which lies sealed in the record or item that says it.
    virtual base::Result<std::vector<domain::NumbersOff>> writtenOff(domain::VolumeId volume) const = 0;
    virtual base::Outcome addWrittenOff(const domain::NumbersOff& off) = 0;

    /// Whether the unit's books have one run each; else each desk has volumes of its own.
    virtual base::Result<bool> isOneRun(qint64 unit) const = 0;
    virtual base::Outcome setOneRun(qint64 unit) = 0;

    // While a unit rests, its keeper grants nothing: the data were restored, and desks may hold what is not known here.
    struct Rest {
        qint64 since = 0; ///< UTC milliseconds
        int beyond = 0;   ///< how many more numbers of each run a desk that is lost may have been given since the copy was made
    };
    /// Nothing: it does not rest.
    virtual base::Result<std::optional<Rest>> restOf(qint64 unit) const = 0;
    virtual base::Outcome putRest(qint64 unit, const Rest& rest) = 0;
    /// The desks that have said what they hold; of a unit whose desks have volumes of their own, those that know of leases.
    virtual base::Result<std::set<domain::StationId>> told(qint64 unit) const = 0;
    virtual base::Outcome tell(qint64 unit, domain::StationId station) = 0;
    virtual base::Outcome endRest(qint64 unit) = 0;
};

}
