#include "app/journal/keys/Sealer.h"

#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/KeyRing.h"

#include <QtEndian>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace motcua::journal {

namespace {

constexpr char epochMark = 'E';

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
    explicit Contexts(const DataKey& key) {
        const unsigned char* bytes = readable(key.bytes());
        EVP_EncryptInit_ex(encryption.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr);
        EVP_DecryptInit_ex(decryption.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr);
    }
    ContextPointer encryption{EVP_CIPHER_CTX_new()};
    ContextPointer decryption{EVP_CIPHER_CTX_new()};
};

Sealer::Sealer(std::shared_ptr<const DataKey> key) : m_key(std::move(key)) {}
Sealer::Sealer(std::shared_ptr<const KeyRing> ring) : m_ring(std::move(ring)) {}
Sealer::Sealer(Sealer&&) noexcept = default;
Sealer::~Sealer() = default;

Sealer::Contexts* Sealer::contexts(int epoch) const {
    const auto known = m_contexts.find(epoch);
    if (known != m_contexts.end())
        return known->second.get();
    const auto key = m_ring ? m_ring->key(epoch) : epoch == 0 ? m_key : nullptr;
    return key ? m_contexts.emplace(epoch, std::make_unique<Contexts>(*key)).first->second.get() : nullptr;
}

int Sealer::epoch() const {
    return m_ring ? m_ring->newest() : 0;
}

base::Result<QByteArray> Sealer::seal(QByteArrayView plain, const SealPlace& place) const {
    const int epoch = this->epoch();
    const qsizetype start = epoch > 0 ? epochSize : 0;
    const QByteArray bound = associatedData(place);
    QByteArray sealed(start + nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    if (epoch > 0) {
        sealed[0] = epochMark;
        qToBigEndian(static_cast<quint16>(epoch), sealed.data() + 1);
    }
    Contexts* const own = contexts(epoch);
    EVP_CIPHER_CTX* const context = own ? own->encryption.get() : nullptr;
    int length = 0;
    const qsizetype text = start + nonceSize;
    const bool sealedAll = context && RAND_bytes(writable(sealed, start), nonceSize) == 1 &&
                           EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, writable(sealed, start)) == 1 &&
                           EVP_EncryptUpdate(context, nullptr, &length, readable(bound), static_cast<int>(bound.size())) == 1 &&
                           EVP_EncryptUpdate(context, writable(sealed, text), &length, readable(plain), static_cast<int>(plain.size())) == 1 &&
                           EVP_EncryptFinal_ex(context, writable(sealed, text + length), &length) == 1 &&
                           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, tagSize, writable(sealed, text + plain.size())) == 1;
    if (!sealedAll) {
        ERR_clear_error();
        return base::fail(QStringLiteral("seal.failed"));
    }
    return sealed;
}

/// What was sealed in the first epoch may begin with any byte, also with the mark: only the right key opens it.
base::Result<QByteArray> Sealer::open(QByteArrayView sealed, const SealPlace& place) const {
    if (m_ring && sealed.size() > epochSize && sealed[0] == epochMark)
        if (const int epoch = qFromBigEndian<quint16>(sealed.data() + 1); epoch > 0)
            if (auto plain = openWith(epoch, sealed.sliced(epochSize), place))
                return plain;
    return openWith(0, sealed, place);
}

base::Result<QByteArray> Sealer::openNewest(QByteArrayView sealed, const SealPlace& place) const {
    const int newest = epoch();
    if (newest == 0)
        return openWith(0, sealed, place);
    const bool isOfNewest = sealed.size() > epochSize && sealed[0] == epochMark && qFromBigEndian<quint16>(sealed.data() + 1) == newest;
    return isOfNewest ? openWith(newest, sealed.sliced(epochSize), place) : base::fail(QStringLiteral("seal.broken"));
}

base::Result<QByteArray> Sealer::openWith(int epoch, QByteArrayView sealed, const SealPlace& place) const {
    const qsizetype size = sealed.size() - nonceSize - tagSize;
    Contexts* const own = size < 0 ? nullptr : contexts(epoch);
    if (!own)
        return base::fail(QStringLiteral("seal.broken"));
    const QByteArray bound = associatedData(place);
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    EVP_CIPHER_CTX* context = own->decryption.get();
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
