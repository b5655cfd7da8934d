#include "app/base/Secret.h"

#include <QStringEncoder>

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <mutex>

namespace motcua::base {

namespace {

/// As much as every Linux lets a program lock, and far more than all passwords and keys of a desk.
constexpr size_t secureHeap = size_t(64) * 1024;
constexpr int smallestPiece = 32;

/// The first who asks says how large; OpenSSL wants a power of two.
void openHeap(int connections = 0) {
    constexpr size_t ofConnection = 128;
    static std::once_flag once;
    std::call_once(
        once, [&] { CRYPTO_secure_malloc_init(std::bit_ceil(secureHeap + static_cast<size_t>(connections) * ofConnection), smallestPiece); });
}

void* taken(size_t size, const char*, int) {
    return size == 0 ? nullptr : std::malloc(size); // NOLINT(cppcoreguidelines-no-malloc): OpenSSL's own
}

void givenBack(void* piece, const char*, int) {
    if (piece)
        OPENSSL_cleanse(piece, ::malloc_usable_size(piece));
    std::free(piece); // NOLINT(cppcoreguidelines-no-malloc)
}

void* takenAnew(void* piece, size_t size, const char* file, int line) {
    void* larger = taken(size, file, line);
    if (larger && piece)
        std::memcpy(larger, piece, std::min(size, ::malloc_usable_size(piece)));
    if (larger || size == 0)
        givenBack(piece, file, line);
    return larger;
}

}

struct Secret::Bytes {
    explicit Bytes(qsizetype wanted) : size(wanted) {
        openHeap();
        data = static_cast<char*>(OPENSSL_secure_malloc(static_cast<size_t>(size)));
        // The heap is full.
        isOutside = !data;
        if (isOutside)
            data = new char[static_cast<size_t>(size)];
    }
    ~Bytes() {
        OPENSSL_cleanse(data, static_cast<size_t>(size));
        if (isOutside)
            delete[] data;
        else
            OPENSSL_secure_free(data);
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    qsizetype size;
    char* data = nullptr;
    bool isOutside = false;
};

namespace {

/// What was called before left its working on this thread's stack, where nothing else may come for a while: Argon2 its last hash, which is the key.
[[gnu::noinline]] void wipeStack() {
    constexpr size_t deepest = size_t(32) * 1024;
    std::array<char, deepest> room{};
    OPENSSL_cleanse(room.data(), room.size());
}

}

Secret Secret::made(qsizetype size, const std::function<bool(char*)>& fill) {
    Secret secret;
    if (size <= 0)
        return secret;
    auto bytes = std::make_shared<Bytes>(size);
    if (fill(bytes->data))
        secret.m_bytes = std::move(bytes);
    wipeStack();
    return secret;
}

Secret Secret::ofBytes(QByteArrayView bytes) {
    return made(bytes.size(), [bytes](char* data) {
        std::copy(bytes.begin(), bytes.end(), data);
        return true;
    });
}

Secret Secret::ofWords(QStringView words) {
    // Whatever is in NFC is given back as it is, without a copy.
    const QString given = QString::fromRawData(words.data(), words.size());
    QString composed = given.normalized(QString::NormalizationForm_C);
    QStringEncoder utf8(QStringEncoder::Utf8);
    qsizetype used = 0;
    const Secret whole = made(utf8.requiredSpace(composed.size()), [&](char* data) {
        used = utf8.appendToBuffer(data, composed) - data;
        return true;
    });
    if (composed.constData() != words.data())
        wipe(composed);
    return used == whole.bytes().size() ? whole : ofBytes(whole.bytes().first(used));
}

Secret::Secret(const QString& words) : Secret(ofWords(words)) {}

QByteArrayView Secret::bytes() const {
    return m_bytes ? QByteArrayView(m_bytes->data, m_bytes->size) : QByteArrayView();
}

qsizetype Secret::letters() const {
    constexpr int continuation = 0x80;
    constexpr int leadingBits = 0xc0;
    const QByteArrayView all = bytes();
    return std::count_if(all.begin(), all.end(), [](char byte) { return (byte & leadingBits) != continuation; });
}

bool operator==(const Secret& one, const Secret& other) {
    const QByteArrayView a = one.bytes();
    const QByteArrayView b = other.bytes();
    return a.size() == b.size() && (a.isEmpty() || CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0);
}

void wipe(QByteArray& bytes) {
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString& text) {
    if (!text.isEmpty())
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void guardSecrets(int connections) {
    CRYPTO_set_mem_functions(taken, takenAnew, givenBack);
    openHeap(connections);
}

}
