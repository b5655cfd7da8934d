#pragma once

#include "app/base/Result.h"
#include "app/domain/Command.h"

namespace motcua::domain {

/// What happens when `command` is carried out on `dossier`: one or more events that belong into one transaction.
/// Pure. Errors are named "dossier.…", "book.…", "fee.…" and are listed in Decide.cpp beside each rule.
base::Result<std::vector<EventBody>> decide(const Dossier& dossier, const Command& command, const Context& context);

/// The dossier after `event`. Pure; never fails: an event that is in the journal has happened.
Dossier evolve(Dossier dossier, const Event& event);

/// The volume after `event`.
Volume evolve(Volume volume, const Event& event);

/// Whether `event` may follow on `dossier`: version, holder and state. What the gateway asks of every event it receives.
/// Errors: "event.version-conflict", "event.not-holder", "event.wrong-state".
base::Outcome admissible(const Dossier& dossier, const Event& event);

}
