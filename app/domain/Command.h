#pragma once

#include "app/domain/Calendar.h"
#include "app/domain/Events.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/JobKind.h"
#include "app/domain/numbers/NumbersInHand.h"

namespace motcua::domain {

// What someone wants done. decide() answers with what has then happened, or why not.

/// Accept at the counter. The codes, times and fees in `intake` that are empty are filled by decide().
struct Receive {
    DossierReceived intake;
    QString jobKind = {}; ///< of several that the procedure offers; empty: the first
};
struct Refuse {
    DossierRefused refusal;
};
struct AskSupplement {
    SupplementAsked ask;
};
struct ReturnWithSupplement {
    std::vector<Paper> papers;
};
/// Put right what was taken in wrongly. The terms in `after` follow from its facts: decide() works them out.
struct Correct {
    Correctable before; ///< as it stood when it was looked at
    Correctable after;
    QString reason;
};
struct Submit {
    QString note;
};
/// Let the dossier go to another desk (a supervisor's station that asked for it, or back to the clerk's).
struct Release {
    StationId to;
};
/// Approve; a dossier that owes a number also takes it in the same decision.
struct Approve {
    Signer signer;
};
struct ReturnToClerk {
    QString reason;
};
/// Strike an entry through: by the desk that holds the dossier, in whichever volume the entry stands. With `again` (the sheet is spoilt), a fresh
/// entry for the same dossier is registered in this station's own volume, in the same decision. Without (what stands in the row is wrong), the
/// dossier goes back to its clerk with the reason, to be put right and approved anew under a new number.
struct Spoil {
    VolumeId volume;
    int number = 0;
    QString reason;
    bool again = false;
};
struct MarkPrinted {
    PrintRecorded print;
};
struct CollectFee {
    PaymentMethod method = PaymentMethod::Cash;
    FeeStage stage = FeeStage::Result;
    DossierId slipOf = {}; ///< of the same visit, paid just before in the same transaction: one slip stands for both; null: it has one of its own
};
/// State the number that the attestation was given by hand.
struct AttestByHand {
    HandEntry entry;
};
struct HandOver {
    QString recipient;
    bool identityChecked = false;
};
struct Rate {
    int score = 0;
    QString remark;
};
struct Withdraw {
    QString reason;
};
struct Close {};
/// Note something beside a row of a book, whichever desk holds its dossier. Signer and day are filled by decide().
struct NoteEntry {
    VolumeId volume;
    int number = 0;
    RowNote note;
};
struct AddNote {
    QString text;
};

using Command = std::variant<Receive, Refuse, AskSupplement, ReturnWithSupplement, Correct, Submit, Release, Approve, ReturnToClerk, Spoil,
    MarkPrinted, CollectFee, AttestByHand, HandOver, Rate, Withdraw, Close, NoteEntry, AddNote>;

/// All that decide() may know besides the dossier: nothing is looked up, nothing is remembered.
struct Context {
    QDateTime now; ///< UTC
    Account actor;
    StationId station;
    const UnitSettings* settings = nullptr;
    const Calendar* calendar = nullptr;
    const Volume* volume = nullptr; ///< the station's open volume for the dossier's book; null: none open
    CodeRange range;
    int lastSerial = 0;                  ///< the last dossier serial this station used today; 0: none
    const Volume* entryVolume = nullptr; ///< of the entry that is spoiled, whichever station writes it
    const JobKind* job = nullptr;        ///< of an intake or a correction: the description it is accepted under
    const Volume* slips = nullptr;       ///< this station's volume of the series that numbers the slip; null: it has none
    // Of the unit's volumes alone (Volume::isUnits); each is of one command: what it gives is given.
    const NumberInHand* number = nullptr; ///< of `volume`, for the row that is registered; null: the desk has none left
    const NumberInHand* slip = nullptr;   ///< of `slips`, for the slip; null: the desk has none left
    const QString* sharedSlip = nullptr;  ///< of CollectFee::slipOf, its number; null: no such slip was made
    /// Of an approval: whom the actor has declared (PersonLists::relativesOf); null: nobody.
    const std::vector<ListedPerson>* relatives = nullptr;
    int openNumbers = 0; ///< of a volume that is closed: how many of its numbers somebody may still give, as far as is known here
};

}
