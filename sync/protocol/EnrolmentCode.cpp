#include "sync/protocol/EnrolmentCode.h"

#include "sync/protocol/CodeLetters.h"

#include <QCryptographicHash>

namespace motcua::protocol {

namespace {

constexpr int secretLength = 10;
constexpr int fingerprintLength = 26;
constexpr int group = 6;

QString fingerprintOf(const QByteArray& authority) {
    return base32(QCryptographicHash::hash(authority, QCryptographicHash::Sha256), fingerprintLength);
}

}

base::Result<EnrolmentCode> EnrolmentCode::fromText(const QString& text) {
    const QString plain = plainCode(text);
    if (plain.size() != secretLength + fingerprintLength)
        return base::fail(QStringLiteral("enrolment.code-malformed"));
    return EnrolmentCode{plain.left(secretLength), plain.mid(secretLength)};
}

EnrolmentCode EnrolmentCode::make(const QByteArray& random, const QByteArray& authority) {
    return {base32(random, secretLength), fingerprintOf(authority)};
}

QString EnrolmentCode::toText() const {
    return grouped(secret + fingerprint, group);
}

bool EnrolmentCode::names(const QByteArray& authority) const {
    return fingerprint == fingerprintOf(authority);
}

}
