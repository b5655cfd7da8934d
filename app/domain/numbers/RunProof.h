#pragma once

#include "app/domain/numbers/NumberLease.h"

#include <map>
#include <set>

namespace motcua::domain {

/// All that is held of one run of numbers, for the proof that it is one.
struct RunFacts {
    std::vector<NumberVolume> volumes;
    std::vector<HeldLease> leases; ///< every one ever given
    std::vector<NumbersOff> off;
    std::map<VolumeId, std::set<int>> taken; ///< by rows, spoiled ones too
    int before = 0;                          ///< the highest number or the count of the year's numbers before the run began, whichever is more
};

struct RunFault {
    enum class Kind {
        Gap,       ///< given to nobody, or given and lost sight of
        Doubled,   ///< open at two desks, or open and taken or written off
        Unleased,  ///< taken, and no lease covers it
        LeftOpen,  ///< of a volume that is closed, and not accounted for
        WrongStart ///< the run begins at or below a number of before, or a volume does not go on where the one before it ends
    };
    Kind kind = Kind::Gap;
    VolumeId volume;
    int number = 0;
    friend bool operator==(const RunFault&, const RunFault&) = default;
};

struct RunProof {
    std::vector<RunFault> faults; ///< empty: it is one run
    int taken = 0;
    int open = 0; ///< at desks and at the keeper
    int writtenOff = 0;
};

/// Every number of the run, from the first to the last that was leased, is taken, open at one desk, back at the keeper, or written off.
RunProof provesOneRun(const RunFacts& facts);

}
