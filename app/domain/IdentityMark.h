#pragma once

#include "app/domain/Applicant.h"

namespace motcua::domain {

struct CardQr;
struct Passport;

/// By what a person or body is told from all others: a number, and for a passport's the state that gave it, for two states may give one number.
struct IdentityMark {
    QString number;           ///< a personal, a passport's or a tax number; empty: none is known
    QString issuer;           ///< of a passport's, as in PassportData; empty: not known
    bool isPassports = false; ///< the number is a passport's
};

IdentityMark markOf(const Applicant& applicant);
IdentityMark markOf(const CardQr& card);
IdentityMark markOf(const Passport& passport);
/// Of a number alone, as a proxy's (PersonNumber.h).
IdentityMark markOf(const QString& personNumber);

/// Whether both can be one person's: one number of one kind, and no two states that are known gave it. False without a number.
bool mayBeOne(const IdentityMark& one, const IdentityMark& other);
/// Whether it is certain too that one state gave it, where it is a passport's.
bool isOne(const IdentityMark& one, const IdentityMark& other);

}
