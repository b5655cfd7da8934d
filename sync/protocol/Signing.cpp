#include "sync/protocol/Signing.h"

#include "sync/protocol/Digest.h"

#include <openssl/err.h>
#include <openssl/x509.h>

namespace motcua::protocol {

namespace {

const unsigned char* readable(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}

KeyPointer elliptic(KeyPointer key) {
    constexpr int bits = 256;
    const bool fits = key && EVP_PKEY_base_id(key.get()) == EVP_PKEY_EC && EVP_PKEY_bits(key.get()) == bits;
    return fits ? std::move(key) : KeyPointer();
}

base::Result<QByteArray> signText(EVP_PKEY* key, QByteArrayView text) {
    const DigestPointer context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_size(key), Qt::Uninitialized);
    auto length = static_cast<size_t>(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, readable(text), static_cast<size_t>(text.size())) != 1) {
        ERR_clear_error();
        return base::fail(QStringLiteral("mark.not-signed"));
    }
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

bool isSigned(EVP_PKEY* key, QByteArrayView text, QByteArrayView signature) {
    const DigestPointer context(EVP_MD_CTX_new());
    const bool accepted = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
                          EVP_DigestVerify(context.get(), readable(signature), static_cast<size_t>(signature.size()), readable(text),
                              static_cast<size_t>(text.size())) == 1;
    ERR_clear_error();
    return accepted;
}

Verifier::Verifier(EVP_PKEY* key) : m_context(EVP_PKEY_CTX_new(key, nullptr)) {
    if (m_context && EVP_PKEY_verify_init(m_context.get()) != 1)
        m_context.reset();
    ERR_clear_error();
}

bool Verifier::isSigned(QByteArrayView text, QByteArrayView signature) const {
    const QByteArray digest = Digest::of(text);
    const bool accepted = m_context && EVP_PKEY_verify(m_context.get(), readable(signature), static_cast<size_t>(signature.size()), readable(digest),
                                           static_cast<size_t>(digest.size())) == 1;
    if (!accepted)
        ERR_clear_error();
    return accepted;
}

QByteArray publicKeyDer(EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const QByteArray bytes = size > 0 ? QByteArray(reinterpret_cast<const char*>(der), size) : QByteArray();
    OPENSSL_free(der);
    return bytes;
}

KeyPointer publicKeyFromDer(QByteArrayView der) {
    const unsigned char* at = readable(der);
    const unsigned char* const end = at + der.size();
    KeyPointer key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return at == end ? elliptic(std::move(key)) : KeyPointer();
}

QByteArray fromBase64(const QString& text) {
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

}
