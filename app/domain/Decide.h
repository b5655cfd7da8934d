#pragma once

#include "app/base/Result.h"
#include "app/domain/Command.h"
#include "app/domain/PersonLists.h"

namespace motcua::domain {

/// What happens when `command` is carried out on `dossier`: one or more events that belong into one transaction.
/// Pure. Errors are listed beside each rule; besides, "dossier.out-of-range" with field: an event would not be well-formed (EventChecks.h).
base::Result<std::vector<EventBody>> decide(const Dossier& dossier, const Command& command, const Context& context);

/// Closes a volume for the year: its total and its spoiled rows are stated by the signer, a supervisor at the volume's station, of the unit's volume
/// at any desk of the unit once no number of it is open (NĐ 23/2015/NĐ-CP, Điều 13). Errors: "actor.not-supervisor", "book.wrong-station",
/// "book.closed", "book.leases-open" with count, "dossier.out-of-range" with field. `reason`: why before the year's last day; on and after it none is
/// kept.
base::Result<EventBody> decideClosing(const Volume& volume, const Context& context, const QString& reason = {});
/// Before 31 December a volume is still wanted (khoản 1): whoever closes it then says why.
bool isEarlyClosing(const Volume& volume, QDate today);
/// Days from `today` (Viet Nam time) to the last day of the volume's year; 0 or less: its time has come.
int daysUntilClosing(const Volume& volume, QDate today);

/// Writes a line of a list of people, or strikes one out. `known`: PersonLists::find() of its id. Errors: "actor.not-supervisor" (but for one's own
/// relatives), those of fitsList(), "dossier.out-of-range" with field.
base::Result<EventBody> decideListing(const PersonListed& wanted, const ListedLine* known, const Context& context);

/// The dossier after `event`. Pure; never fails: an event that is in the journal has happened.
Dossier evolve(Dossier dossier, const Event& event);

/// The volume after `event`.
Volume evolve(Volume volume, const Event& event);

/// The volume after those of its numbers were written off by whom keeps it.
Volume without(Volume volume, const NumberRange& range);

/// Whether `event` may follow on `dossier`: version, holder and state. What the gateway asks of every event it receives.
/// Errors: "event.version-conflict", "event.not-holder", "event.wrong-state".
base::Outcome admissible(const Dossier& dossier, const Event& event);

/// Whether they received it, or put it right since: they decide on it only under the unit's two-hat rule.
bool isOwnWork(const Dossier& dossier, UserId user);

/// Its only number was spoiled and no other given, by a program before record version 4, which left it completed: it is approved anew.
bool lostItsNumber(const Dossier& dossier);

/// Who may decide on the dossier: the roles that its job names, else a supervisor. An or of Role numbers.
int signersOf(const Dossier& dossier);

/// What the unit gives to whoever did an event.
struct Standing {
    int roles = 0;              ///< an or of Role numbers
    bool twoHatAllowed = false; ///< UnitSettings::twoHatAllowed
};

/// Whether the names under an admissible `event` may stand there: one signs for oneself, and approves what one received only
/// where the unit allows it, saying so (`twoHat`). A first entry bears the name of who approved, a later one also that of the
/// entry it replaces. Errors: "dossier.wrong-signer", "dossier.own-work", "event.two-hat-unrecorded".
base::Outcome signedRightly(const Dossier& dossier, const Event& event, const Standing& standing);

/// Whether the row that an event registers says what follows from the dossier before it and from the volume, whose next number it takes: labels, day,
/// applicant, document, columns, copies and fee are derived, never told; but the day of a row out of a paper kit, whose lease it is (`lease`), is a
/// day of that lease's month up to the event's. Error: "book.wrong-row" with field.
base::Outcome isRightRow(const Dossier& dossier, const Volume& volume, const Event& event, const HeldLease* lease = nullptr);

/// Whether `event` may follow in `volume`: the number is the next one, the volume is open and its station writes; a row is spoiled
/// by any desk. Events that do not touch the volume may always follow. Errors: "book.number-gap", "book.number-taken",
/// "book.no-such-entry", "book.closed", "book.wrong-station", "book.wrong-year", "book.wrong-total". In the unit's volume the number is an open one
/// of `lease`, the desk's own that covers it (leaseOf()), in that lease's month; one that was written off may still be taken, by the desk that had
/// it. Errors: "book.number-unleased", "book.number-returned", "book.number-taken", "book.number-month", all with number; "book.number-kit": one out
/// of a paper kit is said to be given outside, and no other.
base::Outcome follows(const Volume& volume, const Event& event, const HeldLease* lease = nullptr);

}
