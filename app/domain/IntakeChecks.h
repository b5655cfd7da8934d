#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/domain/jobs/JobKind.h"

// What must be true of an intake before it becomes a dossier. Ranges are generous: a check here stops mistakes of typing, not people.
namespace motcua::domain {

/// Canonical text without needless spaces.
QString tidied(const QString& text);
Applicant tidied(Applicant applicant);

/// All that keeps the applicant from being taken in, each with `field`, named as in Applicant::describe: "applicant.name-missing",
/// "applicant.name-too-long", "applicant.personal-id", "applicant.birth-date", "applicant.passport-number", "applicant.nationality" (what was read
/// from a passport's lines is not judged), "applicant.tax-code", "applicant.representative-id", "applicant.proxy-id", "applicant.proxy-missing" and
/// "applicant.proxy-ground-missing": a proxy without name or ground; "applicant.proxy-is-applicant": one with the applicant's own number.
std::vector<base::Error> applicantFaults(const Applicant& applicant, const QDateTime& now);
/// Error: the first of applicantFaults().
base::Outcome checkApplicant(const Applicant& applicant, const QDateTime& now);
/// Error: "dossier.no-procedure".
base::Outcome checkProcedure(const ProcedureVersion& procedure);
/// Errors: "paper.no-name", "paper.quantity", "dossier.papers-missing" with paper: a required paper that was not handed in.
base::Outcome checkPapers(const std::vector<Paper>& papers);
/// The facts that the kind of job asks for. Errors: "facts.missing" and "facts.invalid", with fact.
base::Outcome checkFacts(const JobKind& job, const QJsonObject& facts);
/// The due moment that was agreed on, which an intake needs where the procedure has no time. Errors: "dossier.due-missing",
/// "dossier.due-in-past", "dossier.due-without-ground".
base::Outcome checkDue(const DossierReceived& intake);
/// Grounds of exemption that the kind has. Error: "fee.exemption-unknown" with ground.
base::Outcome checkExemptions(const JobKind& job, const std::vector<FeeLine>& fees);
/// All of the above, the parties on the day of receipt (PartyCheck.h), the fee lines, the code if one is given ("code.malformed"),
/// "dossier.received-in-future".
base::Outcome checkIntake(const DossierReceived& intake, const JobKind& job, const QDateTime& now);

}
