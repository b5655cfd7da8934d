#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <vector>

namespace motcua::domain::ports {

/// Keeps the read model in step with the journal. A failure here loses nothing: the next replay mends it.
class Projection {
public:
    virtual ~Projection() = default;
    /// Folds events that Journal::append() has just taken.
    virtual base::Outcome apply(const std::vector<Event>& events) = 0;
    /// Brings the model up to the journal: own events that were not applied, and what has come in through the feed.
    virtual base::Outcome refresh() = 0;
};

}
