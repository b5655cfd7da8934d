#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> partyErrors() {
    static constexpr ErrorRow rows[] = {
        {"party.role-unknown", Tone::Warning, QT_TR_NOOP("A party has a role that this kind of job does not have."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Take it out, or choose another role.")},
        {"party.too-few", Tone::Warning, QT_TR_NOOP("Somebody is still missing among the parties."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Fill in who is missing; the list of roles says how many there must be.")},
        {"party.too-many", Tone::Warning, QT_TR_NOOP("There are more people in a role than there may be."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Take out who does not belong there: {most} at most.")},
        {"party.not-wanted", Tone::Warning, QT_TR_NOOP("Somebody is in a role that nobody is needed in here."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Take that person out of it.")},
        {"party.name-missing party.name-no-letter party.name-too-long", Tone::Warning, QT_TR_NOOP("A party's name is missing or not right."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Scan the card or type the name, at most 100 characters.")},
        {"party.personal-id", Tone::Warning, QT_TR_NOOP("A party's personal number is not right ({name})."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type the 12 digits on the card, or leave the field empty.")},
        {"party.paper-missing", Tone::Warning, QT_TR_NOOP("The identity paper of a party is missing ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Scan the card, or type which paper it is and its number.")},
        {"party.paper-expired party.paper-issued", Tone::Warning, QT_TR_NOOP("The identity paper of a party is not good on this day ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Ask for another one, or correct its days.")},
        {"party.birth-missing party.birth-date party.sex-missing party.address-missing", Tone::Warning,
            QT_TR_NOOP("Something about a party is missing or not right ({name})."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Go to the marked field and fill it in.")},
        {"party.not-asked", Tone::Warning, QT_TR_NOOP("A party says something that its role does not ask for ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Take it out of the field.")},
        {"party.ground-missing", Tone::Warning, QT_TR_NOOP("It is not said on what ground a party acts for somebody else ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Type the paper of authority, or the office held.")},
        {"party.must-sign", Tone::Warning, QT_TR_NOOP("A witness or an interpreter must read, hear, know Vietnamese and sign ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Ask for another person.")},
        {"party.twice party.also", Tone::Warning, QT_TR_NOOP("One person stands among the parties where another is needed ({name})."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Ask for another person, or take one of the two entries out.")},
        {"extension.not-foreseen extension.unknown-ground extension.not-by-agreement extension.only-by-agreement", Tone::Warning,
            QT_TR_NOOP("The time limit cannot be extended in this way."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Choose one of the grounds offered, or take the extension back.")},
        {"extension.missing", Tone::Warning, QT_TR_NOOP("The result is due after the time limit, but no ground is given."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Choose the ground of the extension, or an earlier day.")},
        {"extension.no-longer", Tone::Warning, QT_TR_NOOP("The extension gives no later day than the time limit."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Choose a later day, or take the extension back.")},
        {"extension.too-long", Tone::Warning, QT_TR_NOOP("The result would be due later than the extension allows."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Choose an earlier day: {last} at the latest.")},
        {"fee.exemption-unknown", Tone::Warning, QT_TR_NOOP("The ground of the exemption is none of those of this kind of job."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Choose one of the grounds offered, or take the fee.")},
        {"party.no-place", Tone::Warning, QT_TR_NOOP("There is no place for {name} among the parties of this paper."),
            QT_TR_NOOP("Nothing was changed."), QT_TR_NOOP("Take somebody out first, or choose another kind of paper.")},
        {"visit.nothing", Tone::Warning, QT_TR_NOOP("Nothing was said of any paper of this visit."), QT_TR_NOOP("Nothing was recorded."),
            QT_TR_NOOP("Say what is to be certified, then F9.")},
    };
    return rows;
}

}
