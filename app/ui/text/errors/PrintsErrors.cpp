#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> printsErrors() {
    static constexpr ErrorRow rows[] = {
        {"print.no-queue", Tone::Warning, QT_TR_NOOP("There is no printer."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Choose a printer under System, or save the paper as PDF.")},
        {"print.spooler-unreachable print.timed-out", Tone::Warning, QT_TR_NOOP("The printing service does not answer."),
            QT_TR_NOOP("The dossier is unchanged."), QT_TR_NOOP("Print again; if it stays so, save the paper as PDF and call the technician.")},
        {"print.refused print.copies print.too-many-copies print.nothing-to-say print.no-form", Tone::Warning,
            QT_TR_NOOP("The printer did not take the paper."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Print again or choose another printer.")},
        {"print.interrupted", Tone::Warning, QT_TR_NOOP("The program ended while this paper was being printed."),
            QT_TR_NOOP("The dossier is unchanged; whether the paper came out is not known here."),
            QT_TR_NOOP("Look at the printer and say in the line at the bottom whether the paper is there.")},
        {"print.not-begun", Tone::Warning, QT_TR_NOOP("The program ended before this paper came out."),
            QT_TR_NOOP("The dossier is unchanged; nothing of it lies at the printer."),
            QT_TR_NOOP("Print it again, or say that it is no longer needed.")},
        {"print.fewer-copies", Tone::Warning, QT_TR_NOOP("Fewer copies came out of the printer than were asked for: {printed} of {copies}."),
            QT_TR_NOOP("Those that came out are on record."), QT_TR_NOOP("Count them at the printer, then print those that are missing.")},
        {"print.stopped", Tone::Warning, QT_TR_NOOP("The printer has stopped."), QT_TR_NOOP("The job waits in the printer's queue."),
            QT_TR_NOOP(
                "Look for paper, ink and power; it goes on by itself. Whoever prints it again or does not need it takes it out of the queue.")},
        {"print.not-withdrawn", Tone::Warning, QT_TR_NOOP("The job could not be taken out of the printer's queue."),
            QT_TR_NOOP("It still waits there; nothing was printed a second time."),
            QT_TR_NOOP("Put the printer right and wait for the paper, or call the technician to take the job out.")},
        {"paper.missing-value", Tone::Warning, QT_TR_NOOP("Something that the paper needs is not filled in."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Fill in {field}, then print again.")},
        {"paper.unknown-form paper.bad-template paper.empty paper.no-font paper.qr-too-long paper.no-such", Tone::Danger,
            QT_TR_NOOP("The paper could not be made."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("Call the technician and say this word: {code}.")},
        {"paper.no-name", Tone::Warning, QT_TR_NOOP("A paper on the list has no name."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Name the paper or take it off the list.")},
        {"paper.quantity", Tone::Warning, QT_TR_NOOP("The number of a paper is not right."), QT_TR_NOOP("What was typed is kept."),
            QT_TR_NOOP("Type a number from 0 to 999.")},
    };
    return rows;
}

}
