#pragma once

#include "app/domain/Decide.h"

#include <functional>
#include <utility>

namespace motcua::domain {

/// The dossier that `events` led to, the oldest first; version 0 when none changed it. `eventOf`: how an element of the range leads
/// to its Event. Pure.
template <class Events, class EventOf = std::identity>
Dossier replay(DossierId id, const Events& events, EventOf eventOf = {}) {
    Dossier dossier;
    dossier.id = id;
    for (const auto& each : events)
        dossier = evolve(std::move(dossier), std::invoke(eventOf, each));
    return dossier;
}

}
