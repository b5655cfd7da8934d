#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> enrolmentErrors() {
    static constexpr ErrorRow rows[] = {
        {"enrolment.login-unknown", Tone::Danger, QT_TR_NOOP("The unit that the code is for has no account “{login}”."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Check the spelling of the login; the province adds accounts (motcua-gateway add-account).")},
        {"enrolment.no-answer", Tone::Danger, QT_TR_NOOP("Nothing answers at {address}."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP(
                "Check address, port and network cable. The province's enrolment address is the one after “enrol” that motcua-gateway serve shows.")},
        {"enrolment.not-gateway", Tone::Danger, QT_TR_NOOP("What answers at {address} is not the enrolment of a province."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Check address and port: the enrolment address is the one after “enrol” that motcua-gateway serve shows, such as "
                       "https://host:8444.")},
        {"enrolment.wrong-port", Tone::Danger, QT_TR_NOOP("{address} is where enrolled stations send to; enrolment has a port of its own."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Type the enrolment address: usually the same with the next port, such as https://host:8444 beside 8443.")},
        {"enrolment.wrong-host", Tone::Danger, QT_TR_NOOP("The province's certificate is not made for the name {host}."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Type the name that the province gave; its technician adds names with motcua-gateway init --host.")},
        {"enrolment.clock-wrong", Tone::Danger, QT_TR_NOOP("The clock of this machine says {now}, but it is {theirs}."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Set date, time and time zone right, then enrol again.")},
        {"enrolment.clock-or-certificate", Tone::Danger,
            QT_TR_NOOP("The clock of this machine says {now}, but the province's certificate is good from {from} to {until}."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Set date and time right, then enrol again. If they are right, the province has to renew its certificate.")},
        {"enrolment.desk-address", Tone::Danger, QT_TR_NOOP("Enrolled stations have to reach the province at {address}, and this machine does not."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."),
            QT_TR_NOOP("Open that address in the network, or have the province serve under a name that is reached from here (motcua-gateway serve "
                       "--host).")},
        {"enrolment.answer-lost", Tone::Warning, QT_TR_NOOP("The line broke before the province's answer came: it may have used the code up."),
            QT_TR_NOOP("The key is kept for as long as this window is open."),
            QT_TR_NOOP("Enrol again with the same code and without closing the program: the answer is given again.")},
        {"enrolment.too-many", Tone::Warning, QT_TR_NOOP("Too many wrong codes or account names were tried."),
            QT_TR_NOOP("The one-time code has not been used; what was typed is kept."), QT_TR_NOOP("Wait a minute, then type the code again.")},
        {"enrolment.code-wrong enrolment.code-malformed enrolment.refused", Tone::Danger,
            QT_TR_NOOP("The province did not accept the one-time code."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Check the code; if it was used before or is too old, ask for a new one.")},
        {"enrolment.under-way", Tone::Warning, QT_TR_NOOP("The enrolment is under way already."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Wait until it has ended.")},
        {"enrolment.address-malformed", Tone::Danger, QT_TR_NOOP("The address of the province is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type it as the province gave it, such as https://host:8444.")},
        {"enrolment.wrong-platform enrolment.bad-answer enrolment.key-mismatch enrolment.no-key enrolment.request-invalid", Tone::Danger,
            QT_TR_NOOP("The answer did not come from the province that gave the code."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Check the address and the code; do not go on otherwise.")},
        {"station.no-card station.bad-card station.not-enrolled", Tone::Danger, QT_TR_NOOP("This data folder holds no enrolled station."),
            QT_TR_NOOP("Everything is kept on this machine."), QT_TR_NOOP("Enrol the station, or choose the right folder.")},
    };
    return rows;
}

}
