#pragma once

#include "app/base/Result.h"

#include <QDate>

namespace motcua::domain {

/// The machine-readable zone of a passport (ICAO 9303 TD3, two lines of 44). Personal: never logged.
struct Passport {
    QString issuer; ///< "VNM", "CHN", "D"
    QString number;
    QString surname; ///< without diacritics
    QString givenNames;
    QString nationality;
    QDate birthDate; ///< of the last hundred years before the expiry; invalid where the lines do not say the day
    QString sex;     ///< "Nam", "Nữ", or empty where the lines do not say
    QDate expiry;

    /// As the passport has it: surname first.
    QString name() const { return (surname + QLatin1Char(' ') + givenNames).simplified(); }

    /// Lines parted by line ends or not; small letters (Caps Lock) as large ones. Errors: "passport.lines" when they are no passport's;
    /// "passport.check-digit"; "passport.date" when the expiry or the birth is no day; "passport.name" without name or number.
    static base::Result<Passport> parse(const QString& text);
    /// Whether it has a passport's first letter and length, be a check digit wrong.
    static bool isWhole(const QString& text);
    /// Whether it is meant to be a passport's or a card's lines, be they damaged.
    static bool isLike(const QString& text);
};

}
