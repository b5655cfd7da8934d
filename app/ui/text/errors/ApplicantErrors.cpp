#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> applicantErrors() {
    static constexpr ErrorRow rows[] = {
        {"applicant.name-no-letter", Tone::Warning, QT_TR_NOOP("A name has at least one letter."), "",
            QT_TR_NOOP("Type the name as the paper shows it.")},
        {"applicant.name-missing", Tone::Warning, QT_TR_NOOP("The applicant's name is missing."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Scan the card or type the name.")},
        {"applicant.name-too-long", Tone::Warning, QT_TR_NOOP("The name is longer than 100 characters."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Shorten the name.")},
        {"applicant.personal-id", Tone::Warning, QT_TR_NOOP("The personal number is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type the 12 digits on the card, or leave the field empty.")},
        {"applicant.passport-number", Tone::Warning, QT_TR_NOOP("The passport number is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("It has letters and digits only, from 5 to 20 of them.")},
        {"applicant.nationality", Tone::Warning, QT_TR_NOOP("No state has this code."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type the state's name, or the code of three letters in the passport.")},
        {"applicant.tax-code", Tone::Warning, QT_TR_NOOP("The tax code is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type 10 digits, or 10 and 3 after a hyphen; of a household business also its owner's personal number.")},
        {"applicant.representative-id", Tone::Warning, QT_TR_NOOP("The number of the representative or owner is not right."),
            QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("It is a personal number of 12 digits or a passport's. Leave the field empty when it is not known.")},
        {"applicant.proxy-id", Tone::Warning, QT_TR_NOOP("The personal number of who files is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("It is a personal number of 12 digits or a passport's. Leave the field empty when it is not known.")},
        {"applicant.proxy-is-applicant", Tone::Warning, QT_TR_NOOP("Who files in the applicant's place has the applicant's own number."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Take By proxy away, or type the number of who came.")},
        {"applicant.proxy-missing", Tone::Warning, QT_TR_NOOP("It is not said who files in the applicant's place, or on what ground."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Fill in both, or take the mark off if the applicant files.")},
        {"applicant.proxy-ground-missing", Tone::Warning, QT_TR_NOOP("It is not said on what ground somebody files in the applicant's place."),
            QT_TR_NOOP("What was typed is kept."), QT_TR_NOOP("Type the paper of authority, or what they are to the applicant.")},
        {"applicant.birth-date", Tone::Warning, QT_TR_NOOP("The date of birth is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type it as dd/mm/yyyy.")},
    };
    return rows;
}

}
