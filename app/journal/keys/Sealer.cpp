#include "app/journal/keys/Sealer.h"

#include "app/journal/keys/DataKey.h"

#include <QtEndian>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace motcua::journal {

namespace {

unsigned char* writable(QByteArray& bytes, qsizetype offset = 0) {
    return reinterpret_cast<unsigned char*>(bytes.data()) + offset;
}

const unsigned char* readable(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

QByteArray associatedData(const SealPlace& place) {
    QByteArray data = place.station.toRfc4122();
    const quint64 seq = qToBigEndian(static_cast<quint64>(place.seq));
    data.append(reinterpret_cast<const char*>(&seq), sizeof seq);
    data.append(place.kind);
    return data;
}

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

}

struct Sealer::Contexts {
    ContextPointer encryption{EVP_CIPHER_CTX_new()};
    ContextPointer decryption{EVP_CIPHER_CTX_new()};
};

Sealer::Sealer(std::shared_ptr<const DataKey> key) : m_key(std::move(key)), m_contexts(std::make_unique<Contexts>()) {
    const unsigned char* bytes = readable(m_key->bytes());
    EVP_EncryptInit_ex(m_contexts->encryption.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr);
    EVP_DecryptInit_ex(m_contexts->decryption.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr);
}

Sealer::Sealer(Sealer&&) noexcept = default;
Sealer::~Sealer() = default;

base::Result<QByteArray> Sealer::seal(QByteArrayView plain, const SealPlace& place) const {
    const QByteArray bound = associatedData(place);
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    EVP_CIPHER_CTX* context = m_contexts->encryption.get();
    int length = 0;
    const bool sealedAll = RAND_bytes(writable(sealed), nonceSize) == 1 &&
                           EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, writable(sealed)) == 1 &&
                           EVP_EncryptUpdate(context, nullptr, &length, readable(bound), static_cast<int>(bound.size())) == 1 &&
                           EVP_EncryptUpdate(context, writable(sealed, nonceSize), &length, readable(plain), static_cast<int>(plain.size())) == 1 &&
                           EVP_EncryptFinal_ex(context, writable(sealed, nonceSize + length), &length) == 1 &&
                           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, tagSize, writable(sealed, nonceSize + plain.size())) == 1;
    if (!sealedAll) {
        ERR_clear_error();
        return base::fail(QStringLiteral("seal.failed"));
    }
    return sealed;
}

base::Result<QByteArray> Sealer::open(QByteArrayView sealed, const SealPlace& place) const {
    const qsizetype size = sealed.size() - nonceSize - tagSize;
    if (size < 0)
        return base::fail(QStringLiteral("seal.broken"));
    const QByteArray bound = associatedData(place);
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    EVP_CIPHER_CTX* context = m_contexts->decryption.get();
    int length = 0;
    const bool opened = EVP_DecryptInit_ex(context, nullptr, nullptr, nullptr, readable(sealed)) == 1 &&
                        EVP_DecryptUpdate(context, nullptr, &length, readable(bound), static_cast<int>(bound.size())) == 1 &&
                        EVP_DecryptUpdate(context, writable(plain), &length, readable(sealed.sliced(nonceSize)), static_cast<int>(size)) == 1 &&
                        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
                        EVP_DecryptFinal_ex(context, writable(plain, length), &length) == 1;
    if (!opened) {
        ERR_clear_error();
        return base::fail(QStringLiteral("seal.broken"));
    }
    return plain;
}

}
