#include "sync/protocol/MarkSignature.h"

#include "sync/protocol/Pem.h"

#include <openssl/err.h>

namespace motcua::protocol {

namespace {

const unsigned char* bytesOf(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

base::Result<KeyPointer> elliptic(KeyPointer key) {
    if (key && EVP_PKEY_base_id(key.get()) == EVP_PKEY_EC && EVP_PKEY_bits(key.get()) == 256)
        return key;
    return base::fail(QStringLiteral("mark.bad-key"));
}

}

QByteArray markText(const QUuid& station, qint64 seq, const QString& head) {
    return "motcua-mark-v1\n" + station.toByteArray(QUuid::WithoutBraces) + '\n' + QByteArray::number(seq) + '\n' + head.toLatin1() + '\n';
}

base::Result<MarkSigner> MarkSigner::fromPem(QByteArrayView privateKey) {
    auto key = elliptic(privateKeyIn(privateKey));
    if (!key)
        return base::fail(key.error());
    return MarkSigner(std::move(*key));
}

base::Result<Mark> MarkSigner::sign(const QUuid& station, qint64 seq, const QString& head) const {
    const QByteArray text = markText(station, seq, head);
    const DigestPointer context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_size(m_key.get()), Qt::Uninitialized);
    auto length = static_cast<size_t>(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytesOf(text), static_cast<size_t>(text.size())) !=
            1) {
        ERR_clear_error();
        return base::fail(QStringLiteral("mark.not-signed"));
    }
    signature.truncate(static_cast<qsizetype>(length));
    return Mark{seq, head, QString::fromLatin1(signature.toBase64())};
}

base::Result<MarkVerifier> MarkVerifier::fromPem(const QByteArray& publicKey) {
    auto key = elliptic(publicKeyIn(publicKey));
    if (!key)
        return base::fail(key.error());
    return MarkVerifier(std::move(*key));
}

bool MarkVerifier::accepts(const QUuid& station, const Mark& mark) const {
    const QByteArray text = markText(station, mark.seq, mark.head);
    const auto result = QByteArray::fromBase64Encoding(mark.signature.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return false;
    const QByteArray& decoded = *result;
    const DigestPointer context(EVP_MD_CTX_new());
    const bool accepted =
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
        EVP_DigestVerify(context.get(), bytesOf(decoded), static_cast<size_t>(decoded.size()), bytesOf(text), static_cast<size_t>(text.size())) == 1;
    ERR_clear_error();
    return accepted;
}

}
