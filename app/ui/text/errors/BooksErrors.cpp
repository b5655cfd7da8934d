#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> booksErrors() {
    static constexpr ErrorRow rows[] = {
        {"journal.number-taken book.number-taken book.number-gap", Tone::Danger, QT_TR_NOOP("This number of the book has been taken already."),
            QT_TR_NOOP("The dossier is unchanged."), QT_TR_NOOP("Repeat the step: the next number is taken.")},
        {"dossier.no-hand-number hand-entry.number hand-entry.volume", Tone::Warning,
            QT_TR_NOOP("This is attested by hand: its number and its volume in the paper book are missing."), QT_TR_NOOP("Nothing was handed over."),
            QT_TR_NOOP("Type both as they stand in the book, then F9.")},
        {"hand-entry.date dossier.not-by-hand", Tone::Warning, QT_TR_NOOP("This number cannot be of this dossier."),
            QT_TR_NOOP("Nothing was handed over."), QT_TR_NOOP("Look at the dossier's history and at the paper book.")},
        {"book.no-open-volume book.unknown-volume", Tone::Danger, QT_TR_NOOP("This station has no open volume of the book."),
            QT_TR_NOOP("The dossier is unchanged."), QT_TR_NOOP("It comes from the province when there is a line; ask the administrator.")},
        {"book.closed", Tone::Warning, QT_TR_NOOP("This volume is closed."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Work goes on in the next volume.")},
        {"book.wrong-station", Tone::Warning, QT_TR_NOOP("This volume belongs to another station."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Do it at that station.")},
        {"book.no-number", Tone::Warning, QT_TR_NOOP("This desk has no number of the book left."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Numbers come when there is a line. Without one, decide at a desk of the unit that has some left.")},
        {"book.number-unleased book.number-returned book.number-month book.number-kit book.written-off-used", Tone::Danger,
            QT_TR_NOOP("The number was not this desk's to give."), QT_TR_NOOP("Everything is kept on this machine."),
            QT_TR_NOOP("Call the technician and say this word: {code}.")},
        {"book.leases-open", Tone::Warning, QT_TR_NOOP("Desks of the unit still have numbers of this volume to give."),
            QT_TR_NOOP("The volume is not closed."), QT_TR_NOOP("Close it when they have been used or given back.")},
        {"book.keeper-rests", Tone::Warning, QT_TR_NOOP("The province gives no numbers for now: its data were restored."),
            QT_TR_NOOP("The numbers that this desk has stay good."),
            QT_TR_NOOP("It goes on by itself when every desk of the unit has been on the line.")},
        {"book.keeper-elsewhere book.not-keeper book.wish-wrong", Tone::Danger, QT_TR_NOOP("The numbers of this book are not given so."),
            QT_TR_NOOP("The numbers that this desk has stay good."), QT_TR_NOOP("Call the technician and say this word: {code}.")},
        {"book.dossier-elsewhere", Tone::Warning, QT_TR_NOOP("The dossier of this number lies on another desk."),
            QT_TR_NOOP("The number is unchanged."), QT_TR_NOOP("Spoil it at the desk that has the dossier.")},
        {"book.no-such-entry book.unknown-entry book.no-live-entry", Tone::Warning, QT_TR_NOOP("There is no such number in the book."),
            QT_TR_NOOP("The dossier is unchanged."), QT_TR_NOOP("Look at the book again.")},
        {"book.note-empty book.note-without-ground book.note-without-initials", Tone::Warning, QT_TR_NOOP("The note is not whole."),
            QT_TR_NOOP("Nothing was noted."), QT_TR_NOOP("Fill what is noted, what it rests on and, of a correction, the initials.")},
        {"book.saving", Tone::Info, QT_TR_NOOP("Another file of the book is still being written."), QT_TR_NOOP("That one goes on."),
            QT_TR_NOOP("Try again in a moment.")},
        {"book.already-spoiled", Tone::Info, QT_TR_NOOP("This number is spoiled already."), QT_TR_NOOP("The dossier is unchanged."), ""},
        {"book.unknown book.wrong-kind book.wrong-year book.wrong-total book.wrong-label book.wrong-row", Tone::Danger,
            QT_TR_NOOP("The book does not fit."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Call the technician and say this word: {code}.")},
        {"fee.unpaid", Tone::Warning, QT_TR_NOOP("The fee has not been paid."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Take the fee first.")},
        {"fee.already-paid fee.nothing-due", Tone::Info, QT_TR_NOOP("There is no fee to take."), QT_TR_NOOP("The dossier is unchanged."), ""},
        {"fee.not-given", Tone::Warning, QT_TR_NOOP("The fee has not been given."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type the amount that is due; 0 where nothing is.")},
        {"fee.no-name fee.wrong-amount", Tone::Warning, QT_TR_NOOP("The fee is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Check the fee lines.")},
        {"money.ambiguous money.malformed money.too-large", Tone::Warning, QT_TR_NOOP("The amount is not clear."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Type whole đồng, such as 12.000.")},
        {"code.range-exhausted", Tone::Danger, QT_TR_NOOP("Today's dossier serials of this station are used up."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Receive at another station, and ask the province for a larger range.")},
        {"code.malformed", Tone::Warning, QT_TR_NOOP("This is not a dossier code."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Scan or type it again.")},
        {"dossier.code-taken dossier.code-foreign dossier.code-day", Tone::Danger,
            QT_TR_NOOP("The dossier's code is not one of those that the province gave to this desk."),
            QT_TR_NOOP("Everything is kept on this machine."), QT_TR_NOOP("Call the technician and say this word: {code}.")},
        {"vietqr.account vietqr.amount vietqr.bank vietqr.purpose vietqr.checksum vietqr.malformed vietqr.not-vietqr", Tone::Warning,
            QT_TR_NOOP("The payment code could not be made."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Take the fee in cash, and check the unit's account.")},
    };
    return rows;
}

}
