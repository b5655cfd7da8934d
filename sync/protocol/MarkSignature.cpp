#include "sync/protocol/MarkSignature.h"

#include "sync/protocol/Pem.h"
#include "sync/protocol/Signing.h"

namespace motcua::protocol {

namespace {

base::Result<KeyPointer> usable(KeyPointer key) {
    key = elliptic(std::move(key));
    return key ? base::Result<KeyPointer>(std::move(key)) : base::fail(QStringLiteral("mark.bad-key"));
}

}

QByteArray markText(const QUuid& station, qint64 seq, const QString& head) {
    return "motcua-mark-v1\n" + station.toByteArray(QUuid::WithoutBraces) + '\n' + QByteArray::number(seq) + '\n' + head.toLatin1() + '\n';
}

base::Result<MarkSigner> MarkSigner::fromPem(QByteArrayView privateKey) {
    auto key = usable(privateKeyIn(privateKey));
    if (!key)
        return base::fail(key.error());
    return MarkSigner(std::move(*key));
}

base::Result<Mark> MarkSigner::sign(const QUuid& station, qint64 seq, const QString& head) const {
    return signText(m_key.get(), markText(station, seq, head)).map([&](const QByteArray& signature) {
        return Mark{seq, head, QString::fromLatin1(signature.toBase64())};
    });
}

base::Result<QByteArray> MarkSigner::signVoucher(const QByteArray& text) const {
    return signText(m_key.get(), text);
}

bool MarkSigner::hasSigned(const QUuid& station, const Mark& mark) const {
    return isSigned(m_key.get(), markText(station, mark.seq, mark.head), fromBase64(mark.signature));
}

bool MarkSigner::hasSigned(const QByteArray& text, const QByteArray& signature) const {
    return isSigned(m_key.get(), text, signature);
}

base::Result<MarkVerifier> MarkVerifier::fromPem(const QByteArray& publicKey) {
    auto key = usable(publicKeyIn(publicKey));
    if (!key)
        return base::fail(key.error());
    return MarkVerifier(std::move(*key));
}

bool MarkVerifier::accepts(const QUuid& station, const Mark& mark) const {
    return isSigned(m_key.get(), markText(station, mark.seq, mark.head), fromBase64(mark.signature));
}

bool MarkVerifier::accepts(const QByteArray& voucherText, const QByteArray& signature) const {
    return isSigned(m_key.get(), voucherText, signature);
}

}
