#pragma once

#include "app/base/Result.h"

#include <QDate>
#include <QStringList>

namespace motcua::domain {

/// What the QR code of a CCCD or Căn cước card says (identity-and-payment.md §3). Not signed: it spares typing, it proves nothing.
/// Personal: never logged.
struct CardQr {
    QString personalId; ///< 12 digits
    QString formerId;   ///< CMND, 9 digits; may be empty
    QString name;       ///< NFC
    QDate birthDate;
    QString sex;     ///< "Nam" or "Nữ"
    QString address; ///< as it stood at issue
    QDate issued;
    QStringList further; ///< the fields of newer cards whose meaning is not published; kept in memory only

    /// Reads `number|former number|name|ddMMyyyy|sex|address|ddMMyyyy[|…]`, ended by CR or LF or not. Every field is checked and
    /// nothing is mended or guessed. Errors: "card.input-method" (mojibake, or letters rewritten by a Telex or VNI input method:
    /// scan again with it off), "card.field-count", "card.number", "card.former-number", "card.name", "card.birth-date", "card.sex",
    /// "card.issue-date".
    static base::Result<CardQr> parse(const QString& text);
};

}
