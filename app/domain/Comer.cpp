#include "app/domain/Comer.h"

#include "app/domain/PassportState.h"

namespace motcua::domain {

Who whoIs(const Applicant& applicant) {
    switch (applicant.kind) {
    case ApplicantKind::Enterprise:
        return Who::Organisation;
    case ApplicantKind::HouseholdBusiness:
        return Who::Household;
    case ApplicantKind::Citizen:
        break;
    }
    return applicant.passport.number.isEmpty() ? Who::Card : Who::Passport;
}

ApplicantKind kindOf(Who who) {
    if (who == Who::Organisation)
        return ApplicantKind::Enterprise;
    return who == Who::Household ? ApplicantKind::HouseholdBusiness : ApplicantKind::Citizen;
}

Applicant filedAs(Applicant applicant, Who who, bool throughProxy) {
    applicant.kind = kindOf(who);
    if (who != Who::Passport)
        applicant.passport = {};
    if (!isBody(who))
        applicant.body = {};
    if (isBody(who)) {
        applicant.birthDate = {};
        applicant.bornIn = {};
        applicant.sex.clear();
    }
    if (who != Who::Card) {
        applicant.personalId.clear();
        applicant.formerId.clear();
        applicant.cardIssued = {};
    }
    if (!throughProxy)
        applicant.proxy = {};
    return applicant;
}

QString identityNumber(const Applicant& applicant) {
    return markOf(applicant).number;
}

QStringList searchWords(const Applicant& applicant) {
    QStringList words{applicant.name, applicant.personalId, applicant.formerId, applicant.phone, applicant.passport.number, applicant.passport.issuer,
        passportStateName(applicant.passport.issuer), applicant.body.taxCode, applicant.body.representative, applicant.body.representativeId,
        applicant.proxy.name, applicant.proxy.personalId, applicant.proxy.phone};
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

QString comerName(const Applicant& applicant) {
    for (const QString& name : {applicant.proxy.name, applicant.body.representative})
        if (!name.isEmpty())
            return name;
    return applicant.name;
}

QString personWhoComes(const Applicant& applicant) {
    const bool isNamedByBody = applicant.proxy.name.isEmpty() && applicant.body.representative.isEmpty() && isBody(whoIs(applicant));
    return isNamedByBody ? QString() : comerName(applicant);
}

std::optional<QString> nameOfComer(const Applicant& applicant, const IdentityMark& shown) {
    // A body stands at no counter: a household's tax code is its owner's own number.
    const QString& own = isBody(whoIs(applicant)) ? applicant.body.representative : applicant.name;
    const std::pair<IdentityMark, QString> comers[] = {{markOf(applicant), own}, {markOf(applicant.proxy.personalId), applicant.proxy.name},
        {markOf(applicant.body.representativeId), applicant.body.representative}};
    for (const auto& [known, name] : comers)
        if (mayBeOne(known, shown))
            return name;
    return std::nullopt;
}

bool mayCome(const Applicant& applicant, const IdentityMark& shown) {
    return nameOfComer(applicant, shown).has_value();
}

}
