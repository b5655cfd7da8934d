#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/domain/Settings.h"

// What must be true of an event whatever came before it. A desk asks it of what it decides, the province of what it is sent, so
// nothing that a desk may write is refused afterwards.
namespace motcua::domain {

/// Ranges, lengths, dates and what the law wants stated. Amounts are 0 to 10^12 đồng. Error: "event.malformed" with field, the
/// first that is not right, such as "applicant.name"; "event.text-unplain" with field: a text that is not plain (PlainText.h).
base::Outcome wellFormed(const EventBody& body);

/// An or of Role numbers, one of which whoever does this must have; 0: any account may (it only adds).
int rolesFor(const EventBody& body, int signers = static_cast<int>(Role::Supervisor));

/// True for what a station also does by itself, with nobody signed in: it lets a dossier go that another desk asked for,
/// says what it heard, and gives back numbers.
bool happensUnattended(const EventBody& body);

}
