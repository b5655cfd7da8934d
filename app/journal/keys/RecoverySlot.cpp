#include "app/journal/keys/RecoverySlot.h"

#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/Sealer.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/protocol/Pem.h"

#include <openssl/err.h>
#include <openssl/kdf.h>
#include <openssl/rsa.h>

namespace motcua::journal {

using protocol::KeyPointer;
using protocol::OpenSslDeleter;

namespace {

using ContextPointer = std::unique_ptr<EVP_PKEY_CTX, OpenSslDeleter<EVP_PKEY_CTX_free>>;

constexpr int smallestRsa = 2048;
constexpr int ecBits = 256;

unsigned char* raw(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

bool isRsa(EVP_PKEY* key) {
    return EVP_PKEY_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_bits(key) >= smallestRsa;
}
bool isElliptic(EVP_PKEY* key) {
    return EVP_PKEY_base_id(key) == EVP_PKEY_EC && EVP_PKEY_bits(key) == ecBits;
}

bool useOaep(EVP_PKEY_CTX* context) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 && EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) > 0;
}

QByteArray rsaSeal(EVP_PKEY* key, QByteArrayView plain) {
    const ContextPointer context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray sealed(EVP_PKEY_size(key), Qt::Uninitialized);
    auto length = static_cast<size_t>(sealed.size());
    if (EVP_PKEY_encrypt_init(context.get()) <= 0 || !useOaep(context.get()) ||
        EVP_PKEY_encrypt(context.get(), raw(sealed), &length, raw(plain), static_cast<size_t>(plain.size())) <= 0)
        return {};
    sealed.truncate(static_cast<qsizetype>(length));
    return sealed;
}

QByteArray rsaOpen(EVP_PKEY* key, QByteArrayView sealed) {
    const ContextPointer context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray plain(EVP_PKEY_size(key), Qt::Uninitialized);
    auto length = static_cast<size_t>(plain.size());
    if (EVP_PKEY_decrypt_init(context.get()) <= 0 || !useOaep(context.get()) ||
        EVP_PKEY_decrypt(context.get(), raw(plain), &length, raw(sealed), static_cast<size_t>(sealed.size())) <= 0)
        return {};
    plain.truncate(static_cast<qsizetype>(length));
    return plain;
}

/// HKDF over the shared secret; null when the two keys do not fit each other.
std::shared_ptr<const DataKey> agreedKey(EVP_PKEY* own, EVP_PKEY* other) {
    const ContextPointer agreement(EVP_PKEY_CTX_new(own, nullptr));
    QByteArray secret(ecBits / 8, Qt::Uninitialized);
    auto length = static_cast<size_t>(secret.size());
    if (EVP_PKEY_derive_init(agreement.get()) <= 0 || EVP_PKEY_derive_set_peer(agreement.get(), other) <= 0 ||
        EVP_PKEY_derive(agreement.get(), raw(secret), &length) <= 0)
        return nullptr;
    static constexpr char purpose[] = "motcua-recovery-v1";
    const ContextPointer derivation(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
    QByteArray bytes(DataKey::size, Qt::Uninitialized);
    auto size = static_cast<size_t>(bytes.size());
    const bool derived = EVP_PKEY_derive_init(derivation.get()) > 0 && EVP_PKEY_CTX_set_hkdf_md(derivation.get(), EVP_sha256()) > 0 &&
                         EVP_PKEY_CTX_set1_hkdf_key(derivation.get(), raw(secret), static_cast<int>(length)) > 0 &&
                         EVP_PKEY_CTX_add1_hkdf_info(derivation.get(), reinterpret_cast<const unsigned char*>(purpose), sizeof purpose - 1) > 0 &&
                         EVP_PKEY_derive(derivation.get(), raw(bytes), &size) > 0;
    auto key = derived ? DataKey::fromBytes(bytes) : nullptr;
    base::wipe(secret);
    base::wipe(bytes);
    return key;
}

/// The length of the passing public key (2 bytes), the key (DER), the sealed data key.
QByteArray ellipticSeal(EVP_PKEY* key, QByteArrayView plain) {
    const KeyPointer passing(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    if (!passing)
        return {};
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(passing.get(), &der);
    const QByteArray publicPart(reinterpret_cast<const char*>(der), qMax(0, size));
    OPENSSL_free(der);
    const auto wrapping = agreedKey(passing.get(), key);
    if (!wrapping)
        return {};
    const auto sealed = Sealer(wrapping).seal(plain, {{}, 0, "recovery"});
    if (!sealed)
        return {};
    QByteArray out;
    out.append(static_cast<char>(size >> 8)).append(static_cast<char>(size & 0xff));
    return out + publicPart + *sealed;
}

QByteArray ellipticOpen(EVP_PKEY* key, QByteArrayView sealed) {
    if (sealed.size() < 2)
        return {};
    const qsizetype size = (static_cast<uchar>(sealed[0]) << 8) | static_cast<uchar>(sealed[1]);
    if (sealed.size() < 2 + size)
        return {};
    const unsigned char* der = raw(sealed.sliced(2));
    const KeyPointer passing(d2i_PUBKEY(nullptr, &der, static_cast<long>(size)));
    const auto wrapping = passing && isElliptic(passing.get()) ? agreedKey(key, passing.get()) : nullptr;
    if (!wrapping)
        return {};
    return Sealer(wrapping).open(sealed.sliced(2 + size), {{}, 0, "recovery"}).value_or(QByteArray());
}

}

base::Result<QByteArray> recovery::seal(const DataKey& key, const QByteArray& publicKey) {
    return seal(key, protocol::publicKeyIn(publicKey).get());
}

base::Result<QByteArray> recovery::seal(const DataKey& key, EVP_PKEY* publicKey) {
    QByteArray sealed;
    if (publicKey && isRsa(publicKey))
        sealed = rsaSeal(publicKey, key.bytes());
    else if (publicKey && isElliptic(publicKey))
        sealed = ellipticSeal(publicKey, key.bytes());
    ERR_clear_error();
    if (sealed.isEmpty())
        return base::fail(QStringLiteral("unlock.bad-recovery-key"));
    return sealed;
}

base::Result<std::shared_ptr<const DataKey>> recovery::open(const QByteArray& sealed, const base::Secret& privateKey) {
    return open(sealed, protocol::privateKeyIn(privateKey.bytes()).get());
}

base::Result<std::shared_ptr<const DataKey>> recovery::open(const QByteArray& sealed, EVP_PKEY* privateKey) {
    QByteArray bytes;
    if (privateKey && isRsa(privateKey))
        bytes = rsaOpen(privateKey, sealed);
    else if (privateKey && isElliptic(privateKey))
        bytes = ellipticOpen(privateKey, sealed);
    ERR_clear_error();
    auto key = DataKey::fromBytes(bytes);
    base::wipe(bytes);
    if (!key)
        return base::fail(QStringLiteral("unlock.wrong-key"));
    return key;
}

}
