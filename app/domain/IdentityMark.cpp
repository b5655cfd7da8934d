#include "app/domain/IdentityMark.h"

#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/domain/PassportState.h"
#include "app/domain/PersonNumber.h"

namespace motcua::domain {

IdentityMark markOf(const Applicant& applicant) {
    if (!applicant.personalId.isEmpty())
        return {applicant.personalId, {}, false};
    if (!applicant.passport.number.isEmpty())
        return {applicant.passport.number, applicant.passport.issuer, true};
    return {applicant.body.taxCode, {}, false};
}

IdentityMark markOf(const CardQr& card) {
    return {card.personalId, {}, false};
}

IdentityMark markOf(const Passport& passport) {
    return {passport.number, passport.issuer, true};
}

IdentityMark markOf(const QString& personNumber) {
    return {personNumber, {}, isPassportsOnly(personNumber)};
}

bool mayBeOne(const IdentityMark& one, const IdentityMark& other) {
    return !one.number.isEmpty() && one.number == other.number && one.isPassports == other.isPassports &&
           (!one.isPassports || sameState(one.issuer, other.issuer).value_or(true));
}

bool isOne(const IdentityMark& one, const IdentityMark& other) {
    return mayBeOne(one, other) && (!one.isPassports || sameState(one.issuer, other.issuer).has_value());
}

}
