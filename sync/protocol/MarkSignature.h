#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/OpenSsl.h"

#include <QUuid>

namespace motcua::protocol {

/// The text a mark's signature is over: "motcua-mark-v1", the station's UUID, the number and the head in hex, each ended by a
/// line feed.
QByteArray markText(const QUuid& station, qint64 seq, const QString& head);

/// Signs marks for the platform (ECDSA P-256 with SHA-256, DER, base64). Owned by the gateway; may be used by many threads.
class MarkSigner {
public:
    /// Errors: "mark.bad-key".
    static base::Result<MarkSigner> fromPem(QByteArrayView privateKey);
    base::Result<Mark> sign(const QUuid& station, qint64 seq, const QString& head) const;
    /// Of a text of Vouchers.h, never of one that somebody else made up. Errors: "mark.not-signed".
    base::Result<QByteArray> signVoucher(const QByteArray& text) const;
    /// Whether it signed the mark, or the text, itself.
    bool hasSigned(const QUuid& station, const Mark& mark) const;
    bool hasSigned(const QByteArray& text, const QByteArray& signature) const;

private:
    explicit MarkSigner(KeyPointer key) : m_key(std::move(key)) {}
    KeyPointer m_key;
};

/// Checks the platform's marks on a station, with EnrolmentAnswer::platformKey. May be used by many threads.
class MarkVerifier {
public:
    /// Errors: "mark.bad-key".
    static base::Result<MarkVerifier> fromPem(const QByteArray& publicKey);
    bool accepts(const QUuid& station, const Mark& mark) const;
    /// A text of Vouchers.h.
    bool accepts(const QByteArray& voucherText, const QByteArray& signature) const;

private:
    explicit MarkVerifier(KeyPointer key) : m_key(std::move(key)) {}
    KeyPointer m_key;
};

}
