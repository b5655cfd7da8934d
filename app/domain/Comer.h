#pragma once

#include "app/domain/IdentityMark.h"

#include <optional>

namespace motcua::domain {

/// Who asks, as the counter tells them apart: a citizen by card or by passport, a body.
enum class Who { Card = 0, Passport = 1, Organisation = 2, Household = 3 };

Who whoIs(const Applicant& applicant);
ApplicantKind kindOf(Who who);
inline bool isBody(Who who) {
    return who == Who::Organisation || who == Who::Household;
}
/// What is said of such an applicant and no other: a passport's data of a body goes, and a proxy's where none comes.
Applicant filedAs(Applicant applicant, Who who, bool throughProxy);

/// The number of markOf(): personal, passport's or tax number; empty when none is known. Passports of two states may have it.
QString identityNumber(const Applicant& applicant);

/// Every name and number that a dossier is found by, of the applicant and of whoever comes for them, and the state of a passport, which tells two
/// of one number apart; none is empty.
QStringList searchWords(const Applicant& applicant);

/// Who stands at the counter and may take the result: the proxy, a body's representative, else the applicant.
QString comerName(const Applicant& applicant);
/// The same where a person is known by name: a body itself never stands at a counter. Empty: nobody is.
QString personWhoComes(const Applicant& applicant);
/// Whose card or passport this is, of those who may take the result, by name as far as it is known; nothing: of none of them.
std::optional<QString> nameOfComer(const Applicant& applicant, const IdentityMark& shown);
/// Whether its holder is the applicant, the proxy or the representative, as far as their marks say; never without a number.
bool mayCome(const Applicant& applicant, const IdentityMark& shown);

}
