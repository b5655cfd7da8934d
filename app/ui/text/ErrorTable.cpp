#include "app/ui/text/ErrorTable.h"

#include <QtGlobal>

namespace motcua::ui {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("motcua::ui::ErrorText", text)

constexpr ErrorRow table[] = {
    {"unexpected", Tone::Danger, WORDS("This could not be done."), WORDS("Everything saved so far is kept."),
        WORDS("Try once more; if it happens again, give the technician this word: {code}.")},

    {"access.wrong-password", Tone::Danger, WORDS("The password is not right."), "", WORDS("Type it again. Tries left: {left}.")},
    {"access.locked-out", Tone::Warning, WORDS("Too many wrong passwords."), WORDS("Drafts on this machine are safe."),
        WORDS("Wait {seconds} seconds, then try again.")},
    {"access.unknown-user", Tone::Danger, WORDS("This login is not known on this machine."), "",
        WORDS("Check the spelling, or ask somebody who can unlock the station to add you under System.")},
    {"access.inactive", Tone::Danger, WORDS("This account has been closed by the province."), WORDS("The account's dossiers are kept."),
        WORDS("Ask the province's administrator.")},
};

#undef WORDS

}

std::span<const ErrorRow> errorTable() {
    return table;
}

}
