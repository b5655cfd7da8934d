#include "sync/protocol/EnrolmentCode.h"

#include <QCryptographicHash>

namespace motcua::protocol {

namespace {

constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int secretLength = 10;
constexpr int fingerprintLength = 26;
constexpr int group = 6;

/// The first `length` characters of `bytes` in base 32; `bytes` must hold enough bits.
QString base32(const QByteArray& bytes, int length) {
    QString text;
    for (int i = 0; i < length; ++i) {
        uint value = 0;
        for (int bit = 5 * i; bit < 5 * i + 5; ++bit)
            value = value << 1 | ((static_cast<uchar>(bytes.at(bit / 8)) >> (7 - bit % 8)) & 1U);
        text += alphabet[static_cast<qsizetype>(value)];
    }
    return text;
}

QString fingerprintOf(const QByteArray& authority) {
    return base32(QCryptographicHash::hash(authority, QCryptographicHash::Sha256), fingerprintLength);
}

}

base::Result<EnrolmentCode> EnrolmentCode::fromText(const QString& text) {
    QString plain;
    for (QChar c : text) {
        if (c == QLatin1Char('-') || c.isSpace())
            continue;
        c = c.toUpper();
        if (c == QLatin1Char('O'))
            c = QLatin1Char('0');
        if (c == QLatin1Char('I') || c == QLatin1Char('L'))
            c = QLatin1Char('1');
        if (!alphabet.contains(c))
            return base::fail(QStringLiteral("enrolment.code-malformed"));
        plain += c;
    }
    if (plain.size() != secretLength + fingerprintLength)
        return base::fail(QStringLiteral("enrolment.code-malformed"));
    return EnrolmentCode{plain.left(secretLength), plain.mid(secretLength)};
}

EnrolmentCode EnrolmentCode::make(const QByteArray& random, const QByteArray& authority) {
    return {base32(random, secretLength), fingerprintOf(authority)};
}

QString EnrolmentCode::toText() const {
    const QString plain = secret + fingerprint;
    QString text;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % group == 0)
            text += QLatin1Char('-');
        text += plain[i];
    }
    return text;
}

bool EnrolmentCode::names(const QByteArray& authority) const {
    return fingerprint == fingerprintOf(authority);
}

}
