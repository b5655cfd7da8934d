#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

// What must be true of an intake before it becomes a dossier. Ranges are generous: a check here stops mistakes of typing, not people.
namespace motcua::domain {

/// Canonical text without needless spaces.
QString tidied(const QString& text);
Applicant tidied(Applicant applicant);

/// Errors: "applicant.name-missing", "applicant.name-too-long", "applicant.personal-id", "applicant.birth-date".
base::Outcome checkApplicant(const Applicant& applicant, const QDateTime& now);
/// Error: "dossier.no-procedure".
base::Outcome checkProcedure(const ProcedureVersion& procedure);
/// Errors: "paper.no-name", "paper.quantity", "dossier.papers-missing" with paper: a required paper that was not handed in.
base::Outcome checkPapers(const std::vector<Paper>& papers);
/// Errors: "copy.document", "copy.pages" (1–2,000), "copy.copies" (1–500).
base::Outcome checkCopy(const CertifiedCopy& copy);
/// True for the procedures that certify copies of an original and so need a number in the book of copies.
bool certifiesCopies(const QString& procedureCode);
/// All of the above, the fee lines, the code if one is given ("code.malformed"), "copy.missing", "dossier.received-in-future".
base::Outcome checkIntake(const DossierReceived& intake, const QDateTime& now);

}
