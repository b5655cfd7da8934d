#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::domain {

/// A VietQR payload (NAPAS, EMVCo merchant-presented; identity-and-payment.md §5).
struct VietQr {
    QString bank;        ///< BIN, 6 digits
    QString account;     ///< account or card number, at most 19 characters
    bool toCard = false; ///< QRIBFTTC instead of QRIBFTTA
    qint64 amount = 0;   ///< đồng; 0: static, the payer fills it in
    QString billNumber;  ///< may be empty
    QString purpose;     ///< transfer text, ASCII, at most 25 characters; may be empty

    /// The text to show as a QR code. Errors: "vietqr.bank", "vietqr.account", "vietqr.amount", "vietqr.purpose".
    base::Result<QString> toPayload() const;
    /// Errors: "vietqr.malformed", "vietqr.checksum", "vietqr.not-vietqr" and those of toPayload().
    static base::Result<VietQr> parse(const QString& payload);
};

/// CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, not reflected, no final xor.
quint16 crc16(const QByteArray& content);

/// What of a transfer text survives the banks: letters and digits, in capitals. Payments are matched by it.
QString paymentKey(const QString& purpose);

}
