#include "sync/vault/Vault.h"

#include <QtEndian>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <mutex>

namespace motcua::vault {

namespace {

constexpr int idSize = 4;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;

unsigned char* writable(QByteArray& bytes, qsizetype offset) {
    return reinterpret_cast<unsigned char*>(bytes.data()) + offset;
}

const unsigned char* readable(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}

Place& Place::of(qint64 number) {
    const quint64 ordered = qToBigEndian(static_cast<quint64>(number));
    m_bytes.append('\0').append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
    return *this;
}

Place& Place::of(QByteArrayView name) {
    m_bytes.append('\0').append(name);
    return *this;
}

/// A pair of contexts that have the key already: making one costs more than sealing a record.
struct Vault::Pair {
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    };
    std::unique_ptr<EVP_CIPHER_CTX, Free> sealing{EVP_CIPHER_CTX_new()};
    std::unique_ptr<EVP_CIPHER_CTX, Free> opening{EVP_CIPHER_CTX_new()};
};

struct Vault::Cipher {
    explicit Cipher(Key given) : key(std::move(given)) {}

    std::unique_ptr<Pair> take() const {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto pair = std::move(idle.back());
                idle.pop_back();
                return pair;
            }
        }
        auto pair = std::make_unique<Pair>();
        const unsigned char* bytes = readable(key.bytes.bytes());
        const bool good = EVP_EncryptInit_ex(pair->sealing.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr) == 1 &&
                          EVP_DecryptInit_ex(pair->opening.get(), EVP_aes_256_gcm(), nullptr, bytes, nullptr) == 1;
        return good ? std::move(pair) : nullptr;
    }
    void giveBack(std::unique_ptr<Pair> pair) const {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(pair));
    }

    Key key;
    mutable std::mutex mutex;
    mutable std::vector<std::unique_ptr<Pair>> idle;
};

/// A pair for as long as one value is sealed or opened.
class Vault::Borrowed {
public:
    explicit Borrowed(const Cipher* cipher) : m_cipher(cipher), m_pair(cipher ? cipher->take() : nullptr) {}
    ~Borrowed() {
        if (m_pair)
            m_cipher->giveBack(std::move(m_pair));
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    Pair* operator->() const { return m_pair.get(); }
    explicit operator bool() const { return m_pair != nullptr; }

private:
    const Cipher* m_cipher;
    std::unique_ptr<Pair> m_pair;
};

Vault::Vault(std::vector<Key> keys, const base::Secret& index, std::shared_ptr<Marking> marking)
    : m_index(index.bytes()), m_marks(m_index.of("motcua-marks-1")), m_marking(std::move(marking)) {
    for (Key& key : keys)
        m_ciphers.push_back(std::make_unique<Cipher>(std::move(key)));
}

Vault::~Vault() = default;

const Vault::Cipher* Vault::cipherOf(quint32 id) const {
    for (const auto& cipher : m_ciphers)
        if (cipher->key.id == id)
            return cipher.get();
    return nullptr;
}

base::Outcome Vault::noteMarked() const {
    if (!m_marking || m_marking->isDone)
        return base::done();
    auto noted = m_marking->note();
    m_marking->isDone = noted.has_value();
    return noted;
}

quint32 Vault::current() const {
    return m_ciphers.empty() ? 0 : m_ciphers.back()->key.id;
}

quint32 Vault::keyOf(QByteArrayView sealed) {
    return sealed.size() < overhead ? 0 : qFromBigEndian<quint32>(sealed.data());
}

base::Result<QByteArray> Vault::seal(QByteArrayView plain, const Place& place) const {
    const Borrowed pair(m_ciphers.empty() ? nullptr : m_ciphers.back().get());
    constexpr qsizetype from = idSize + nonceSize;
    QByteArray sealed(plain.size() + overhead, Qt::Uninitialized);
    qToBigEndian(current(), sealed.data());
    const QByteArrayView bound = place.bytes();
    int length = 0;
    const bool good = pair && RAND_bytes(writable(sealed, idSize), nonceSize) == 1 &&
                      EVP_EncryptInit_ex(pair->sealing.get(), nullptr, nullptr, nullptr, writable(sealed, idSize)) == 1 &&
                      EVP_EncryptUpdate(pair->sealing.get(), nullptr, &length, readable(bound), static_cast<int>(bound.size())) == 1 &&
                      EVP_EncryptUpdate(pair->sealing.get(), writable(sealed, from), &length, readable(plain), static_cast<int>(plain.size())) == 1 &&
                      EVP_EncryptFinal_ex(pair->sealing.get(), writable(sealed, from + length), &length) == 1 &&
                      EVP_CIPHER_CTX_ctrl(pair->sealing.get(), EVP_CTRL_GCM_GET_TAG, tagSize, writable(sealed, from + plain.size())) == 1;
    if (!good) {
        ERR_clear_error();
        return base::fail(QStringLiteral("vault.failed"));
    }
    return sealed;
}

base::Result<QByteArray> Vault::open(QByteArrayView sealed, const Place& place) const {
    const qsizetype size = sealed.size() - overhead;
    const Borrowed pair(size < 0 ? nullptr : cipherOf(keyOf(sealed)));
    if (!pair)
        return base::fail(QStringLiteral("vault.broken"));
    const QByteArrayView bound = place.bytes();
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    int length = 0;
    const bool good = EVP_DecryptInit_ex(pair->opening.get(), nullptr, nullptr, nullptr, readable(sealed.sliced(idSize))) == 1 &&
                      EVP_DecryptUpdate(pair->opening.get(), nullptr, &length, readable(bound), static_cast<int>(bound.size())) == 1 &&
                      EVP_DecryptUpdate(pair->opening.get(), writable(plain, 0), &length, readable(sealed.sliced(idSize + nonceSize)),
                          static_cast<int>(size)) == 1 &&
                      EVP_CIPHER_CTX_ctrl(pair->opening.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
                      EVP_DecryptFinal_ex(pair->opening.get(), writable(plain, length), &length) == 1;
    if (!good) {
        ERR_clear_error();
        return base::fail(QStringLiteral("vault.broken"));
    }
    return plain;
}

QString Vault::blind(const QString& text) const {
    constexpr qsizetype letters = 32;
    return QString::fromLatin1(m_index.of(text.toUtf8()).toHex().left(letters));
}

QByteArray Vault::mark(QByteArrayView bytes) const {
    return m_marks.of(bytes);
}

}
