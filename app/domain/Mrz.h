#pragma once

#include "app/base/Result.h"

#include <QDate>
#include <QStringList>

namespace motcua::domain {

/// The machine-readable zone on the back of a chip card (ICAO 9303 TD1, three lines of 30; identity-and-payment.md §4).
struct Mrz {
    QString documentNumber; ///< the last nine digits of the personal number
    QString personalId;     ///< 12 digits
    QDate birthDate;
    QString sex; ///< "Nam" or "Nữ"
    QDate expiry;
    QString surname; ///< without diacritics
    QString givenNames;
    QStringList warnings; ///< "mrz.composite-check": not proved on enough real cards to refuse for it

    /// Lines parted by line ends, or 90 characters at a stretch. Errors: "mrz.length", "mrz.not-vietnamese", "mrz.number",
    /// "mrz.document-check", "mrz.birth-date", "mrz.birth-check", "mrz.sex", "mrz.expiry", "mrz.expiry-check", "mrz.name".
    static base::Result<Mrz> parse(const QString& text);
};

/// Weights 7, 3, 1; digits as they are, A = 10 … Z = 35, '<' = 0; sum modulo 10. -1 when another character is among them.
int mrzCheckDigit(QStringView text);

}
