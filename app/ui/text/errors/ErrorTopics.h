#pragma once

#include "app/ui/text/ErrorTable.h"

namespace motcua::ui {

/// The rows of errorTable() by topic, each in a file of its own.
std::span<const ErrorRow> peopleErrors();    ///< Who works at a desk and how they get in.
std::span<const ErrorRow> enrolmentErrors(); ///< How a desk comes to its province.
std::span<const ErrorRow> machineErrors();   ///< The machine, its clock and the data on it.
std::span<const ErrorRow> pagesErrors();     ///< Pages from a scanner, a file or the watched folder.
std::span<const ErrorRow> printsErrors();    ///< Papers and the printer.
std::span<const ErrorRow> applicantErrors(); ///< Whoever files and for whom.
std::span<const ErrorRow> partyErrors();     ///< The parties, an extension of the time, a ground of exemption.
std::span<const ErrorRow> dossiersErrors();  ///< The acts of a dossier.
std::span<const ErrorRow> booksErrors();     ///< Numbers of books and codes, fees.
std::span<const ErrorRow> syncErrors();      ///< What the province says to what is sent.
std::span<const ErrorRow> readersErrors();   ///< What a reader of codes read.

}
