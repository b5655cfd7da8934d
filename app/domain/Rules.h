#pragma once

#include "app/domain/Decide.h"

// Shared by decide() and admissible(), so that what a desk decides and what the province admits cannot part ways.
namespace motcua::domain::rules {

using Events = base::Result<std::vector<EventBody>>;

/// A set of business states as bits.
using States = unsigned;
constexpr States in(State state) {
    return 1u << static_cast<int>(state);
}
template <class... More>
constexpr States in(State first, More... more) {
    return in(first) | in(more...);
}

/// The states from which an event of this kind may follow (one-stop.md §5).
template <class Body>
inline constexpr States from = 0;
template <>
inline constexpr States from<DossierReceived> = in(State::None, State::Registered, State::SupplementAsked);
template <>
inline constexpr States from<DossierRefused> = in(State::None, State::Registered);
template <>
inline constexpr States from<SupplementAsked> = in(State::None, State::Registered, State::Accepted, State::Processing);
template <>
inline constexpr States from<SupplementReturned> = in(State::SupplementAsked);
template <>
inline constexpr States from<DossierCorrected> = in(State::Accepted, State::Processing);
template <>
inline constexpr States from<DossierSubmitted> = in(State::Accepted);
template <>
inline constexpr States from<DossierReleased> = ~in(State::None);
template <>
inline constexpr States from<DossierApproved> = in(State::Processing);
template <>
inline constexpr States from<DossierReturned> = in(State::Processing);
template <>
inline constexpr States from<EntryRegistered> = in(State::Completed);
template <>
inline constexpr States from<EntrySpoiled> = in(State::Completed, State::HandedOver);
template <>
inline constexpr States from<FeeCollected> = in(State::Accepted, State::Processing, State::SupplementAsked, State::PaymentAsked, State::Completed);
template <>
inline constexpr States from<AttestedByHand> = in(State::Completed);
template <>
inline constexpr States from<ResultHandedOver> = in(State::Completed);
template <>
inline constexpr States from<DossierWithdrawn> = in(State::Accepted, State::Processing, State::SupplementAsked, State::PaymentAsked);
template <>
inline constexpr States from<DossierClosed> = in(State::HandedOver, State::Refused, State::Stopped);
template <>
inline constexpr States from<PrintRecorded> = ~in(State::None);
template <>
inline constexpr States from<RatingGiven> = in(State::HandedOver);
template <>
inline constexpr States from<NoteAdded> = ~in(State::None);
template <>
inline constexpr States from<EntryNoted> = ~in(State::None);
template <>
inline constexpr States from<UnreadRecord> = ~0u;

/// Whether the dossier's business state lets `body` happen, whoever wants it.
bool stateAllows(const Dossier& dossier, const EventBody& body);

/// A change may be made here and now: the dossier is here, open, and in a state for it.
/// Errors: "dossier.needs-newer-program", "dossier.not-holder", "dossier.closed", "dossier.wrong-state" with state.
base::Outcome inHand(const Dossier& dossier, States allowed, const Context& context);
/// The actor works at the counter. Error: "actor.not-clerk".
base::Outcome byClerk(const Context& context);
/// Error: "actor.not-supervisor".
base::Outcome bySupervisor(const Context& context);
/// The row of a book that the dossier has under that number; null: it has none.
const BookEntry* rowOf(const Dossier& dossier, VolumeId volume, int number);
/// A text that must not be blank.
base::Outcome needs(const QString& text, const char* error);

/// What is decided is well-formed (EventChecks.h) and can be (Moments.h). Error: "dossier.out-of-range" with field.
base::Outcome inRange(const EventBody& body, const QDateTime& now);

/// The result may leave the office only with its number and with the attestation of the entry that counts on every copy owed.
/// Errors: "book.no-live-entry", "dossier.attestation-not-printed" with number, printed and owed, "dossier.no-hand-number".
base::Outcome isAttested(const Dossier& dossier);

/// What a correction must leave as it is: the due moment is not taken away nor put before the receipt, and no less is owed than was paid. Errors:
/// "dossier.due-missing", "dossier.due-in-past", "dossier.fee-below-paid".
base::Outcome keepsWhatStands(const Dossier& dossier, const Correctable& after);

/// The first of the outcomes that failed, else done.
template <class... Outcomes>
base::Outcome all(const base::Outcome& first, const Outcomes&... more) {
    if constexpr (sizeof...(more) == 0)
        return first;
    else
        return first ? all(more...) : first;
}

/// The volume is of the book that gives this dossier its number, and its rows may still change. Errors: "book.no-open-volume",
/// "book.wrong-kind", "book.closed", "book.wrong-year" with year.
base::Outcome unclosed(const Volume* volume, const Dossier& dossier, const Context& context);
/// This station may take its next number. Errors: those of unclosed(), "book.wrong-station", and of the unit's
/// volume "book.no-number": none is in hand.
base::Outcome writable(const Volume* volume, const Dossier& dossier, const Context& context);
/// Errors: "actor.not-supervisor".
base::Outcome bySigner(const Dossier& dossier, const Context& context);
/// The dossier goes back to the desk that received it, where the citizen comes for the result.
void sendHome(const Dossier& dossier, const Context& context, std::vector<EventBody>& events);
/// The next row of `volume` for this dossier.
EntryRegistered nextEntry(const Dossier& dossier, const Volume& volume, const Signer& signer, const Context& context);
/// A slip's number as printed, "02.0012/HDHS", and where it stands in its series; null: it stands in none.
struct Slip {
    QString number;
    EntryReference row;
};
/// The next of `context.slips`, where that is of this desk or a number of the unit's is in hand, of this year and open; else one of the desk's first
/// serial and the moment.
Slip nextSlip(const Context& context, const QString& suffix);
/// Whether `user` decides on what they received themselves. Error: "dossier.own-work" where the unit does not allow it.
base::Result<bool> wearsTwoHats(const Dossier& dossier, UserId user, bool allowed);
/// The actor as printed below a decision; `authority` where the account names none.
Signer signerFor(const Account& account, const QString& authority = {});

Events on(const Dossier& dossier, const Receive& command, const Context& context);
Events on(const Dossier& dossier, const Refuse& command, const Context& context);
Events on(const Dossier& dossier, const AskSupplement& command, const Context& context);
Events on(const Dossier& dossier, const ReturnWithSupplement& command, const Context& context);
Events on(const Dossier& dossier, const Correct& command, const Context& context);
Events on(const Dossier& dossier, const Submit& command, const Context& context);
Events on(const Dossier& dossier, const Release& command, const Context& context);
Events on(const Dossier& dossier, const Approve& command, const Context& context);
Events on(const Dossier& dossier, const ReturnToClerk& command, const Context& context);
Events on(const Dossier& dossier, const Spoil& command, const Context& context);
Events on(const Dossier& dossier, const MarkPrinted& command, const Context& context);
Events on(const Dossier& dossier, const CollectFee& command, const Context& context);
Events on(const Dossier& dossier, const AttestByHand& command, const Context& context);
Events on(const Dossier& dossier, const HandOver& command, const Context& context);
Events on(const Dossier& dossier, const Rate& command, const Context& context);
Events on(const Dossier& dossier, const Withdraw& command, const Context& context);
Events on(const Dossier& dossier, const Close& command, const Context& context);
Events on(const Dossier& dossier, const NoteEntry& command, const Context& context);
Events on(const Dossier& dossier, const AddNote& command, const Context& context);

}
