#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> readersErrors() {
    static constexpr ErrorRow rows[] = {
        {"card.field-count card.number card.former-number card.name card.birth-date card.sex card.issue-date", Tone::Warning,
            QT_TR_NOOP("The card's code could not be read."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Scan it again, or type what is on the card.")},
        {"card.input-method", Tone::Warning, QT_TR_NOOP("The card's code came through a Vietnamese keyboard and was changed on the way."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Switch the input method to English, then scan again.")},
        {"card.code-page", Tone::Warning,
            QT_TR_NOOP("The card reader sends its letters in another code page: the name and the address came out wrong."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Set the reader to UTF-8 by the code in its manual, then scan again.")},
        {"card.letters-lost", Tone::Warning, QT_TR_NOOP("The letters with marks were lost between the card and this program."),
            QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Set the keyboard to English (US) and the reader to UTF-8, then scan again; or type what is on the card.")},
        {"card.layout", Tone::Warning, QT_TR_NOOP("The card's code came through another keyboard layout, which changed its figures and signs."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Set the keyboard to English (US), then scan again.")},
        {"card.caps-lock", Tone::Warning, QT_TR_NOOP("Caps Lock is on: it turned small letters of the card into large ones."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Switch Caps Lock off, then scan again.")},
        {"scan.unknown", Tone::Warning, QT_TR_NOOP("What was scanned is neither a card nor a paper of this program."),
            QT_TR_NOOP("Nothing was entered."), QT_TR_NOOP("Scan the QR code of the card or of the receipt.")},
        {"scan.too-long", Tone::Warning, QT_TR_NOOP("The code that was scanned is far too long for a card or a paper of this program."),
            QT_TR_NOOP("Nothing was entered."), QT_TR_NOOP("Scan the QR code of the card or of the receipt.")},
        {"scan.several", Tone::Warning, QT_TR_NOOP("Two codes came from the reader at once."), QT_TR_NOOP("None of them was taken."),
            QT_TR_NOOP("Scan them one after the other.")},
        {"scan.nobody-here", Tone::Warning, QT_TR_NOOP("A code was scanned while nobody is signed in."), QT_TR_NOOP("It was not taken."),
            QT_TR_NOOP("Sign in, then scan again.")},
        {"scan.window-open", Tone::Warning, QT_TR_NOOP("A code was scanned while another window is open."), QT_TR_NOOP("It was not taken."),
            QT_TR_NOOP("Close the window, then scan again.")},
        {"scan.card-elsewhere", Tone::Info, QT_TR_NOOP("A card was scanned; this place has no use for it."), QT_TR_NOOP("Nothing was entered."),
            QT_TR_NOOP("Go to Intake for a new dossier or to Hand over for a result, then scan again.")},
        {"scan.paper-elsewhere", Tone::Info, QT_TR_NOOP("A paper of a dossier was scanned; dossiers are opened by clerks and supervisors."),
            QT_TR_NOOP("Nothing was opened."), ""},
        {"scan.card-lines", Tone::Info, QT_TR_NOOP("These are the lines on the back of a card: the name has no marks there."),
            QT_TR_NOOP("Nothing was entered."), QT_TR_NOOP("Scan the card's QR code.")},
        {"scan.passport-elsewhere", Tone::Info, QT_TR_NOOP("A passport was read; this place has no use for it."), QT_TR_NOOP("Nothing was entered."),
            QT_TR_NOOP("Go to Intake for a new dossier or to Hand over for a result, then read it again.")},
        {"passport.check-digit", Tone::Warning, QT_TR_NOOP("The passport's lines were read wrongly: a check digit does not fit."),
            QT_TR_NOOP("Nothing was entered."), QT_TR_NOOP("Read both lines once more. If it happens again, type what is in the passport.")},
        {"passport.lines passport.date passport.name", Tone::Warning, QT_TR_NOOP("The passport's lines could not be read."),
            QT_TR_NOOP("Nothing was entered."), QT_TR_NOOP("Read both lines once more. If it happens again, type what is in the passport.")},
        {"scan.dossier-elsewhere", Tone::Warning, QT_TR_NOOP("The dossier of this paper is not on this machine: {code}."),
            QT_TR_NOOP("Nothing was changed."),
            QT_TR_NOOP("Was it received at another commune or today at another desk? Ask there, or wait for the next sync.")},
        {"scan.other-person", Tone::Warning, QT_TR_NOOP("The card is another person's: {holder}. This intake is {name}'s."),
            QT_TR_NOOP("Nothing was changed."),
            QT_TR_NOOP("F2: a new intake. Ctrl+F3: {holder} in {name}'s place, without what was entered of {name}.")},
        {"scan.other-passport", Tone::Warning, QT_TR_NOOP("The passport is another person's: {holder}. This intake is {name}'s."),
            QT_TR_NOOP("Nothing was changed."),
            QT_TR_NOOP(
                "F2 begins a new intake for the passport. Ctrl+F3 puts {holder} in {name}'s place; what was entered of {name} goes, papers and "
                "pages stay.")},
        {"scan.other-proxy", Tone::Warning,
            QT_TR_NOOP("These are another person's papers: {holder}. {name} is entered as who files in the applicant's place."),
            QT_TR_NOOP("Nothing was changed."), QT_TR_NOOP("Ctrl+F3 puts {holder} in {name}'s place; what was entered of {name} and the ground go.")},
        {"scan.not-the-applicant", Tone::Warning, QT_TR_NOOP("The card is another person's: {holder}. The result is {name}'s."),
            QT_TR_NOOP("Nothing was changed."),
            QT_TR_NOOP("If {holder} takes it on their behalf, look at the authorisation and write the name under Handed to.")},
        {"scan.other-name", Tone::Warning,
            QT_TR_NOOP("The number is the one on record, the name is another: {holder} on the card, {name} in the dossier."),
            QT_TR_NOOP("Nothing was changed."), QT_TR_NOOP("Look at the card and the person. If it is they, press F8.")},
        {"scan.no-name-on-record", Tone::Info, QT_TR_NOOP("The number of this card, {holder}, is on record in the dossier; the name is not."),
            QT_TR_NOOP("Nothing was changed."), QT_TR_NOOP("Look at the card and the person. If it is they, press F8.")},
        {"scan.similar-name", Tone::Warning,
            QT_TR_NOOP("The number is the one on record, the name differs in its marks: {holder} on the card, {name} in the dossier."),
            QT_TR_NOOP("Nothing was changed."), QT_TR_NOOP("Look at the card and the person. If it is they, press F8.")},
        {"scan.nothing-waits", Tone::Info, QT_TR_NOOP("No result is waiting for this card: {holder}."), QT_TR_NOOP("Nothing was changed."),
            QT_TR_NOOP("Look under Dossiers how far it is.")},
        {"mrz.length mrz.name mrz.number mrz.sex mrz.birth-date mrz.birth-check mrz.document-check mrz.composite-check "
         "mrz.expiry mrz.expiry-check mrz.not-vietnamese",
            Tone::Warning, QT_TR_NOOP("The card's machine-readable lines could not be read."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Scan the QR code, or type what is on the card.")},
    };
    return rows;
}

}
