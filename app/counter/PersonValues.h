#pragma once

#include "app/domain/Applicant.h"

#include <QJsonObject>

namespace motcua::counter {

/// Who signs a paper for the applicant, as its template asks for it: "submitter", dots to write a name on where nobody is known by name, and
/// "submitterRole", where it is not the applicant: for whom, or by which office.
QJsonObject submitterValues(const domain::Applicant& applicant);

/// The same with the payer as a fee slip needs it and no more (identity-and-payment.md §6 asks for nothing but the collector's tax number;
/// Law 91/2025/QH15, Điều 3, on the least data): the tax number of a body whole, a citizen's number masked, of a proxy the name alone.
QJsonObject payerValues(const domain::Applicant& applicant);

/// "M12345678 (Hàn Quốc), có giá trị đến ngày 15/01/2030"; empty without a passport.
QString passportWords(const domain::PassportData& passport);

}
