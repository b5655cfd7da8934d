#include "app/counter/PersonValues.h"

#include "app/domain/Comer.h"
#include "app/domain/PassportState.h"
#include "app/domain/PersonName.h"

namespace motcua::counter {

namespace {

const QString dots = QStringLiteral("………………………………");

/// "nộp thay Nguyễn Văn An", "được ủy quyền của Công ty TNHH Hải Sơn", whose representative is somebody else, "Giám đốc", "đại diện cho Công ty TNHH
/// Hải Sơn"; empty for the applicant.
QString roleOf(const domain::Applicant& applicant) {
    const bool isBody = domain::isBody(domain::whoIs(applicant));
    if (!applicant.proxy.name.isEmpty())
        return (isBody ? QStringLiteral("được ủy quyền của ") : QStringLiteral("nộp thay ")) + applicant.name;
    if (!applicant.body.representativeTitle.isEmpty() && !applicant.body.representative.isEmpty())
        return applicant.body.representativeTitle;
    return isBody || !applicant.body.representative.isEmpty() ? QStringLiteral("đại diện cho ") + applicant.name : QString();
}

}

QJsonObject submitterValues(const domain::Applicant& applicant) {
    const QString person = domain::personWhoComes(applicant);
    QJsonObject values{{QStringLiteral("submitter"), person.isEmpty() ? dots : domain::wholeName(person)}};
    if (const QString role = roleOf(applicant); !role.isEmpty())
        values.insert(QStringLiteral("submitterRole"), role);
    return values;
}

QJsonObject payerValues(const domain::Applicant& applicant) {
    QJsonObject values = submitterValues(applicant);
    values.insert(QStringLiteral("payer"), applicant.name);
    if (domain::isBody(domain::whoIs(applicant)))
        values.insert(QStringLiteral("payerTaxCode"), applicant.body.taxCode.isEmpty() ? dots : applicant.body.taxCode);
    if (!applicant.proxy.name.isEmpty())
        values.insert(QStringLiteral("proxy"), domain::wholeName(applicant.proxy.name));
    if (!applicant.address.isEmpty())
        values.insert(QStringLiteral("address"), applicant.address);
    return values;
}

QString passportWords(const domain::PassportData& passport) {
    if (passport.number.isEmpty())
        return {};
    QString words = passport.number;
    if (!passport.issuer.isEmpty())
        words += QStringLiteral(" (") + domain::passportStateName(passport.issuer) + QLatin1Char(')');
    if (passport.expiry.isValid())
        words += QStringLiteral(", có giá trị đến ngày ") + passport.expiry.toString(QStringLiteral("dd/MM/yyyy"));
    return words;
}

}
