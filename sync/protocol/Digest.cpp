#include "sync/protocol/Digest.h"

#include <QFile>

#include <openssl/crypto.h>

namespace motcua::protocol {

namespace {

constexpr qsizetype digestSize = 32;
constexpr qsizetype shortDigestSize = 20;

/// OpenSSL is left as it is at the end of a program, for the system to clear away. A thread of Qt's is waited for only until its work is done; it
/// still gives back what OpenSSL kept for it while the program ends, and taking OpenSSL down in that moment gave the same memory back twice.
void leaveOpenAtTheEnd() {
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

/// Must come before anything else of OpenSSL, and so before the libraries that start it when they are loaded.
[[gnu::used, gnu::section(".preinit_array")]] void (*const beforeAllLibraries)() = &leaveOpenAtTheEnd;

/// Looked up once: OpenSSL would otherwise do it for every digest, which takes longer than hashing a record's header.
const EVP_MD* sha256() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

unsigned char* raw(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}

Digest::Digest(Algorithm algorithm) : m_algorithm(algorithm), m_context(EVP_MD_CTX_new()) {
    EVP_DigestInit_ex(m_context.get(), algorithm == Algorithm::Sha1 ? EVP_sha1() : sha256(), nullptr);
}

qsizetype Digest::size(Algorithm algorithm) {
    return algorithm == Algorithm::Sha1 ? shortDigestSize : digestSize;
}

void Digest::add(const char* data, size_t size) {
    EVP_DigestUpdate(m_context.get(), data, size);
}

QByteArray Digest::value() const {
    const DigestPointer copy(EVP_MD_CTX_new());
    EVP_MD_CTX_copy_ex(copy.get(), m_context.get());
    QByteArray digest(size(m_algorithm), Qt::Uninitialized);
    EVP_DigestFinal_ex(copy.get(), raw(digest), nullptr);
    return digest;
}

QByteArray Digest::of(QByteArrayView bytes) {
    QByteArray digest(digestSize, Qt::Uninitialized);
    EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), raw(digest), nullptr, sha256(), nullptr);
    return digest;
}

QByteArray Digest::ofFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 step = 256 * 1024;
    Digest digest;
    for (QByteArray piece = file.read(step); !piece.isEmpty(); piece = file.read(step))
        digest.add(piece.constData(), static_cast<size_t>(piece.size()));
    return digest.value();
}

}
