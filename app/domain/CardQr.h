#pragma once

#include "app/base/Result.h"
#include "app/domain/BornIn.h"

#include <QDate>
#include <QStringList>

namespace motcua::domain {

/// What the QR code of a CCCD or Căn cước card says (identity-and-payment.md §3). Not signed: it spares typing, it proves nothing.
/// Personal: never logged.
struct CardQr {
    QString personalId; ///< 12 digits
    QString formerId;   ///< CMND, 9 digits; may be empty
    QString name;       ///< NFC
    QDate birthDate;    ///< invalid when the card says no day
    BornIn bornIn;      ///< when the card says no day; else null
    QString sex;        ///< "Nam" or "Nữ"
    QString address;    ///< as it stood at issue
    QDate issued;
    QStringList further; ///< the fields of newer cards whose meaning is not published; kept in memory only

    /// Reads `number|former number|name|birth|sex|address|ddMMyyyy[|…]`, with line ends or a symbology's sign around it or not; where there
    /// are six fields, the former number is the one that is not there. Birth: ddMMyyyy, yyyy, 0000yyyy or 00MMyyyy.
    /// What Caps Lock or a layout that moves only signs and figures did to it is undone, where just one reading is a whole card; nothing
    /// else is mended or guessed. Errors: "card.code-page", "card.input-method", "card.letters-lost", "card.layout", "card.caps-lock" (CardFaults.h,
    /// ReaderMends.h: each names its cause), "card.field-count", "card.number", "card.former-number", "card.name", "card.birth-date",
    /// "card.sex", "card.issue-date".
    static base::Result<CardQr> parse(const QString& text);

    /// Whether the text is meant to be a card's, be it damaged or a piece of one: a separator, or figures that stand as a card's do.
    static bool isLike(const QString& text);
};

}
